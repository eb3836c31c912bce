package cluster

import "slices"

// matcher finds the pairs of documents that are worth weighing.
type matcher struct {
	memo *Memo
	// models, if there are any, leave out pairs that are as good as not compared.
	models *models
}

// pairs compares each document with its candidates of its own language, then
// with those of others. It fills in the local vectors of docs.
func (m matcher) pairs(docs []document) []pair {
	same, cross := within(docs), between(docs)
	own := same.candidates(m.memo)
	localize(docs, own, m.memo)
	return slices.Concat(m.compare(docs, own), m.compare(docs, cross.candidates(m.memo)))
}

// crossing compares documents from n on with their candidates before n.
func (m matcher) crossing(docs []document, n int) []pair {
	same, cross := within(docs), between(docs)
	same.border, cross.border = n, n
	return slices.Concat(m.compare(docs, same.candidates(m.memo)), m.compare(docs, cross.candidates(m.memo)))
}

// compare returns the pairs of documents with their candidates, in order.
func (m matcher) compare(docs []document, candidates [][]int) []pair {
	rows := make([][]pair, len(docs))
	each(len(docs), func(_ *worker, i int) {
		for _, j := range candidates[i] {
			a, b := &docs[j], &docs[i]
			if f := m.memo.pairs.get([2]uint64{a.state, b.state}, func() *features { return m.weigh(a, b) }); f != nil {
				rows[i] = append(rows[i], pair{j, i, *f})
			}
		}
	})
	return slices.Concat(rows...)
}

// weigh returns the features of a pair, nil if it is to be left out.
func (m matcher) weigh(a, b *document) *features {
	f := compare(a, b)
	if m.models != nil && m.models.of(a.language, b.language).score(&f) <= -limit {
		return nil
	}
	return &f
}

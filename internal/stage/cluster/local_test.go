package cluster

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// Three articles tell one affair, and each has a word of its own. Weighed among
// neighbours, that word must count for more than
// the words that all three share.
func TestLocalizeWeighsWhatTellsStoriesApart(t *testing.T) {
	idf := similar.ForPack(lang.Empty("und"))
	doc := func(words ...string) document {
		v := similar.NewVector(words, idf)
		return document{vectors: vectors{body: v, lead: v}}
	}
	docs := []document{
		doc("tanggul", "jebol", "karsa", "ganti"),
		doc("tanggul", "jebol", "karsa", "rugi"),
		doc("tanggul", "jebol", "karsa", "sekolah"),
		doc("konser", "batal"),
	}
	localize(docs, [][]int{nil, {0}, {0, 1}, nil}, &Memo{})
	weight := func(v similar.Vector, word string) float32 {
		for _, c := range v {
			if c.Key == similar.Hash(word) {
				return c.Weight
			}
		}
		return 0
	}
	for _, v := range []similar.Vector{docs[0].local, docs[0].localLead} {
		if a, b := weight(v, "tanggul"), weight(v, "ganti"); a <= 0 || a >= b {
			t.Errorf("shared word weighs %v, own word %v", a, b)
		}
	}
	if a, b := weight(docs[3].local, "konser"), weight(docs[3].body, "konser"); a != b {
		t.Errorf("without neighbours %v becomes %v", b, a)
	}
}

func TestDotsWalksBothOnce(t *testing.T) {
	at := func(weights ...float32) similar.Vector {
		var v similar.Vector
		for i, w := range weights {
			v = append(v, similar.Weighted{Key: uint64(i), Weight: w})
		}
		return v
	}
	a, la, b, lb := at(1, 2, 0), at(3, 1, 5), at(2, 2), at(1, 4)
	plain, local := dots(a, la, b, lb)
	if plain != similar.Dot(a, b) || local != similar.Dot(la, lb) {
		t.Errorf("got %v, %v", plain, local)
	}
	if plain, local := dots(a, nil, b, nil); plain != 6 || local != 0 {
		t.Errorf("not localized: got %v, %v", plain, local)
	}
}

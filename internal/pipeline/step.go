package pipeline

import (
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
)

// The steps one by one, for whoever keeps what lies between them (package
// desk). Stories takes them all.

// Clean cleans one document. It returns an error that wraps news.ErrInvalid if
// there is no article in it.
func (p *Pipeline) Clean(raw news.RawDocument) (news.Article, error) { return p.clean.Article(raw) }

// Read reads one article.
func (p *Pipeline) Read(a news.Article) news.Reading {
	r := p.extract.Read(a)
	r.Notices = p.revise.Notices(r)
	return r
}

// Edition takes out what outlets repeat within one window of time and groups
// the rest; rules are by index. cuts are the paragraphs taken out of each
// article.
func (p *Pipeline) Edition(w cluster.Window, articles []news.Article, rules cluster.Constraints) (e *cluster.Edition, cuts [][]string) {
	cuts = p.clean.Repeated(articles)
	without := make([]news.Article, len(articles))
	for i := range articles {
		without[i] = articles[i].Without(cuts[i])
	}
	return p.cluster.Edition(w, without, rules, p.memo), cuts
}

// Join returns which threads of two neighbouring editions tell one event (see
// cluster.Grouper.Join).
func (p *Pipeline) Join(a, b *cluster.Edition, rules cluster.Constraints) [][]int {
	return p.cluster.Join(a, b, rules, p.memo)
}

// Headed returns the story of articles in their order, with no more about it
// than they alone tell: id, title, languages, times.
func Headed(articles []news.Article) news.Story {
	s := news.Story{}
	for _, a := range articles {
		s.Readings = append(s.Readings, news.Reading{Article: a})
	}
	head(&s)
	return s
}

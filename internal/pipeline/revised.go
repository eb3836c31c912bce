package pipeline

import (
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Revised returns the finished story of the current articles in members, given
// what they were before: findings that rest on passages which were changed or
// withdrawn, by their author or by whom it copied, say so, and such claims count
// for nothing. Withdrawn articles that members still hold stay in the story.
//
// id is the story's own, which it keeps whatever its members become; with "" it
// is made of them. A reading that has claims is taken as it is, any other is
// read. Without history the story is that of Together.
func (p *Pipeline) Revised(id news.StoryID, members []news.Reading, h news.History) news.Story {
	s := news.Story{}
	for _, r := range members {
		if len(r.Claims) == 0 {
			r = p.Read(r.Article)
		}
		s.Readings = append(s.Readings, r)
	}
	head(&s)
	if id != "" {
		s.ID = id
	}
	return p.told(s, h)
}

// Revision returns what changed from one version of an article to the next, and
// whether the next says that the article was withdrawn. at is when it was seen.
func (p *Pipeline) Revision(old, new news.Article, at time.Time) news.Revision {
	v := p.revise.Compare(p.Read(old), p.Read(new))
	v.At = at
	return v
}

// Withdrawal returns the revision by which an article goes without a version in
// its place. reason tells how that is known: "HTTP 410".
func Withdrawal(last news.Article, at time.Time, reason string) news.Revision {
	return news.Revision{Article: last.URL, From: last.ID, At: at, Substantive: true, Withdrawn: true, Reason: reason}
}

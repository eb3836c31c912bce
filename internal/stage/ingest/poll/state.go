package poll

import (
	"cmp"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// How often in a row a permanent redirect must lead to a feed to be followed for
// good, and an address reached so must fail for good to be left again.
const (
	moveAfter   = 3
	returnAfter = 3
)

// fail notes a failure. The validators go: the next answer must be a whole one
// to prove that the feed is well.
func (p *Poller) fail(f news.Feed, s *news.FeedState, cause news.Failure, now time.Time) {
	s.ETag, s.LastModified = "", ""
	s.MovedTo, s.MoveRun = "", 0
	if s.Failures++; s.Failures == 1 {
		s.FirstFailure = now
	}
	s.LastFailure = &cause
	switch {
	case !permanent(cause):
		s.PermanentSince = time.Time{}
	case s.PermanentSince.IsZero():
		s.PermanentSince = now
	case s.RestingSince.IsZero() && now.Sub(s.PermanentSince) >= p.opt.RestAfter:
		s.RestingSince = now
	}
	if s.URL != "" && permanent(cause) && s.Failures%returnAfter == 0 {
		s.Former, s.URL = former(s.Former, s.URL), ""
	}
	s.NextDue = p.afterFailure(f, *s, now)
}

// succeed notes an answer that could be read.
func (p *Poller) succeed(f news.Feed, s *news.FeedState, got answer, now time.Time) {
	s.LastSuccess = now
	s.Failures, s.FirstFailure, s.LastFailure = 0, time.Time{}, nil
	s.PermanentSince, s.RestingSince = time.Time{}, time.Time{}
	s.CrawlDelay = got.CrawlDelay
	follow(f, s, got.MovedTo, now)
	s.NextDue = p.afterSuccess(f, *s, now)
}

// follow heeds a permanent redirect that stays.
func follow(f news.Feed, s *news.FeedState, to string, now time.Time) {
	if to == "" || to != s.MovedTo {
		s.MovedTo, s.MoveRun = to, 0
	}
	if to == "" {
		return
	}
	if s.MoveRun++; s.MoveRun < moveAfter {
		return
	}
	s.Former = former(s.Former, address(f, *s))
	s.MovedTo, s.MoveRun, s.Moved = "", 0, now
	if s.URL = to; to == f.URL {
		s.URL = ""
	}
}

// maxFormer is how many former addresses are remembered.
const maxFormer = 10

// former adds an address to those left; one that was left before is now the
// last.
func former(list []string, url string) []string {
	out := list[:0:0]
	for _, u := range list {
		if u != url {
			out = append(out, u)
		}
	}
	out = append(out, url)
	return out[max(0, len(out)-maxFormer):]
}

// take notes a whole answer and returns what is new in it.
func (p *Poller) take(s *news.FeedState, got answer, now time.Time) []Item {
	first := s.LastFull.IsZero()
	s.ETag, s.LastModified = got.Header.Get("ETag"), got.Header.Get("Last-Modified")
	if got.feed.Damaged {
		s.ETag, s.LastModified = "", "" // it may be whole the next time
	}
	s.Title, s.Format = cmp.Or(got.feed.Title, s.Title), string(got.feed.Format)
	s.Omitted, s.Damaged = got.feed.Omitted, got.feed.Damaged
	fresh := compare(s, itemsOf(got), got.feed.Format)
	p.judge(&s.Clock, fresh, first, now)
	fresh = p.correct(s.Clock, fresh)
	p.listen(s, fresh, first, now)
	s.LastFull = now
	return fresh
}

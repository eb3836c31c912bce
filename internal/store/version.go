package store

import (
	"cmp"
	"slices"
	"time"
)

// Compare orders two versions of a page as Article says: the later is the more
// current.
func Compare(a, b *Article) int {
	return cmp.Or(a.Fetched.Compare(b.Fetched), published(a).Compare(published(b)), cmp.Compare(a.Document, b.Document))
}

func published(a *Article) time.Time {
	if a.Published == nil {
		return time.Time{}
	}
	return a.Published.Time
}

// WithVersion returns the versions of a page, in order, with one more, as
// Articles.Put keeps them: a version that is there already stays once, as the
// later of the two documents has it, first seen when the earlier was.
func WithVersion(versions []Article, v Article) []Article {
	out := slices.Clone(versions)
	if i := slices.IndexFunc(out, func(a Article) bool { return a.ID == v.ID }); i >= 0 {
		old := out[i]
		out = slices.Delete(out, i, i+1)
		if Compare(&old, &v) > 0 {
			old, v = v, old
		}
		if old.Seen.Before(v.Seen) {
			v.Seen = old.Seen
		}
	}
	out = append(out, v)
	slices.SortFunc(out, func(a, b Article) int { return Compare(&a, &b) })
	for i := range out {
		out[i].Version, out[i].Current = i+1, i == len(out)-1
	}
	return out
}

package corpus

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheSameOptionsGiveTheSameArticles(t *testing.T) {
	t.Parallel()
	opt := Options{Seed: 1, Articles: 40}
	a, b := slices.Collect(Make(opt)), slices.Collect(Make(opt))
	if diff := cmp.Diff(a, b); diff != "" || len(a) != 40 {
		t.Errorf("%d articles; one seed, two corpora:\n%s", len(a), diff)
	}
	opt.Seed = 2
	if cmp.Equal(a, slices.Collect(Make(opt))) {
		t.Error("two seeds give one corpus")
	}
}

func TestDaysFollowOneAnother(t *testing.T) {
	t.Parallel()
	days := map[string]int{}
	for d := range Make(Options{Seed: 1, Articles: 100, PerDay: 20}) {
		days[d.Published[:len("2025-06-01")]]++
	}
	if len(days) < 5 || days["2025-06-09"] > 0 {
		t.Errorf("articles by day: %v", days)
	}
}

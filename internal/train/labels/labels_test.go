package labels

import (
	"testing"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/news"
)

func TestHoldersAreTheClaimsWithTheWords(t *testing.T) {
	s := &news.Story{Readings: []news.Reading{{Article: news.Article{ID: "a-1", Ref: "x"}}}, Claims: []news.Claim{
		{Article: "a-1", Text: "Three people died on Sorrel Island, the mayor said."},
		{Article: "a-1", Text: "The bridge was closed."},
		{Article: "a-1", Text: "People on Sorrel Island died, three of them, said the mayor."},
	}}
	hold := NewHolders(s)
	for _, c := range []struct {
		statement string
		want      int
	}{
		{"Three people died on Sorrel Island", 0},
		{"“The bridge was closed.” Nobody  said why.", 1},
		{"the mayor said people died on Sorrel Island, three of them", 2},
	} {
		got := hold.Of(eval.Passage{Article: "x", Text: c.statement})
		if len(got) == 0 || got[len(got)-1] != c.want {
			t.Errorf("%q is held by %v, want %d", c.statement, got, c.want)
		}
	}
	if got := hold.Of(eval.Passage{Article: "x", Text: "Nothing of this was told anywhere"}); got != nil {
		t.Errorf("held by %v", got)
	}
}

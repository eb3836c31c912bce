package query_test

import (
	"slices"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func firePages() []*query.Page {
	s := facetest.Fire()
	return []*query.Page{query.NewPage(&s)}
}

func TestAnOutletsRecordCountsItsTextOnBothSides(t *testing.T) {
	pages := firePages()
	p := pages[0]
	c := p.Copies[0]
	from, to := query.OutletName(&p.Story.Articles[c.From-1]), query.OutletName(&p.Story.Articles[c.To-1])
	copier, copied := query.Record(pages, to), query.Record(pages, from)
	named := func(all []query.Tally, name string) bool {
		return slices.ContainsFunc(all, func(t query.Tally) bool { return t.Name == name && t.N > 0 })
	}
	if !named(copier.Copies, from) || !named(copied.Copied, to) {
		t.Errorf("%s has text of %s: %+v, %+v", to, from, copier.Copies, copied.Copied)
	}
	if i := slices.IndexFunc(copier.Articles, func(a query.OutletArticle) bool { return a.Article == &p.Story.Articles[c.To-1] }); i < 0 || copier.Articles[i].Copied < c.Share {
		t.Errorf("its article: %+v", copier.Articles)
	}
	if copier.Alone > copier.Figures {
		t.Errorf("%d of %d figures stand alone", copier.Alone, copier.Figures)
	}
	if got := query.Record(pages, "Tiada"); len(got.Articles)+len(got.Copies)+len(got.Copied)+got.Figures > 0 {
		t.Errorf("an outlet that is none: %+v", got)
	}
}

func TestAnOutletsCorrectionsAndWithdrawalsAreCounted(t *testing.T) {
	s := facetest.Revised().Stories[0]
	pages := []*query.Page{query.NewPage(&s)}
	corrected, withdrawn := 0, 0
	for _, name := range []string{query.OutletName(&s.Articles[0]), query.OutletName(&s.Articles[1])} {
		r := query.Record(pages, name)
		corrected, withdrawn = corrected+r.Corrected, withdrawn+r.Withdrawn
	}
	if corrected != 1 || withdrawn != 1 {
		t.Errorf("%d corrected, %d withdrawn", corrected, withdrawn)
	}
}

func TestANamesRecordHasItsQuotesUnderEveryName(t *testing.T) {
	pages := firePages()
	s := pages[0].Story
	speaker := ""
	for _, g := range pages[0].Quotes {
		if g.Speaker != "" {
			speaker = g.Speaker
			break
		}
	}
	s.Entities = append(s.Entities, dossier.Entity{ID: "e99", Name: "Nama Lengkap", Kind: "person", Aliases: []string{speaker}, Roles: []string{"kepala"}})
	r := query.RecordOf(pages, "Nama Lengkap")
	if len(r.Quotes) == 0 || r.Quotes[0].Group.Speaker != speaker || r.Kind != "person" || !slices.Contains(r.Roles, "kepala") {
		t.Errorf("%+v", r)
	}
	if r := query.RecordOf(pages, "Tiada"); len(r.Quotes) > 0 {
		t.Errorf("quotes of nobody: %+v", r.Quotes)
	}
}

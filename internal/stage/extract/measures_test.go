package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMeasuresOfTitleAndText(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	a := article("id", "Dua Kapal Karam Senin Malam\n\nDua kapal nelayan karam pada Senin (3/3/2031) malam. Tiga hari kemudian 12 awaknya ditemukan. Kapal itu dibuat pada 2019.")
	r := x.Read(a)
	var quantities, times []string
	in := func(title bool) string {
		if title {
			return a.Title
		}
		return a.Text
	}
	for _, q := range r.Quantities {
		quantities = append(quantities, q.Span.Of(in(q.Title))+" = "+q.Unit)
	}
	for _, e := range r.Times {
		times = append(times, e.Span.Of(in(e.Title))+" = "+e.Start.String())
	}
	want := []string{"Dua Kapal = kapal", "Dua kapal = kapal", "Tiga hari = hari", "12 awaknya = orang"}
	if diff := cmp.Diff(want, quantities); diff != "" {
		t.Errorf("quantities (-want +got)\n%s", diff)
	}
	want = []string{
		"Senin Malam = 2031-03-03T18:00:00Z", "Senin (3/3/2031) malam = 2031-03-03T18:00:00Z",
		"Tiga hari kemudian = 2031-03-06", "2019 = 2019-01-01",
	}
	if diff := cmp.Diff(want, times); diff != "" {
		t.Errorf("times (-want +got)\n%s", diff)
	}
}

func TestADayInANameIsNoTime(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	a := article("id", "Tawuran\n\nSeorang pria tewas dalam tawuran di Pasar Rebo, Jakarta Timur. Polisi menangkap dua orang di Pasar Minggu pada Minggu malam.")
	var times []string
	for _, e := range x.Read(a).Times {
		times = append(times, e.Span.Of(a.Text))
	}
	if diff := cmp.Diff([]string{"Minggu malam"}, times); diff != "" {
		t.Errorf("times (-want +got)\n%s", diff)
	}
}

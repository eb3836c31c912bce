package number_test

import (
	"testing"

	"github.com/selisik/selisik/internal/nlp/number"
)

func TestRelate(t *testing.T) {
	t.Parallel()
	f, s := finder(t, "id")
	one := func(text string) number.Measure {
		q := f.Find(s.Split(text))
		if len(q) != 1 {
			t.Fatalf("%q holds %d quantities", text, len(q))
		}
		return f.Measure(q[0])
	}
	for _, c := range []struct {
		a, b string
		want number.Relation
	}{
		{"8 orang", "8 orang", number.Same},
		{"8 orang", "delapan jiwa", number.Same},
		{"8 orang", "10 orang", number.Different},
		{"100 orang", "104 orang", number.Within},
		{"152 orang", "155 orang", number.Different},
		{"lebih dari 10.000 tentara", "15.000 tentara", number.Within},
		{"lebih dari 10.000 tentara", "9.000 tentara", number.Different},
		{"sekitar 15.000 tentara", "15.400 prajurit", number.Within},
		{"hampir 195 juta jiwa", "194,67 juta jiwa", number.Within},
		{"195 juta jiwa", "194,67 juta jiwa", number.Within},
		{"belasan siswa", "14 siswa", number.Within},
		{"belasan siswa", "25 siswa", number.Different},
		{"dua minggu", "14 hari", number.Same},
		{"1,5 km", "1.500 meter", number.Same},
		{"2 ton", "2.000 kg", number.Same},
		{"Rp 5 juta", "USD 5 juta", number.Unlike},
		{"5 persen", "5 orang", number.Unlike},
		{"10-15 orang", "12 orang", number.Within},
		{"10-15 orang", "20 orang", number.Different},
		{"menit ke-51", "51 menit", number.Unlike},
	} {
		if got := number.Relate(one(c.a), one(c.b)); got != c.want {
			t.Errorf("Relate(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := number.Relate(one(c.b), one(c.a)); got != c.want {
			t.Errorf("Relate(%q, %q) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

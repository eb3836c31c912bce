package eval

import "testing"

func TestSameNameIgnoresTitlesAndShortForms(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Presiden Rina Halim", "Rina Halim", true},
		{"Halim", "Rina Halim", true},
		{"Rina Halim", "Rina Hakim", false},
		{"Presiden", "Presiden", false}, // nothing but a title names nobody
		{"", "Rina", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("sameName(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestCoveredCountsWordsAsOftenAsTheyStand(t *testing.T) {
	if got := covered("dua dua tiga", "dua tiga empat"); got != 2.0/3 {
		t.Errorf("covered = %v, want 2/3", got)
	}
	if got := covered("", "x"); got != 0 {
		t.Errorf("covered of nothing = %v", got)
	}
}

func TestTimesAreEqualAtGoldsPrecision(t *testing.T) {
	for _, c := range []struct {
		gold, got string
		want      bool
	}{
		{"2031-03-14", "2031-03-14T23:59:00+07:00", true},
		{"2031-03-14T08:00:00+07:00", "2031-03-14T01:00:30Z", true},
		{"2031-03-14T08:00:00+07:00", "2031-03-14T08:00:00Z", false},
		{"2031-03-14T08:00:00+07:00", "2031-03-14", true},
	} {
		if got := sameTime(c.gold, c.got); got != c.want {
			t.Errorf("sameTime(%s, %s) = %v", c.gold, c.got, got)
		}
	}
}

func TestUnitsMatchByWordOrBeginning(t *testing.T) {
	for _, c := range []struct {
		gold, got string
		want      bool
	}{{"orang", "orang tewas", true}, {"persen", "perse", true}, {"", "km", true}, {"km", "orang", false}} {
		if got := sameUnit(c.gold, c.got); got != c.want {
			t.Errorf("sameUnit(%q, %q) = %v", c.gold, c.got, got)
		}
	}
}

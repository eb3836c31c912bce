package face_test

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
)

func TestQuantitiesAreSaidInTheReadersLanguage(t *testing.T) {
	id, en := face.In(facetest.Packs(t), "id"), face.In(facetest.Packs(t), "en")
	eight, many, half := 8.0, 12500.0, 5.25
	for _, c := range []struct {
		low, high *float64
		unit      string
		id, en    string
	}{
		{&eight, &eight, "orang", "8 orang", "8 orang"},
		{&many, nil, "", "≥ 12.500", "≥ 12,500"},
		{nil, &half, "km", "≤ 5,25 km", "≤ 5.25 km"},
		{&eight, &many, "\x1b[1m", "8–12.500", "8–12,500"},
	} {
		if got := id.Quantity(c.low, c.high, c.unit); got != c.id {
			t.Errorf("id: got %q, want %q", got, c.id)
		}
		if got := en.Quantity(c.low, c.high, c.unit); got != c.en {
			t.Errorf("en: got %q, want %q", got, c.en)
		}
	}
}

func TestTimesAreWrittenInTheZoneThatTheReaderChose(t *testing.T) {
	w := face.In(facetest.Packs(t), "id")
	wita := w.In(time.FixedZone("", 8*3600))
	at := "2031-03-04T23:30:00+07:00"
	if got, want := w.Date(at), "4 Mar 2031, 23.30 WIB"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := wita.Date(at), "5 Mar 2031, 00.30 WITA"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := wita.Date("2031-03-04"), "4 Mar 2031"; got != want {
		t.Errorf("a day has no clock: got %q, want %q", got, want)
	}
	now := time.Date(2031, 3, 4, 14, 0, 0, 0, time.UTC)
	for in, want := range map[time.Time]string{
		now.Add(-time.Hour): "21.00", now.Add(-30 * time.Hour): "3 Mar 16.00", now.AddDate(-1, 0, 0): "4 Mar 2030",
	} {
		if got := wita.Lately(in, now); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

package when_test

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/when"
)

func stamper(t testing.TB, tags ...string) *when.Stamper {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var packs []*lang.Pack
	for _, tag := range tags {
		packs = append(packs, ps.For(tag))
	}
	return when.NewStamper(packs...)
}

func TestStampsOfPages(t *testing.T) {
	now := time.Date(2025, 6, 10, 12, 0, 30, 0, time.UTC)
	tests := []struct{ in, want string }{
		{"Diperbarui 10 Jun 2025, 19:30 WIB", "2025-06-10T19:30:00+07:00"},
		{"Tayang: Senin, 9 Juni 2025 21:47 WITA", "2025-06-09T21:47:00+08:00"},
		{"Tayang: Senin, 9 Juni 2025 21:47 WIT", "2025-06-09T21:47:00+09:00"},
		{"10 Juni 2025 |18:14 WIB", "2025-06-10T18:14:00+07:00"},
		{"Selasa, 10 Juni 2025 - 21:45 WIB", "2025-06-10T21:45:00+07:00"},
		{"Jum'at, 06 Juni 2025 - 20:25 WIB", "2025-06-06T20:25:00+07:00"},
		{"Selasa, 10 Jun 2025 - 21:36 WIB_x0000_", "2025-06-10T21:36:00+07:00"},
		{"Minggu, 25 Mei  2025 09:01 WIB 09:01", "2025-05-25T09:01:00+07:00"},
		{"Kompas.com - 10/06/2025, 21:00 WIB 21:00", "2025-06-10T21:00:00+07:00"},
		{"10 Jun 2025 10:13", "2025-06-10T10:13:00+07:00"},
		{"Rabu, 4 November 2015 | 21:04 WIB", "2015-11-04T21:04:00+07:00"},
		{"Selasa 23 Feb 2016 pukul 15.32 WIB", "2016-02-23T15:32:00+07:00"},
		{"19:30 WIB, 10 Juni 2025", "2025-06-10T19:30:00+07:00"},
		{"2025-06-10T19:30:00+07:00", "2025-06-10T19:30:00+07:00"},
		{"2025-06-10T12:30:00Z", "2025-06-10T12:30:00Z"},
		{"2025-06-10T12:30:00.123Z", "2025-06-10T12:30:00Z"},
		{"2025-06-10T12:30:00", "2025-06-10T12:30:00+07:00"},
		{"2025-06-10 12:30:00", "2025-06-10T12:30:00+07:00"},
		{"2025-06-10 12:30 WITA", "2025-06-10T12:30:00+08:00"},
		{"Tue, 10 Jun 2025 12:30:00 +0700", "2025-06-10T12:30:00+07:00"},
		{"Tue, 10 Jun 2025 12:30:00 GMT", "2025-06-10T12:30:00Z"},
		{"Tue, 10 Jun 2025 08:01 WIB", "2025-06-10T08:01:00+07:00"},
		{"June 10, 2025 at 7:30 p.m. EST", "2025-06-10T19:30:00-05:00"},
		{"Jun. 10, 2025, 12:05 AM GMT+8", "2025-06-10T00:05:00+08:00"},
		{"10th of June, 2025 7 pm UTC+05:30", "2025-06-10T19:00:00+05:30"},
		{"14 August 2025, 08:01 WIB", "2025-08-14T08:01:00+07:00"},
		{"1749555000", "2025-06-10T18:30:00+07:00"},
		{"1749555000000", "2025-06-10T18:30:00+07:00"},
		{"3 jam lalu", "2025-06-10T16:00:00+07:00"},
		{"5 minutes ago", "2025-06-10T18:55:00+07:00"},
		{"Updated 4:15 PM GMT+7, June 11, 2025", "2025-06-11T16:15:00+07:00"},
		{"June 11, 2025 14:05 GMT+700", "2025-06-11T14:05:00+07:00"},
		{"11 Jun 2025 02:05PM (Updated: 11 Jun 2025 03:10PM)", "2025-06-11T14:05:00+07:00"},
		{"Published On 11 Jun 202511 Jun 2025", "2025-06-11"},
		{"June 11, 20252:05 PM GMT+7Updated 3 hours ago", "2025-06-11T14:05:00+07:00"},
		{"Rabu, 11 Juni 2025 | 14.05 WIB", "2025-06-11T14:05:00+07:00"},
		{"Jumat 13 Jun 2025 09:26 WIB", "2025-06-13T09:26:00+07:00"},
		{"2 jam yang lalu", "2025-06-10T17:00:00+07:00"},
		{"Wed 11 Jun 2025 09.05 BST", "2025-06-11T09:05:00+01:00"},
		{"10 Juni 2025", "2025-06-10"},
		{"2025-06-10", "2025-06-10"},
		{"10.06.2025", "2025-06-10"},
		{"31/12/24", "2024-12-31"},
		{"12/31/2024", "2024-12-31"},
		{"31 Februari 2025", ""},
		{"Tidak ditemukan", ""},
		{"7270000000", ""},
		{"10 Juni", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"", ""},
	}
	s := stamper(t, "id", "en")
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			at, precise, ok := s.Stamp(tt.in, now)
			if got := show(at, precise, ok); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheFirstPackDecidesOrderAndZone(t *testing.T) {
	at, precise, ok := stamper(t, "en", "id").Stamp("6/10/2025 09:30", time.Time{})
	if got, want := show(at, precise, ok), "2025-06-10T09:30:00Z"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDaysStandBeforeMonthsOutsideOfAmerica(t *testing.T) {
	for zone, want := range map[string]string{"Europe/Paris": "2025-06-11T09:30:00+02:00", "America/New_York": "2025-11-06T09:30:00-05:00"} {
		z, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		at, precise, ok := stamper(t, "en").In(z).Stamp("11/06/2025 09:30", time.Time{})
		if got := show(at, precise, ok); got != want {
			t.Errorf("%s: got %q, want %q", zone, got, want)
		}
	}
}

func TestStampsThatCountBackNeedTheClock(t *testing.T) {
	if _, _, ok := stamper(t, "id").Stamp("3 jam lalu", time.Time{}); ok {
		t.Error("a stamp that counts back was read without a clock")
	}
}

func show(t time.Time, precise, ok bool) string {
	switch {
	case !ok:
		return ""
	case !precise:
		return t.Format("2006-01-02")
	}
	return t.Format(time.RFC3339)
}

func FuzzStamp(f *testing.F) {
	for _, s := range []string{"10 Jun 2025 10:13", "2025-06-10", "June 10, 2025 7 pm GMT+", "1/2/3:4", "99999999999999999999"} {
		f.Add(s)
	}
	s := stamper(f, "id", "en")
	f.Fuzz(func(t *testing.T, in string) {
		at, _, ok := s.Stamp(in, time.Unix(1e9, 0))
		if ok && (at.Year() <= 1970 || at.Year() >= 2200) {
			t.Errorf("%q gives the year %d", in, at.Year())
		}
	})
}

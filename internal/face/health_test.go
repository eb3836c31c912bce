package face_test

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
)

func TestHealthIsSaidInWords(t *testing.T) {
	id, en := words(t, "id"), words(t, "en")
	wib := time.FixedZone("", 7*3600)
	now := time.Date(2026, 3, 6, 12, 0, 0, 0, wib) // a Friday
	tuesday := time.Date(2026, 3, 2, 20, 0, 0, 0, time.UTC)
	fails := func(since time.Time, f news.Failure) news.Condition {
		return news.Condition{Kind: news.FeedFails, Since: since, Failure: &f}
	}
	for _, c := range []struct {
		in     news.Condition
		id, en string
	}{
		{news.Condition{Kind: news.FeedFine}, "Baik", "Fine"},
		{news.Condition{Kind: news.FeedNew}, "Belum pernah diambil", "Not polled yet"},
		{news.Condition{Kind: news.FeedPaused}, "Dijeda", "Paused"},
		{fails(tuesday, news.Failure{Kind: news.FailWall, Status: 403}), "HTTP 403 dari tembok bot sejak Selasa", "HTTP 403 from a bot wall since Tuesday"},
		{fails(now.Add(-time.Hour), news.Failure{Kind: news.FailTimeout}), "Tidak menjawab tepat waktu sejak 11.00", "No answer in time since 11:00"},
		{fails(now.AddDate(0, 0, -9), news.Failure{Kind: news.FailDNS}), "Nama host tidak ditemukan sejak 25 Feb 2026", "The host name leads nowhere since 25 Feb 2026"},
		{fails(tuesday, news.Failure{Kind: news.FailRobots, Path: "/tag/"}), "robots.txt melarang /tag/", "robots.txt forbids /tag/"},
		{fails(tuesday, news.Failure{Kind: news.FailRobots}), "robots.txt melarang alamat ini", "robots.txt forbids this address"},
		{fails(tuesday, news.Failure{Kind: news.FailNotFeed, Links: []string{"https://a.example/rss", "https://a.example/\x1b[1m"}}),
			"Ini halaman, bukan umpan; tertaut ke umpan ini: https://a.example/rss, https://a.example/",
			"This is a page, not a feed; it links to these feeds: https://a.example/rss, https://a.example/"},
		{fails(now.Add(-time.Minute), news.Failure{Kind: news.FailStatus, Status: 429, Until: now.Add(30 * time.Minute)}),
			"HTTP 429 sejak 11.59; minta ditunggu hingga 12.30", "HTTP 429 since 11:59; asks to wait until 12:30"},
		{fails(tuesday, news.Failure{Kind: news.FailStatus, Status: 503, Until: now.Add(-time.Minute)}), "HTTP 503 sejak Selasa", "HTTP 503 since Tuesday"},
		{news.Condition{Kind: news.FeedQuiet, Since: now.AddDate(0, 0, -9)}, "Tidak ada butir baru selama 9 hari", "No new item for 9 days"},
		{news.Condition{Kind: news.FeedSlow, By: 12400 * time.Millisecond}, "Lambat: jawabannya perlu 12 detik", "Slow: its answer took 12 seconds"},
		{news.Condition{Kind: news.FeedAhead, By: 7 * time.Hour}, "Jamnya maju 7 jam; waktu dikoreksi", "Its clock is 7 hours ahead; times are corrected"},
		{news.Condition{Kind: news.FeedMoved, URL: "https://a.example/rss", Since: tuesday}, "Pindah ke https://a.example/rss sejak Selasa", "Moved to https://a.example/rss since Tuesday"},
		{news.Condition{Kind: news.FeedResting, Since: tuesday, Failure: &news.Failure{Kind: news.FailStatus, Status: 404}},
			"HTTP 404; diistirahatkan sejak Selasa, jarang diambil", "HTTP 404; rested since Tuesday, asked rarely"},
		{news.Condition{Kind: news.FeedDamaged}, "Umpannya rusak; butir yang utuh dipakai", "The feed is broken; its whole items are used"},
	} {
		if got := id.Health(c.in, now); got != c.id {
			t.Errorf("id: got %q, want %q", got, c.id)
		}
		if got := en.Health(c.in, now); got != c.en {
			t.Errorf("en: got %q, want %q", got, c.en)
		}
	}
}

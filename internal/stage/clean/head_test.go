package clean_test

import (
	"testing"

	"github.com/selisik/selisik/internal/news"
)

func TestHeadOfABareText(t *testing.T) {
	body := "Banjir menerjang Desa Sukamerah pada Rabu malam. Tiga warga tewas, kata Kepala BPBD Lembur Sri Andayani.\n\nAir surut pada Kamis pagi."
	for _, c := range []struct{ name, head, title, outlet, byline, text string }{
		{"logo, author with outlet, picture", "![Logo](https://suaratanjung.example/logo.png)\nBanjir Terjang Sukamerah, Tiga Tewas\nRatih Purba - Suara Tanjung\nKamis, 13 Maret 2031 | 08:10 WIB\nhttps://suaratanjung.example/a.webp\nWarga melihat air naik, Rabu (12/3/2031). SUARA TANJUNG/Joko Purna\n\n", "Banjir Terjang Sukamerah, Tiga Tewas", "Suara Tanjung", "", body},
		{"a menu", "Banjir Terjang Sukamerah, Tiga Tewas\nNasional | Daerah | Hukum | Indeks\n\n", "Banjir Terjang Sukamerah, Tiga Tewas", "", "", body},
		{"author with a domain", "Banjir Terjang Sukamerah, Salah Siapa?\noleh Mas Joko | ngopi.example\n13/03/2031\n\n", "Banjir Terjang Sukamerah, Salah Siapa?", "ngopi.example", "", body},
		{"nothing but the report", "", "", "", "", body},
		{"a first sentence of its own", "Tiga orang tewas di Sukamerah.\n\n", "", "", "", "Tiga orang tewas di Sukamerah.\n\n" + body},
	} {
		a, err := cleaner(t).Article(news.RawDocument{Input: "a.txt", MediaType: "text/plain", Body: []byte(c.head + body)})
		if err != nil {
			t.Fatal(err)
		}
		outlet := ""
		if a.Outlet != nil {
			outlet = a.Outlet.Name
		}
		if a.Title != c.title || outlet != c.outlet || a.Text != c.text {
			t.Errorf("%s: title %q outlet %q text %q", c.name, a.Title, outlet, a.Text)
		}
		if a.URL != "" {
			t.Errorf("%s: the address %q is nowhere said to be the page's", c.name, a.URL)
		}
	}
}

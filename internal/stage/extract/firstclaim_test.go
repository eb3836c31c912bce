package extract_test

import "testing"

func TestTheFirstClaimBeginsBehindTheDateline(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct{ name, tag, text, want string }{
		{"two dashes", "id", "KABAR.EXAMPLE, LAMARA -- Wali Kota Ratna Wijaya meninjau banjir di Ranti.", "Wali Kota Ratna Wijaya meninjau banjir di Ranti."},
		{"a desk before two dashes", "id", "Lamara, KBR Indonesia -- Menteri Surya Laksmana meninjau tanggul.", "Menteri Surya Laksmana meninjau tanggul."},
		{"a full stop behind the town", "id", "KABAR.EXAMPLE - LAMARA. Indeks saham naik 2 persen pada Jumat.", "Indeks saham naik 2 persen pada Jumat."},
		{"letters alone", "id", "KBR. Ketua Umum Partai Lereng Damar Sunyoto menggelar rapat.", "Ketua Umum Partai Lereng Damar Sunyoto menggelar rapat."},
		{"letters that are the subject", "id", "KBR menggelar rapat di Lamara pada Jumat malam.", "KBR menggelar rapat di Lamara pada Jumat malam."},
		{"an agency", "en", "LOWICK, June 5 (NWA) — The harbour was closed on Friday.", "The harbour was closed on Friday."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, k := range x.Read(article(c.tag, "Judul\n\n"+c.text)).Claims {
				if k.Field == "text" {
					if k.Text != c.want {
						t.Errorf("got %q, want %q", k.Text, c.want)
					}
					return
				}
			}
			t.Error("no claim")
		})
	}
}

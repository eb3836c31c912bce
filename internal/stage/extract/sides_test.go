package extract_test

import "testing"

func TestWhoeverSpeaksForASideSpeaksOn(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct{ name, text, want string }{
		{"fire", "Kepala Dinas Damkar Ratna Wijaya mengatakan api padam pukul 9. Saat ini, pihaknya belum dapat memperkirakan kerugian.", "Ratna Wijaya"},
		{"trial", `"Kami akan banding," kata pengacara Budi Santoso. Pihaknya menyiapkan memori banding.`, "Budi Santoso"},
		{"nobody spoke", "Jalan ditutup sejak pagi. Pihaknya memasang rambu di dua simpang.", ""},
		{"carried only", "Dilansir Kabar Nusa, jalan ditutup sejak pagi. Pihaknya memasang rambu di dua simpang.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			claims := x.Read(article("id", "Judul\n\n"+c.text)).Claims
			got := ""
			if a := claims[len(claims)-1].Attribution; len(a) > 0 {
				got = a[0].Name
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

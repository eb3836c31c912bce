package quote_test

import "testing"

func TestTheyAreNotOnePerson(t *testing.T) {
	desks := newDesks(t)
	for _, c := range []struct {
		name, tag, src string
		want           []string // who reports
	}{
		{"protest", "id", "Bupati Ratna Wijaya mengatakan jalan itu dibuka lagi besok. Mereka memprotes penutupan jalan itu sejak pagi.", []string{"Ratna Wijaya"}},
		{"business, a firm spoke last", "id", "PT Sinar Bahari mengatakan pabriknya ditutup. Mereka menyebut kerugiannya besar.", []string{"PT Sinar Bahari", "PT Sinar Bahari"}},
		{"war", "en", "Mayor Ilse Brandt said the road would open again. They said the shelling had not stopped.", []string{"Ilse Brandt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range desks[c.tag].read(c.src).Reports {
				got = append(got, r.Name)
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}
		})
	}
}

func TestWhoADescriptionNames(t *testing.T) {
	desks := newDesks(t)
	for _, c := range []struct{ name, tag, src, want string }{
		{"war", "id", `"Puluhan ribu orang datang dari utara," tutur warga Lembur bernama Mohamad Amran (40).`, "Mohamad Amran"},
		{"fire", "id", `"Kami tidak tahu api dari mana asalnya," ujar seorang saksi bernama Romi.`, "Romi"},
		{"health", "id", `"Lubang gigi anak harus segera ditambal," kata dokter gigi spesialis kedokteran gigi anak RS Kasih Pekayun, Farah Syarifa.`, "Farah Syarifa"},
		{"crash, two posts", "id", `"Mobil itu melaju kencang sekali," kata Kapolsek Kampung Raya, Polres Labuhan Selatan AKP Iman Azhari.`, "Iman Azhari"},
		{"a relative who is named", "id", `"Saya senang sekali bisa ikut," sambung Meldi keponakan Dewi Persada.`, "Meldi"},
		{"haji, one of two ministers' offices", "id", `Menteri Agama Nasar Umarin datang. "Saya bersyukur," kata Menag Nasar Umarin. Biaya turun atas arahan Presiden Prabu Subaya. "Biaya haji tahun ini turun jauh," kata menteri berusia 64 tahun ini.`, "Nasar Umarin"},
		{"flood", "en", `"The water came up in minutes," said a resident named Lorna Quill.`, "Lorna Quill"},
	} {
		t.Run(c.name, func(t *testing.T) {
			qs := desks[c.tag].read(c.src).Quotes
			if got := qs[len(qs)-1].Speaker; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

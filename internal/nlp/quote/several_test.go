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

package reconcile

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

func TestGovernments(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tag, role, land string
		ok              bool
	}{
		{"id", "Menteri Pekerjaan Umum", "", true},
		{"id", "Menteri Luar Negeri Prancis", "Prancis", true},
		{"id", "Presiden RI", "Indonesia", true},
		{"id", "Presiden", "", true},
		{"id", "Presiden Direktur Tirtaguna", "", false},
		{"id", "Presiden ke-7 RI", "", false},
		{"id", "mantan Menteri Pertanian", "", false},
		{"id", "istri Menteri Pertanian", "", false},
		{"id", "Sekretaris Kementerian Perhubungan", "", false},
		{"id", "Gubernur", "", false},
		{"en", "health minister", "", true},
		{"en", "Prime Minister of Japan", "Japan", true},
		{"en", "Israeli foreign minister", "Israel", true},
		{"en", "shadow transport minister", "", false},
		{"en", "vice president", "", false},
		{"en", "general secretary of the union", "", false},
	} {
		p := postsOf(packs.For(c.tag))
		if land, ok := p.government(c.role); ok != c.ok || ok && land != c.land {
			t.Errorf("%s: %q %v, want %q %v", c.role, land, ok, c.land, c.ok)
		}
	}
}

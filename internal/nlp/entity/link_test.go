package entity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
)

func linker(t testing.TB) *entity.Linker {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return entity.NewLinker(ps.For("id"), ps.For("en"))
}

// seen reads sightings: lines of article, kind, name, then perhaps text and role.
func seen(lines string) []entity.Sighting {
	var out []entity.Sighting
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := append(strings.Split(strings.TrimSpace(line), "|"), "", "")
		s := entity.Sighting{Kind: f[1], Name: f[2], Text: f[2], Role: f[4]}
		fmt.Sscan(f[0], &s.Article)
		if f[3] != "" {
			s.Text = f[3]
		}
		out = append(out, s)
	}
	return out
}

func TestLink(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{
			"a part of a name, first or last", "1|person|Rani Kusuma Dewi\n2|person|Rani\n3|person|Kusuma Dewi\n4|person|Dewi",
			"Rani Kusuma Dewi [Dewi,Kusuma Dewi,Rani] 0 1 2 3",
		},
		{
			"a part that two names hold joins neither", "1|person|Kim Jong Un\n1|person|Kim Yo Jong\n2|person|Kim",
			"Kim Jong Un [] 0; Kim Yo Jong [] 1; Kim [] 2",
		},
		{
			"a word in the middle is not enough", "1|person|Anton Budi Cahya\n2|person|Budi",
			"Anton Budi Cahya [] 0; Budi [] 1",
		},
		{
			"an acronym that another article introduces", "1|organisation|Badan Air Bersih|BAB\n1|organisation|Badan Air Bersih\n2|organisation|BAB",
			"Badan Air Bersih [BAB] 0 1 2",
		},
		{
			"an acronym that two articles use for two names", "1|organisation|Badan Air Bersih|BAB\n2|organisation|Balai Aset Bersama|BAB\n3|organisation|BAB",
			"Badan Air Bersih [BAB] 0; Balai Aset Bersama [BAB] 1; BAB [] 2",
		},
		{
			"places in two languages", "1|place|Korea Utara|Korut\n2|place|North Korea\n3|place|Korea Selatan",
			"Korea Utara [Korut,North Korea] 0 1; Korea Selatan [] 2",
		},
		{
			"other spellings stay apart and are told", "1|person|Sugiyo\n2|person|Sugino\n3|place|Dreierschützengasse\n4|place|Dreierschuetzengasse",
			"Sugiyo [] 0 ~1; Sugino [] 1 ~0; Dreierschützengasse [] 2 ~3; Dreierschuetzengasse [] 3 ~2",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, e := range linker(t).Link(seen(c.in)) {
				s := fmt.Sprintf("%s [%s] %s", e.Name, strings.Join(e.Aliases, ","), strings.Trim(fmt.Sprint(e.Sightings), "[]"))
				for _, v := range e.Variants {
					s += fmt.Sprintf(" ~%d", v)
				}
				got = append(got, s)
			}
			if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLinkRanksRoles(t *testing.T) {
	t.Parallel()
	es := linker(t).Link(seen("1|person|Rani Dewi||Ketua\n2|person|Rani Dewi||Bupati Sleman\n3|person|Rani Dewi||Bupati Sleman"))
	if d := cmp.Diff([]string{"Bupati Sleman", "Ketua"}, es[0].Roles); d != "" {
		t.Error(d)
	}
}

package web

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/face/facetest"
)

// sets are the closed sets of values that pages put into words.
var sets = map[string][]string{
	"did":           {"merge", "split", "move", "pin", "change"},
	"done":          {"merge", "split", "move", "pin", "pause", "resume", "remove", "renew", "settings", "sources", "watch"},
	"export":        exports(),
	"feedkind":      {"feed", "sitemap", "page"},
	"help.copy":     {"verbatim", "rewrite", "same-release", "translation", "cites"},
	"help.example":  {"corroborated", "single-origin", "single-article", "disputed", "contradiction", "update", "scope", "precision"},
	"help.kind":     {"contradiction", "update", "scope", "precision"},
	"help.state":    {"states", "differs", "omits"},
	"help.status":   {"corroborated", "single-origin", "single-article", "disputed"},
	"in":            {"articles", "quotes", "findings"},
	"layer":         layerKeys,
	"nav":           {"front", "search", "watch", "sources", "add", "audit", "help"},
	"problem":       {"403", "404", "409", "413", "422", "429", "503", "other"},
	"problem.help":  {"403", "404", "409", "413", "422", "429", "503", "other"},
	"role":          {"reader", "editor", "admin"},
	"signin.hurdle": {"stale", "refused", "untrusted", "stranger", "silent"},
	"sort":          filter{}.Sorts(),
	"sources.sum":   {"bad", "warn", "good", "rest"},
	"theme":         {"light", "dark"},
	"watch.feed":    {"rss", "atom", "json"},
	"watch.way":     {"webhook", "mail"},
	"watch.has":     {"words", "name", "outlet", "origins", "articles", "differences", "cited"},
	"when":          {"story", "difference", "contradiction", "change"},
	"zone":          {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"},
}

func TestPacksHaveEveryPhraseOfThePagesAndNoOther(t *testing.T) {
	keys := map[string]bool{}
	for set, values := range sets {
		for _, v := range values {
			keys[set+"."+v] = true
		}
	}
	said := regexp.MustCompile(`T\.(?:Say|Count)[ (]"([a-z0-9.-]+)"|key(?: :?)= "(since\.[a-z]+)"|s\.frame\(r, "([a-z]+)", ""\)`)
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".tmpl") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, m := range said.FindAllStringSubmatch(string(raw), -1) {
			switch {
			case m[3] != "":
				keys[m[3]+".title"] = true
			case !strings.HasSuffix(m[1]+m[2], "."):
				keys[m[1]+m[2]] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	keys["language"] = true
	packs := facetest.Packs(t)
	for _, tag := range []string{"id", "en"} {
		have := packs.For(tag).Map("phrases")
		for k := range keys {
			if _, ok := have["web."+k]; !ok {
				t.Errorf("%s: no phrase web.%s", tag, k)
			}
		}
		for k := range have {
			if name, ours := strings.CutPrefix(k, "web."); ours && !keys[name] && !keys[strings.TrimSuffix(name, ".one")] {
				t.Errorf("%s: nothing asks for %s", tag, k)
			}
		}
	}
}

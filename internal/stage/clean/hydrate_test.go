package clean

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// sentence is prose as the data of scripts holds it.
const sentence = "The council of Eastmere passed its budget early on Tuesday after nine hours of talks. "

func TestHostileDataOfScriptsIsReadInTime(t *testing.T) {
	for _, c := range []struct{ name, script string }{
		{"a long name above many", `{"` + strings.Repeat("k", 1<<19) + `":{` + fields(40000) + `}}`},
		{"a sentence that never ends", `[[` + strings.Repeat(`"a",`, 400000) + `"` + strings.Repeat(sentence, 8) + `"]]`},
		{"names in names", strings.Repeat(`{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":`, 9000) + `"x"` + strings.Repeat("}", 9000)},
		{"quotes that never close", "var a = (" + strings.Repeat(`\"`, 1<<21)},
		{"quotes and breaks", "f(" + strings.Repeat("\"\n'", 1<<20)},
		{"a stream of heads", `self.__next_f.push([1,"` + strings.Repeat("1:T0,", 1<<19) + `"])`},
		{"a stream of rows", `self.__next_f.push([1,"` + strings.Repeat(`1:[]\n`, 1<<18) + `"])`},
		{"lists in lists", strings.Repeat("[", 1<<20)},
		{"markup in markup", `["` + strings.Repeat("<b><p>", 20000) + `</p>"]`},
		{"many pieces of markup", `[` + strings.Repeat(`"<b></b>",`, 40000) + `""]`},
	} {
		start := time.Now()
		hydratedTexts(t, "<script>x="+c.script+"</script>")
		if d := time.Since(start); d > 4*time.Second {
			t.Errorf("%s: took %s", c.name, d)
		}
	}
}

// fields returns n fields of a JSON object.
func fields(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strings.Repeat("f", i%7) + string(rune('a'+i%26)) + strings.Repeat("z", i/26%97) + strings.Repeat("y", i/2522) + `":"v"`)
	}
	return b.String()
}

// The text in the data of scripts is whole lines of sound characters, and no
// longer than the data.
func FuzzHydrated(f *testing.F) {
	long := strings.Repeat(sentence, 5)
	for _, s := range []string{
		`window.__STATE__ = {"page":{"body":[{"t":"` + long + `"},{"t":"` + sentence + `"}]},"more":[{"t":"Ferry back."}]};`,
		`{"props":{"pageProps":{"article":{"content":"<p>` + long + `</p><p>` + sentence + `<br>x</p><ul><li>a</ul>"}}}}`,
		`[[["` + long + `","and"],["b",","]],["\ud800\u0000","\u2028"]]`,
		`self.__next_f.push([1,"` + long + `"])`,
		`self.__next_f.push([1,"2:I[1,[],\"x\"]\n3:T1a0,` + long + `4:[\"$\",{\"a\":\"b\"}]\n"])`,
		`window.__NUXT__=(function(a){return {data:[{text:"` + sentence + `",t:'it\'s \x3cb\x3e'},{text:"` + long + `"}]}}("x"))`,
		`JSON.parse("{\"a\":\"` + long + `\"}")`, `a="\u12`, `b='\`, `1:Tffffffff,`,
		`{"":{"":[{},[],null,true,1e999]}}`,
		`{"a.b":{"c":"x"},"a":{"b.c":"y"}}`,
		`{"a":["<`, `[`, `{"a":"</p>"`, ``, `var a = {b: 1}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, script string) {
		start := time.Now()
		total := 0
		for _, s := range hydratedTexts(t, "<script>"+script+"</script>") {
			total += len(s) + 1
			if s == "" || strings.Join(strings.Fields(s), " ") != s || !utf8.ValidString(s) {
				t.Errorf("line %q", s)
			}
		}
		if total > 3*len(script)+1 {
			t.Errorf("%d bytes of text in %d of script", total, len(script))
		}
		if d := time.Since(start); d > time.Second {
			t.Errorf("%d bytes took %s", len(script), d)
		}
	})
}

// hydratedTexts returns the texts that the scripts of a page hold.
func hydratedTexts(t *testing.T, page string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Skip(err)
	}
	var out []string
	for _, l := range hydrated(doc, "Council passes budget") {
		out = append(out, l.text)
	}
	return out
}

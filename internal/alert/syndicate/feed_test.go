package syndicate_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/news"
)

// hostile is what titles and texts can be.
var hostile = []string{
	`]]></title><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "&lt;b&gt; &amp; <!-- ", "a\x00\x1b[31mb\ufffe\uffff",
	"naik \u202egnirts\u202c", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;", "bad \xff\xfe utf", strings.Repeat("界", 5000),
}

func TestFeedsRoundTripWhateverTheTextsAre(t *testing.T) {
	t.Parallel()
	at := time.Date(2025, 7, 1, 8, 30, 15, 999, time.FixedZone("WIB", 7*3600))
	for _, format := range syndicate.Formats() {
		f := syndicate.Feed{ID: "urn:selisik:q-1", Title: hostile[0], Author: "Selisik", Self: "https://desk.example/f", Home: "javascript:alert(1)", Language: "id", Updated: at}
		for i, s := range hostile {
			f.Items = append(f.Items, syndicate.Item{
				ID: "urn:selisik:f-" + string(rune('a'+i)), Title: s, Text: s + "\nhttps://desk.example/s?a=1&b=2", At: at,
				Link: []string{"https://desk.example/s?a=1&b=2", "javascript:alert(1)", "data:text/html,x", ""}[i%4],
			})
		}
		var b bytes.Buffer
		if err := syndicate.Write(&b, format, f); err != nil {
			t.Fatal(err)
		}
		wellFormed(t, format, b.Bytes())
		if s := b.String(); strings.Contains(s, "<script") || strings.Contains(s, "javascript:alert(1)\"") || strings.Contains(s, "\u202e") || strings.Contains(s, "\x1b") {
			t.Errorf("%s holds markup or controls", format)
		}
		got, err := gofeed.NewParser().Parse(&b)
		if err != nil || len(got.Items) != len(hostile) {
			t.Fatalf("%s: %v, %d items", format, err, len(got.Items))
		}
		for i, it := range got.Items {
			want := f.Items[i]
			link := map[bool]string{true: want.Link}[i%4 == 0]
			if it.GUID != want.ID || it.Link != link || !it.PublishedParsed.Equal(at.Truncate(time.Second)) {
				t.Errorf("%s item %d: %q %q %v", format, i, it.GUID, it.Link, it.PublishedParsed)
			}
		}
		if got.Items[0].Title != hostile[0] || got.Items[2].Title != "&lt;b&gt; &amp; <!--" {
			t.Errorf("%s: titles %q, %q", format, got.Items[0].Title, got.Items[2].Title)
		}
	}
}

// wellFormed reads a document as strictly as Go does.
func wellFormed(t *testing.T, format syndicate.Format, raw []byte) {
	t.Helper()
	if format == syndicate.JSON {
		if !json.Valid(raw) {
			t.Error("no JSON")
		}
		return
	}
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
	}
}

func TestAFormatThatIsNone(t *testing.T) {
	t.Parallel()
	if err := syndicate.Write(io.Discard, "opml", syndicate.Feed{}); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

func FuzzTextsStayText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, format := range syndicate.Formats() {
			var b bytes.Buffer
			feed := syndicate.Feed{ID: "urn:a", Title: s, Items: []syndicate.Item{{ID: "urn:b", Title: s, Text: s, Link: s}}}
			if err := syndicate.Write(&b, format, feed); err != nil {
				t.Fatal(err)
			}
			wellFormed(t, format, b.Bytes())
			if got, err := gofeed.NewParser().Parse(&b); err != nil || len(got.Items) != 1 {
				t.Fatalf("%s of %q: %v", format, s, err)
			}
		}
	})
}

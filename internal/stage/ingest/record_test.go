package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

func TestRecordKeepsItsFields(t *testing.T) {
	in := write(t, "a.jsonl", "\n"+`{"id":7,"outlet":"Kabar Uji","url":"https://kabaruji.example/1","title":"Air naik","published":"Selasa, 10 Juni 2025 - 08:32 WIB","text":"Air naik.","byline":"Rena","extra":{"a":[1]}}`)
	docs, problems := read(Options{}, in)
	want := []news.RawDocument{{
		Input: in + ":2", Ref: "7", URL: "https://kabaruji.example/1", Outlet: "Kabar Uji", Title: "Air naik",
		Published: "Selasa, 10 Juni 2025 - 08:32 WIB", Byline: "Rena", MediaType: "text/plain", Charset: "utf-8", Body: []byte("Air naik."),
	}}
	if diff := cmp.Diff(want, docs); diff != "" || problems != nil {
		t.Errorf("%s%v", diff, problems)
	}
}

func TestRecordOfReadsManySpellings(t *testing.T) {
	for name, c := range map[string]struct {
		object string
		want   record
	}{
		"other names":               {`{"Headline":"J","articleBody":"T","datePublished":"2025-06-10","source":"O"}`, record{fieldTitle: "J", fieldText: "T", fieldPublished: "2025-06-10", fieldOutlet: "O"}},
		"Indonesian names":          {`{"judul":"J","isi":"T","tanggal":"10/6/2025","penulis":"P"}`, record{fieldTitle: "J", fieldText: "T", fieldPublished: "10/6/2025", fieldByline: "P"}},
		"the better name wins":      {`{"content":"no","text":"T","body":"no"}`, record{fieldText: "T"}},
		"an empty one does not":     {`{"text":"","content":"T"}`, record{fieldText: "T"}},
		"numbers":                   {`{"id":12,"text":"T"}`, record{fieldID: "12", fieldText: "T"}},
		"seconds since 1970":        {`{"timestamp":1749519120,"text":"T"}`, record{fieldPublished: "2025-06-10T01:32:00Z", fieldText: "T"}},
		"milliseconds since 1970":   {`{"date":1749519120000,"text":"T"}`, record{fieldPublished: "2025-06-10T01:32:00Z", fieldText: "T"}},
		"a list of authors":         {`{"authors":["A",{"name":"B"},null],"text":"T"}`, record{fieldByline: "A, B", fieldText: "T"}},
		"an outlet with its name":   {`{"source":{"id":null,"name":"O"},"text":"T"}`, record{fieldOutlet: "O", fieldText: "T"}},
		"null and truth are no say": {`{"title":null,"url":false,"text":"T"}`, record{fieldText: "T"}},
	} {
		t.Run(name, func(t *testing.T) {
			var object map[string]json.RawMessage
			if err := json.Unmarshal([]byte(c.object), &object); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, recordOf(object)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMarkedUpTextIsAPage(t *testing.T) {
	for text, want := range map[string]string{
		"<p>Air naik.</p>":        "text/html",
		"Air naik.":               "text/plain",
		"Air < 3 m, angin > 2 m.": "text/plain",
		"<3 untuk </semua>":       "text/plain",
	} {
		b, err := json.Marshal(map[string]string{"text": text})
		if err != nil {
			t.Fatal(err)
		}
		docs, _ := read(Options{}, write(t, "a.jsonl", string(b)))
		if len(docs) != 1 || docs[0].MediaType != want {
			t.Errorf("%q: got %+v, want %s", text, docs, want)
		}
	}
}

func TestBrokenLinesAreNamedAndTheOthersUsed(t *testing.T) {
	in := write(t, "a.jsonl", "\ufeff"+`{"text":"Satu."}`+"\r\n"+
		"\r\n"+
		`{"text":"Tiga."`+"\r\n"+
		`[1]`+"\r\n"+
		`{"title":"Lima"}`+"\r\n"+
		`{"text":"Enam`+"\xff"+`."}`+"\r\n"+
		`{"text":"Tujuh."}`)
	docs, problems := read(Options{}, in)
	if diff := cmp.Diff([]string{"plain||Satu.", "plain||Enam\ufffd.", "plain||Tujuh."}, brief(docs)); diff != "" {
		t.Errorf("documents:\n%s", diff)
	}
	want := []string{
		in + ":3: not valid JSON at byte 15: unexpected end of JSON input",
		in + ":4: not a JSON object",
		in + ":5: record holds no text",
		in + ":6: not valid UTF-8: replaced what is damaged",
	}
	if diff := cmp.Diff(want, lines1(problems)); diff != "" {
		t.Errorf("problems:\n%s", diff)
	}
}

func TestManyBrokenLinesAreCounted(t *testing.T) {
	_, problems := read(Options{}, write(t, "a.jsonl", strings.Repeat("{\n", 1000)))
	if len(problems) != maxComplaints+1 || !strings.HasSuffix(problems[maxComplaints].Error(), "980 more records could not be used") {
		t.Errorf("got %d problems, the last %v", len(problems), problems[len(problems)-1])
	}
}

func TestLongLines(t *testing.T) {
	long := func(n int) string { return `{"html":"` + strings.Repeat("a", n) + `"}` }
	in := write(t, "a.jsonl", long(9<<20)+"\n"+long(50<<20)+"\n"+long(65<<20)+"\n"+`{"text":"Air."}`)
	docs, problems := read(Options{}, in)
	var used []string
	for _, d := range docs {
		used = append(used, fmt.Sprint(strings.TrimPrefix(d.Input, in), " ", len(d.Body)))
	}
	if diff := cmp.Diff([]string{fmt.Sprint(":1 ", 9<<20), ":4 4"}, used); diff != "" {
		t.Errorf("documents:\n%s", diff)
	}
	want := []string{in + ":2: text is larger than 10 MiB", in + ":3: line is larger than 64 MiB"}
	if diff := cmp.Diff(want, lines1(problems)); diff != "" {
		t.Errorf("problems:\n%s", diff)
	}
}

func TestTableRowsAreNamedByTheirLine(t *testing.T) {
	in := write(t, "a.csv", "id,text\n1,\"Satu\nbaris.\"\n2,\n3,Tiga.\n4\n5,Lima\xff.\n")
	docs, problems := read(Options{}, in)
	var got []string
	for _, d := range docs {
		got = append(got, strings.TrimPrefix(d.Input, in)+" "+d.Ref)
	}
	if diff := cmp.Diff([]string{":2 1", ":5 3", ":7 5"}, got); diff != "" {
		t.Error(diff)
	}
	want := []string{in + ":4: record holds no text", in + ":6: record holds no text", in + ":7: not valid UTF-8: replaced what is damaged"}
	if diff := cmp.Diff(want, lines1(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestFieldTableIsSound(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range strings.Split(strings.TrimSpace(fieldTable), "\n") {
		if strings.HasPrefix(l, "#") || l == "field\tname" {
			continue
		}
		name, key, ok := strings.Cut(l, "\t")
		r, known := rankOf(key)
		if !ok || !known || fieldNames[r.field] != name || seen[key] {
			t.Errorf("line %q: unknown field or a name that comes twice", l)
		}
		seen[key] = true
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"text":"Air naik."}` + "\n{"))
	f.Add([]byte(`[{"text":1},[]]`))
	f.Add([]byte(`{"a":{"b":[{"url":"x"}]}}`))
	f.Fuzz(func(t *testing.T, b []byte) { fuzzAs(t, "a.jsonl", b); fuzzAs(t, "a.json", b) })
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,text\n1,\"Air\nnaik\"\n"))
	f.Add([]byte("isi;judul\n\"a;b\n"))
	f.Fuzz(func(t *testing.T, b []byte) { fuzzAs(t, "a.csv", b) })
}

func FuzzSniff(f *testing.F) {
	for _, s := range []string{page, `{"text":"x"}`, "id,text\n1,a", "WARC/1.0\r\n", "<rss><channel/></rss>", "\x1f\x8b\x08", "\xff\xfea\x00", "Air naik."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { fuzzAs(t, "a", b) })
}

// fuzzAs reads b under a name: every input gives documents or a problem, all
// plain text is UTF-8, and problems are one line.
func fuzzAs(t *testing.T, name string, b []byte) {
	var problems []error
	docs := 0
	r := &reader{ctx: t.Context(), opt: Options{Problem: func(err error) { problems = append(problems, err) }}}
	r.yield = func(d news.RawDocument) bool {
		docs++
		if d.MediaType != "text/html" && strings.ToValidUTF8(string(d.Body), "") != string(d.Body) {
			t.Errorf("%q is not UTF-8", d.Body)
		}
		return true
	}
	r.stream(newSource(name, name, bytes.NewReader(b)))
	if docs == 0 && len(problems) == 0 && len(bytes.TrimSpace(b)) > 0 && name == "a" {
		t.Error("neither a document nor a problem")
	}
	for _, err := range problems {
		if strings.ContainsAny(err.Error(), "\n\r\x1b") {
			t.Errorf("problem of several lines: %q", err)
		}
	}
}

func BenchmarkJSONL(b *testing.B) {
	var in bytes.Buffer
	for i := range 500 {
		fmt.Fprintf(&in, `{"id":"B%04d","outlet":"Kabar Uji","url":"https://kabaruji.example/%d","title":"Air naik","published":"2025-06-10","text":%q}`+"\n", i, i, strings.Repeat("Air sungai naik sejak dini hari dan warga mengungsi. ", 60))
	}
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		docs, problems := read(Options{Stdin: bytes.NewReader(in.Bytes())}, "-")
		if len(docs) != 500 || problems != nil {
			b.Fatal(len(docs), problems)
		}
	}
}

package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

// read returns what Read yields for the inputs and the problems it tells.
func read(opt Options, inputs ...string) (docs []news.RawDocument, problems []error) {
	opt.Problem = func(err error) { problems = append(problems, err) }
	for d := range Read(context.Background(), inputs, opt) {
		docs = append(docs, d)
	}
	return docs, problems
}

// write makes a file in a new folder and returns its path.
func write(t testing.TB, name, content string) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWaitingForAPipeEndsWithTheContext(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int)
	go func() {
		n := 0
		for range Read(ctx, []string{"-"}, Options{Stdin: in}) {
			n++
		}
		ended <- n
	}()
	cancel()
	if n := <-ended; n != 0 {
		t.Errorf("%d documents of a pipe that nobody wrote to", n)
	}
}

func zip(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// brief is a document in one line: media type, title, body.
func brief(docs []news.RawDocument) []string {
	var out []string
	for _, d := range docs {
		out = append(out, strings.TrimPrefix(d.MediaType, "text/")+"|"+d.Title+"|"+strings.TrimSpace(string(d.Body)))
	}
	return out
}

func lines1(errs []error) []string {
	var out []string
	for _, e := range errs {
		out = append(out, e.Error())
	}
	return out
}

const page = "<!DOCTYPE html><html><title>Banjir</title><p>Air naik.</p></html>"

func TestReadTellsFormatsApart(t *testing.T) {
	const jsonl = `{"title":"Satu","text":"Air naik."}` + "\n" + `{"title":"Dua","text":"Air surut."}` + "\n"
	two := []string{"plain|Satu|Air naik.", "plain|Dua|Air surut."}
	asPage := []string{"html||" + page}
	for name, c := range map[string]struct {
		file, content string
		want          []string
	}{
		"text":                           {"a.txt", "Air naik.\n", []string{"plain||Air naik."}},
		"Markdown":                       {"a.md", "# Banjir\n\nAir naik.", []string{"markdown||# Banjir\n\nAir naik."}},
		"a text that begins with a tag":  {"a.md", "<b>Banjir</b>", []string{"markdown||<b>Banjir</b>"}},
		"a page":                         {"a.html", page, asPage},
		"a page without any extension":   {"a", page, asPage},
		"a page that is called text":     {"a.txt", page, asPage},
		"a page after a declaration":     {"a", "<?xml version='1.0'?>\n<!-- x -->" + page, []string{"html||<?xml version='1.0'?>\n<!-- x -->" + page}},
		"a text that is called a page":   {"a.html", "Air < 3 meter.", []string{"plain||Air < 3 meter."}},
		"records":                        {"a.jsonl", jsonl, two},
		"records that are called text":   {"a.txt", jsonl, two},
		"records that are called JSON":   {"a.json", jsonl, two},
		"records of no name":             {"a", jsonl, two},
		"records with mark and CRLF":     {"a.jsonl", "\ufeff" + strings.ReplaceAll(jsonl, "\n", "\r\n"), two},
		"records in gzip":                {"a.jsonl.gz", zip(t, jsonl), two},
		"gzip that does not say so":      {"a.jsonl", zip(t, jsonl), two},
		"gzip of a page":                 {"a.html.gz", zip(t, page), asPage},
		"one record":                     {"a.json", `{"title":"Satu","text":"Air naik."}`, two[:1]},
		"one record over several lines":  {"a.json", "{\n\"title\":\"Satu\",\n\"text\":\"Air naik.\"}\n", two[:1]},
		"a list":                         {"a.json", `[{"title":"Satu","text":"Air naik."},` + "\n" + `{"title":"Dua","text":"Air surut."}]`, two},
		"an object that holds a list":    {"a.json", `{"n":2,"articles":[{"title":"Satu","text":"Air naik."},{"title":"Dua","text":"Air surut."}]}`, two},
		"a list deeper down":             {"a.json", `{"data":{"items":[{"title":"Satu","text":"Air naik."}]}}`, two[:1]},
		"JSON Feed":                      {"a.json", `{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"Satu","content_html":"<p>Air naik.</p>"}]}`, []string{"html|Satu|<p>Air naik.</p>"}},
		"a text that begins with braces": {"a.txt", "[FOTO] Air naik.", []string{"plain||[FOTO] Air naik."}},
		"CSV":                            {"a.csv", "title,text\nSatu,Air naik.\nDua,Air surut.\n", two},
		"CSV with semicolons":            {"a.csv", "judul;isi\nSatu;Air naik.\nDua;Air surut.", two},
		"CSV with tabs and no name":      {"a", "judul\tisi\nSatu\tAir naik.\nDua\tAir surut.", two},
		"CSV with a line break inside":   {"a.csv", "title,text\n\"Satu\",\"Air\nnaik.\"\n", []string{"plain|Satu|Air\nnaik."}},
		"UTF-16":                         {"a.txt", "\xff\xfeA\x00i\x00r\x00", []string{"plain||Air"}},
		"records in UTF-16":              {"a.jsonl", "\xfe\xff\x00{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00A\x00\"\x00}", []string{"plain||A"}},
		"Windows-1252":                   {"a.txt", "\x93Caf\xe9\x94 itu \x96 ramai", []string{"plain||“Café” itu – ramai"}},
		"CSV in Windows-1252":            {"a.csv", "title,text\nSatu,Caf\xe9 itu\n", []string{"plain|Satu|Café itu"}},
		"an archive":                     {"a.warc", record1("resource", "text/html", page), asPage},
		"an archive that is called text": {"a.txt", record1("resource", "text/html", page), asPage},
		"an archive in gzip":             {"a.warc.gz", zip(t, record1("resource", "text/html", page)) + zip(t, record1("resource", "text/plain", "Air naik.")), append(asPage, "plain||Air naik.")},
	} {
		t.Run(name, func(t *testing.T) {
			docs, problems := read(Options{}, write(t, c.file, c.content))
			if diff := cmp.Diff(c.want, brief(docs)); diff != "" {
				t.Errorf("documents (-want +got):\n%s", diff)
			}
			if problems != nil {
				t.Errorf("problems: %v", problems)
			}
		})
	}
}

// TestBadInputIsToldInOneLine holds the words, too: people read them.
func TestBadInputIsToldInOneLine(t *testing.T) {
	bomb := zip(t, strings.Repeat("a", 80<<20))
	archive := record1("resource", "text/plain", "Air naik.")
	for name, c := range map[string]struct {
		file, content, want string
		used                int
	}{
		"empty":                      {"a.txt", "", "empty", 0},
		"white space only":           {"a.html", " \n\t", "empty", 0},
		"binary":                     {"a.txt", "\x7fELF\x00\x00\x01", "not text but binary data", 0},
		"a picture":                  {"a.html", "\x89PNG\x0d\x0a\x1a\x0a\x00\x00", "not text but image/png", 0},
		"a PDF with NUL":             {"a.txt", "%PDF-1.7\n\x00", "not text but application/pdf", 0},
		"gzip of a binary":           {"a.gz", zip(t, "\x00\x01"), "not text but binary data", 0},
		"gzip in gzip":               {"a.txt.gz", zip(t, zip(t, "Air")), "not text but application/x-gzip", 0},
		"gzip cut off":               {"a.txt.gz", zip(t, strings.Repeat("Air naik. ", 99))[:30], "cut off before its end", 0},
		"gzip of nothing":            {"a.txt.gz", zip(t, ""), "empty", 0},
		"damaged gzip":               {"a.txt.gz", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff", "damaged gzip data", 0},
		"a bomb of a text":           {"a.txt.gz", bomb, "larger than 512 KiB", 0},
		"a bomb of records":          {"a.jsonl.gz", bomb, "expands more than a hundredfold, as a gzip bomb does", 0},
		"invalid UTF-8":              {"a.txt", "Air naik \xc3\x28 meter.", "not valid UTF-8 at byte 9: replaced what is damaged", 1},
		"no UTF-8 at all":            {"a.txt", "\xfe\xde\xd0\xf0\xfe\xde\xd0\xf0", "not valid UTF-8, nor text in another known character set", 0},
		"a text too large":           {"a.txt", strings.Repeat("Air naik. ", 300_000), "larger than 512 KiB", 0},
		"a page too large":           {"a.html", page + strings.Repeat("<p>Air naik.", 1_000_000), "larger than 10 MiB", 0},
		"JSON without records":       {"a.json", `{"a":1}`, "#1: record holds no text", 0},
		"an empty list":              {"a.json", `[]`, "no record with a text in it", 0},
		"a list cut off":             {"a.json", `[{"text":"Air."},{"te`, "cut off before its end", 1},
		"a list with bad syntax":     {"a.json", `[{"text":"Air."},{x}]`, "not valid JSON after 1 records: invalid character 'x' looking for beginning of object key string", 1},
		"a list of numbers":          {"a.json", `[1]`, "#1: not a JSON object", 0},
		"a table without a text":     {"a.csv", "id,judul\n1,Satu\n", "no column named text or html in its first row", 0},
		"a table without rows":       {"a.csv", "id,text\n", "no row below the header", 0},
		"an archive without pages":   {"a.warc", record1("resource", "image/png", "x"), "no page in this archive", 0},
		"an archive cut in a body":   {"a.warc", archive + archive[:len(archive)-6], "cut off before its end", 1},
		"an archive cut in a header": {"a.warc", archive + archive[:20], "cut off before its end", 1},
		"an archive with bad record": {"a.warc", archive + "xyz\r\n", `not a WARC record: begins with "xyz"`, 1},
		"an archive cut in gzip":     {"a.warc.gz", zip(t, archive) + zip(t, archive)[:40], "cut off before its end", 1},
		"a feed cut off":             {"a.xml", "<rss version='2.0'><channel><item><title>Sa", "not a feed that can be read: XML syntax error on line 1: unexpected EOF", 0},
		"a feed of links in a file":  {"a.xml", "<rss version='2.0'><channel><item><link>http://a.example/1</link></item></channel></rss>", "1 items only link to their article, and links are followed from a feed's address only", 0},
		"a name with control codes":  {"a\x1b[2J.txt", "", "empty", 0},
	} {
		t.Run(name, func(t *testing.T) {
			docs, problems := read(Options{}, write(t, c.file, c.content))
			if len(docs) != c.used {
				t.Errorf("%d documents used, want %d", len(docs), c.used)
			}
			if len(problems) != 1 {
				t.Fatalf("got %d problems, want one: %v", len(problems), problems)
			}
			got := problems[0].Error()
			if !strings.HasSuffix(got, c.want) || strings.ContainsAny(got, "\n\x1b") {
				t.Errorf("got  %q\nwant … %q", got, c.want)
			}
			if !errors.Is(problems[0], news.ErrInvalid) {
				t.Errorf("%v is not bad input", problems[0])
			}
		})
	}
}

func TestReadTellsOfAMissingFile(t *testing.T) {
	docs, problems := read(Options{}, filepath.Join(t.TempDir(), "tidak-ada.txt"))
	if len(docs) != 0 || len(problems) != 1 {
		t.Fatalf("got %d documents, problems %v", len(docs), problems)
	}
	if err := problems[0]; !errors.Is(err, news.ErrInvalid) || !errors.Is(err, fs.ErrNotExist) || !strings.HasSuffix(err.Error(), "no such file") {
		t.Errorf("got %v", err)
	}
}

func TestReadGoesThroughAFolderByName(t *testing.T) {
	root := t.TempDir()
	for name, content := range map[string]string{
		"b.txt": "B", "a.txt": "A", "c/d.md": "D", ".hidden.txt": "x", ".git/x.txt": "x",
		"photo.png": "\x89PNG", "README.md": "x", "c/readme.txt": "x", "z.jsonl": `{"text":"Z"}`,
	} {
		p := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	docs, problems := read(Options{}, root)
	if problems != nil {
		t.Errorf("problems: %v", problems)
	}
	var got []string
	for _, d := range docs {
		rel, _ := filepath.Rel(root, d.Input)
		got = append(got, filepath.ToSlash(rel))
	}
	if diff := cmp.Diff([]string{"a.txt", "b.txt", "c/d.md", "z.jsonl:1"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadTellsOfAFolderWithoutArticles(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "a.png"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, problems := read(Options{}, root)
	want := []string{"read " + root + ": no article in this folder: no file of a known type"}
	if diff := cmp.Diff(want, lines1(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestReadTakesStandardInput(t *testing.T) {
	docs, problems := read(Options{Stdin: strings.NewReader(page)}, "-")
	if problems != nil || len(docs) != 1 || docs[0].Input != "-" || docs[0].MediaType != "text/html" {
		t.Errorf("got %+v, %v", docs, problems)
	}
}

func TestReadStopsWhenNoMoreIsWanted(t *testing.T) {
	in := write(t, "a.jsonl", strings.Repeat(`{"text":"Air naik."}`+"\n", 100))
	n := 0
	for range Read(context.Background(), []string{in, in}, Options{}) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d documents after a break at 3", n)
	}
}

func TestReadStopsWhenItsContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := write(t, "a.jsonl", strings.Repeat(`{"text":"Air naik."}`+"\n", 100))
	n := 0
	for range Read(ctx, []string{in}, Options{}) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d documents after cancelling at 3", n)
	}
}

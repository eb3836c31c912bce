package ingest

import (
	"fmt"
	"io"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/warc"
)

// warc reads the pages of an archive: what servers answered with status 200,
// and resources, as far as they are text. Of a damaged archive what stands
// before the damage is used.
func (r *reader) warc(s *source) {
	bad := &complaints{r: r, s: s}
	defer bad.close()
	pages := 0
	in, err := warc.NewReader(s.r)
	for n := 1; err == nil && !r.done(); n++ {
		var rec *warc.Record
		if rec, err = in.Next(); err != nil {
			break
		}
		page, pageErr := rec.Page(maxPage)
		switch {
		case pageErr != nil:
			bad.add(s.nth(n), "%s", reason(pageErr))
		case page != nil:
			pages++
			r.page(s, bad, s.nth(n), page)
		}
	}
	switch {
	case err != nil && err != io.EOF:
		r.broken(s.what(), fmt.Errorf("%w, after %d pages", err, pages))
	case pages == 0 && bad.n == 0:
		r.invalid(s.what(), "no page in this archive")
	}
}

// page hands on a page of an archive.
func (r *reader) page(s *source, bad *complaints, name string, p *warc.Page) {
	d := news.RawDocument{Input: name, URL: p.URL, MediaType: p.MediaType, Charset: p.Charset, Body: p.Body, Fetched: p.Date}
	if d.MediaType != html.mediaType() {
		switch k := sniff(p.Body, "txt"); k {
		case html:
			d.MediaType = html.mediaType()
		case plain:
			var err error
			if d.Body, err = decode(p.Body, p.Charset); err != nil {
				bad.add(name, "%v", err)
			}
			d.Charset = "utf-8"
		default:
			return
		}
	}
	if d.Body != nil {
		r.emit(d)
	}
}

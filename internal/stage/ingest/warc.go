package ingest

import (
	"errors"
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
	pages, in := 0, warc.NewReader(s.r)
	rec, err := in.Next()
	for n := 1; err == nil && !r.done(); n++ {
		page, pageErr := rec.Page(maxPage)
		if err = in.Skip(); err != nil {
			break
		}
		switch {
		case pageErr != nil:
			bad.add(s.nth(n), "%s", reason(pageErr))
		case page != nil:
			pages++
			if d, ok := told(s.nth(n), rec.Header, page); ok {
				r.emit(d)
			} else {
				r.page(s, bad, s.nth(n), page)
			}
		}
		rec, err = in.Next()
	}
	switch {
	case errors.Is(err, io.EOF) && pages == 0 && bad.n == 0:
		r.invalid(s.what(), "no page in this archive")
	case err != nil && !errors.Is(err, io.EOF):
		r.broken(s.what(), err)
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

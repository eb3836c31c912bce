package web

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
)

// addPage takes articles: by address, as text, or as a file.
type addPage struct {
	frame
	URL   string
	Added string   // what became of the last one, in words
	Fails []string // why nothing, or not all, could be had
}

func (s *site) adding(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, "add", addPage{frame: s.frame(r, "add", ""), URL: face.Line(r.URL.Query().Get("url"))})
}

func (s *site) add(w http.ResponseWriter, r *http.Request) error {
	added, err := s.added(r)
	if errors.As(err, new(account.WaitError)) || errors.As(err, new(*http.MaxBytesError)) {
		return err
	}
	page := addPage{frame: s.frame(r, "add", ""), Fails: lines(added.Problems)}
	status := http.StatusOK
	switch {
	case err == nil:
		page.Added = page.T.Count("add.done", added.New)
		if known := added.Read - added.New; known > 0 {
			page.Added += " " + page.T.Count("add.known", known)
		}
	case errors.Is(err, news.ErrInvalid), errors.Is(err, news.ErrUnavailable), errors.Is(err, news.ErrNotFound):
		status, page.URL = http.StatusUnprocessableEntity, face.Line(r.FormValue("url"))
		if len(page.Fails) == 0 {
			page.Fails = []string{face.Line(serve.NewProblem(err).Detail)}
		}
		page.Fails = slices.Compact(page.Fails)
	default:
		return err
	}
	return s.showAs(w, status, "add", page)
}

// added takes in what a form gives: a file, an address, or a text.
func (s *site) added(r *http.Request) (serve.Added, error) {
	file, head, err := r.FormFile("file")
	if err == nil {
		defer file.Close()
		raw, err := io.ReadAll(file)
		if err != nil {
			return serve.Added{}, formError(err)
		}
		return s.AddFile(r.Context(), head.Filename, raw)
	}
	if !errors.Is(err, http.ErrMissingFile) && !errors.Is(err, http.ErrNotMultipart) {
		return serve.Added{}, formError(err)
	}
	if url := r.FormValue("url"); url != "" && r.FormValue("text") == "" {
		return s.AddURL(r.Context(), url)
	}
	t := serve.Text{Text: r.FormValue("text"), Title: face.Line(r.FormValue("title")), Outlet: face.Line(r.FormValue("outlet")), URL: r.FormValue("url")}
	as := s.reader(r)
	if at, err := time.ParseInLocation("2006-01-02T15:04", r.FormValue("published"), s.location(&as)); err == nil {
		t.Published = at.Format(time.RFC3339)
	}
	return s.AddText(r.Context(), t)
}

// formError keeps the error of a body that is too large; others are invalid.
func formError(err error) error {
	if errors.As(err, new(*http.MaxBytesError)) {
		return err
	}
	return errors.Join(news.ErrInvalid, err)
}

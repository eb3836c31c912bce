package web

import (
	"net/http"
	"strconv"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/serve"
)

// problemPage tells of an error, and what helps.
type problemPage struct {
	frame
	Heading, Help  string
	Detail, Number string
}

// problem shows an error to people.
func (s *site) problem(w http.ResponseWriter, r *http.Request, p serve.Problem) {
	f := s.frame(r, "problem", "")
	key := "other"
	switch p.Status {
	case http.StatusNotFound, http.StatusForbidden, http.StatusConflict, http.StatusUnprocessableEntity,
		http.StatusTooManyRequests, http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable:
		key = strconv.Itoa(p.Status)
	}
	f.Title = f.T.Label("problem", key)
	page := problemPage{frame: f, Heading: f.Title, Help: f.T.Label("problem.help", key), Detail: face.Line(p.Detail), Number: face.Line(p.Instance)}
	if err := s.showAs(w, p.Status, "problem", page); err != nil {
		s.Log.Error("problem page", "err", err)
	}
}

package web

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// outletOf names the publisher of an article of the store, or where it is from.
func outletOf(v *store.Article) string {
	name := ""
	if v.Outlet != nil {
		name = cmp.Or(v.Outlet.Name, v.Outlet.Domain)
	}
	return face.Line(cmp.Or(name, v.Input))
}

func titleOf(v *store.Article) string {
	return face.Clip(cmp.Or(face.Line(v.Title), face.Line(v.Text)), 100)
}

// public is an article of the store as faces take it, with nothing read in it.
func public(v *store.Article) dossier.Article {
	return dossier.FromReading(&news.Reading{Article: v.Effective()})
}

// lastPart is what stands after the last slash: the id in an address of ours.
func lastPart(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "#")
	s, _, _ = strings.Cut(s, "?")
	s = strings.TrimRight(s, "/")
	return s[strings.LastIndexByte(s, '/')+1:]
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// number reads a number that stands in an address; 0 if it is none.
func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

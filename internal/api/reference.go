package api

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selisik/selisik/internal/serve"
)

//go:embed reference
var files embed.FS

// section is a heading of the reference with its operations.
type section struct {
	Name       string
	Operations []described
}

// described is an operation as the reference shows it.
type described struct {
	ID, Method, Path, Says, More, Role string
	Fields, Answer                     []field
}

// field is something that is sent or answered.
type field struct {
	Name, In, Type, Doc string
	Required            bool
}

// reference serves the document and our own page of it.
func (a *API) reference() {
	doc, err := a.OpenAPI().MarshalJSON()
	if err != nil {
		panic(err) // the document is made of types of ours
	}
	var page bytes.Buffer
	t := template.Must(template.ParseFS(files, "reference/page.tmpl"))
	err = t.Execute(&page, map[string]any{
		"Title": a.OpenAPI().Info.Title, "Version": a.OpenAPI().Info.Version, "About": a.OpenAPI().Info.Description, "Sections": a.sections(),
	})
	if err != nil {
		panic(err)
	}
	style, err := files.ReadFile("reference/reference.css")
	if err != nil {
		panic(err)
	}
	a.fixed("GET /openapi.json", "application/json", doc)
	a.fixed("GET /api", "text/html; charset=utf-8", page.Bytes())
	a.fixed("GET /api/reference.css", "text/css; charset=utf-8", style)
}

// fixed serves something that does not change while the program runs.
func (a *API) fixed(pattern, mediaType string, b []byte) {
	a.Routes().Handle(pattern, serve.Everybody(), tagged(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		w.Write(b) //nolint:errcheck // whoever asked is gone then
	})))
}

// sections are all operations by their tag, in the order of paths.
func (a *API) sections() []section {
	var out []section
	for _, path := range slices.Sorted(maps.Keys(a.OpenAPI().Paths)) {
		item := a.OpenAPI().Paths[path]
		for _, op := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
			if op == nil {
				continue
			}
			i := slices.IndexFunc(out, func(s section) bool { return s.Name == op.Tags[0] })
			if i < 0 {
				i = len(out)
				out = append(out, section{Name: op.Tags[0]})
			}
			out[i].Operations = append(out[i].Operations, a.described(op, path))
		}
	}
	return out
}

func (a *API) described(op *huma.Operation, path string) described {
	role, _ := op.Extensions["x-role"].(string)
	d := described{ID: op.OperationID, Method: op.Method, Path: path, Says: op.Summary, More: op.Description, Role: role}
	for _, p := range op.Parameters {
		d.Fields = append(d.Fields, field{p.Name, p.In, a.typeOf(p.Schema), cmp.Or(p.Description, p.Schema.Description), p.Required})
	}
	if op.RequestBody != nil {
		for mediaType, m := range op.RequestBody.Content {
			if mediaType == "application/json" {
				d.Fields = append(d.Fields, a.fields(m.Schema, "body")...)
				continue
			}
			d.Fields = append(d.Fields, field{"body", "body", mediaType, "", true})
		}
	}
	for _, status := range []string{"200", "201", "202"} {
		if r := op.Responses[status]; r != nil && r.Content["application/json"] != nil {
			d.Answer = a.fields(r.Content["application/json"].Schema, "")
		}
	}
	return d
}

// fields are those of an object, in the order of their names.
func (a *API) fields(s *huma.Schema, in string) []field {
	s = a.resolved(s)
	var out []field
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		p := s.Properties[name]
		out = append(out, field{name, in, a.typeOf(p), cmp.Or(p.Description, a.resolved(p).Description), in != "" && slices.Contains(s.Required, name)})
	}
	return out
}

func (a *API) resolved(s *huma.Schema) *huma.Schema {
	if s.Ref != "" {
		if r := a.OpenAPI().Components.Schemas.SchemaFromRef(s.Ref); r != nil {
			return r
		}
	}
	return s
}

// typeOf names the type of a schema for people.
func (a *API) typeOf(s *huma.Schema) string {
	switch {
	case s.Ref != "":
		return s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
	case s.Items != nil:
		return "list of " + a.typeOf(s.Items)
	case len(s.Enum) > 0:
		var out []string
		for _, v := range s.Enum {
			if text, ok := v.(string); ok {
				out = append(out, text)
			}
		}
		return strings.Join(out, " | ")
	case s.Format != "":
		return s.Format
	}
	return s.Type
}

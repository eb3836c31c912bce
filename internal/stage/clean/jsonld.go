package clean

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// linkedData is what one schema.org article in a page's JSON-LD says.
type linkedData struct {
	headline, published, publisher, body string
	authors                              []string
	live                                 bool // a live blog
}

// linkedPage is what a page's JSON-LD says: its articles, and beside them when
// they were changed last, and when pages and films appeared.
type linkedPage struct {
	articles         []linkedData
	modified, stamps []string
}

// parseLinked returns what a JSON-LD script says. Scripts that are not JSON,
// even after what pages often get wrong is put right, say nothing.
func parseLinked(script string) (out linkedPage) {
	script = strings.TrimSpace(script)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1])
	}
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		script = strings.Map(func(r rune) rune { // bare line breaks inside strings
			if r < ' ' {
				return ' '
			}
			return r
		}, strings.TrimRight(strings.TrimSpace(script), ";"))
		if json.Unmarshal([]byte(script), &v) != nil {
			return out
		}
	}
	out.collect(v, 0)
	return out
}

// collect walks a JSON-LD value.
func (out *linkedPage) collect(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			out.collect(x, depth+1)
		}
	case map[string]any:
		if s := str(v["dateModified"]); s != "" {
			out.modified = append(out.modified, s)
		}
		if isArticle(v["@type"]) {
			out.articles = append(out.articles, linkedData{
				headline: str(firstValue(v, "headline", "name")), published: str(firstValue(v, "datePublished", "dateCreated")),
				publisher: name(v["publisher"]), body: bodyOf(v), authors: names(firstValue(v, "author", "creator")),
				live: isType(v["@type"], "LiveBlogPosting"),
			})
			return
		}
		if s := str(firstValue(v, "datePublished", "uploadDate")); s != "" {
			out.stamps = append(out.stamps, s)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			out.collect(v[key], depth+1)
		}
	}
}

// bodyOf returns the text of an article: of a live blog, what its updates say.
func bodyOf(v map[string]any) string {
	var all []string
	updates, _ := v["liveBlogUpdate"].([]any)
	for _, x := range updates {
		if update, ok := x.(map[string]any); ok {
			all = append(all, str(update["articleBody"]))
		}
	}
	return strings.TrimSpace(strings.Join(append(all, str(v["articleBody"])), "\n\n"))
}

func isArticle(v any) bool { return isType(v, "Article", "BlogPosting", "Report") }

// isType reports whether a @type, or one of several, ends in one of the names.
func isType(v any, names ...string) bool {
	switch v := v.(type) {
	case string:
		return slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(v, name) })
	case []any:
		return slices.ContainsFunc(v, func(x any) bool { return isType(x, names...) })
	}
	return false
}

func firstValue(m map[string]any, keys ...string) any {
	for _, k := range keys {
		if v, ok := m[k]; ok && v != nil {
			return v
		}
	}
	return nil
}

// str returns a string value without markup entities, "" for other values.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	}
	return ""
}

// name returns the name of a person or organisation.
func name(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return str(v["name"])
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
	}
	return str(v)
}

func names(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, x := range list {
		if m, ok := x.(map[string]any); ok {
			out = append(out, names(m["name"])...)
		} else if s := str(x); s != "" {
			out = append(out, s)
		}
	}
	return out
}

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
)

func main() {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		panic(err)
	}
	p, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		panic(err)
	}
	want := map[string]bool{}
	for _, a := range os.Args[2:] {
		want[a] = true
	}
	f, _ := os.Open(os.Args[1])
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var r map[string]string
		json.Unmarshal(sc.Bytes(), &r)
		if !want[r["id"]] {
			continue
		}
		mt := "text/plain"
		arts, err := p.Articles(context.Background(), slices.Values([]news.RawDocument{news.RawDocument{Ref: r["id"], URL: r["url"], MediaType: mt, Body: []byte(r["text"]), Outlet: r["outlet"], Title: r["title"], Published: r["published"]}}))
		if err != nil {
			panic(err)
		}
		for _, a := range arts {
			show(p.Read(a))
		}
	}
}

func show(r news.Reading) {
	fmt.Println("#####", r.Article.Ref, r.Article.Language, r.Article.Title)
	if os.Getenv("NAMES") != "" {
		for _, m := range r.Mentions {
			if !m.Title {
				fmt.Printf("   [%s] %s = %s (%s)\n", m.Kind, m.Span.Of(r.Article.Text), m.Name, m.Role)
			}
		}
	}
	for _, c := range r.Claims {
		ch := []string{}
		for _, a := range c.Attribution {
			v := ""
			if a.Via {
				v = "via "
			}
			ch = append(ch, v+a.Name+"/"+a.Kind+"/"+a.Cue)
		}
		t := strings.ReplaceAll(c.Text, "\n", " ")
		if os.Getenv("COMPACT") != "" && len(ch) == 0 && !strings.ContainsAny(t, "\"“”") {
			fmt.Println("    ..", short(t, 110))
			continue
		}
		t = short(t, 260)
		fl := ""
		if c.Polarity == news.Denied {
			fl += "-"
		}
		if c.Modality != news.Asserted {
			fl += string(c.Modality)[:2]
		}
		if c.Quoted {
			fl += "Q"
		}
		fmt.Printf("%-4s%s\n        <- %s\n", fl, t, strings.Join(ch, " | "))
	}
	for _, q := range r.Quotes {
		fmt.Printf("  QUOTE %v %q [%s] cue=%s\n", q.Direct, q.Text, q.Speaker, q.Cue)
	}
	for _, s := range r.Sources {
		fmt.Printf("  SOURCE %s (%s) whole=%v\n", s.Name, s.Kind, s.Whole)
	}
}

func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n/2]) + " … " + string(r[len(r)-n/2:])
}

package client

import (
	"cmp"
	"context"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// Story is a story as lists show it.
type Story struct {
	ID          string    `json:"id"`
	Title       string    `json:"title"`
	Languages   []string  `json:"languages"`
	Outlets     []string  `json:"outlets"`
	Articles    int       `json:"articles"`
	First       time.Time `json:"first"`
	Last        time.Time `json:"last"`
	Status      string    `json:"status"` // corroborated, single-origin, single-article, disputed; "" without a dossier
	Origins     int       `json:"origins"`
	Findings    int       `json:"findings"`
	Differences int       `json:"differences"`
	Contested   int       `json:"contested"`
	Entities    []string  `json:"entities"`
	Growth      [24]int   `json:"growth"` // articles by hour before Last, oldest first
	Revision    int64     `json:"revision"`
	Fresh       bool      `json:"fresh"` // its dossier is of this revision
}

// Choice chooses stories; its zero value chooses all, newest first.
type Choice struct {
	Words                           string // that an article of it has
	From, Until                     time.Time
	Outlet, Entity, Place, Language string
	Status                          string
	Differences                     bool
	MinArticles, MinOrigins         int
	Sort                            string // recency, origins, growth, size
}

func (c Choice) values() url.Values {
	q := url.Values{}
	for name, v := range map[string]string{
		"q": c.Words, "outlet": c.Outlet, "entity": c.Entity, "place": c.Place, "language": c.Language, "status": c.Status, "sort": c.Sort,
		"from": stamp(c.From), "until": stamp(c.Until), "min_articles": number(c.MinArticles), "min_origins": number(c.MinOrigins),
	} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if c.Differences {
		q.Set("differences", "true")
	}
	return q
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Stories yields the stories that c chooses, as far as they are asked for. It
// ends at the first error, which it yields.
func (c *Client) Stories(ctx context.Context, choice Choice) iter.Seq2[Story, error] {
	return func(yield func(Story, error) bool) {
		q := choice.values()
		for {
			var page struct {
				Items []Story
				Next  string
			}
			if err := c.do(ctx, http.MethodGet, with("/stories", q), nil, &page); err != nil {
				yield(Story{}, err)
				return
			}
			for _, s := range page.Items {
				if !yield(s, nil) {
					return
				}
			}
			if page.Next == "" {
				return
			}
			q.Set("after", page.Next)
		}
	}
}

// Dossier returns the dossier of a story: the JSON that docs/schema describes,
// one story of it. It is made anew if the story has changed.
func (c *Client) Dossier(ctx context.Context, story string) ([]byte, error) {
	var out []byte
	err := c.do(ctx, http.MethodGet, "/stories/"+url.PathEscape(story), nil, &out)
	return out, err
}

// Found is an article, quote or finding that a search found.
type Found struct {
	Kind     string  `json:"kind"`
	ID       string  `json:"id"`
	Story    string  `json:"story"`
	Score    float64 `json:"score"`
	Title    string  `json:"title"`
	Text     string  `json:"text"`
	Article  string  `json:"article"`
	Outlet   string  `json:"outlet"`
	Language string  `json:"language"`
	Speaker  string  `json:"speaker"`
	Status   string  `json:"status"`
	Origins  int     `json:"origins"`
}

// Search returns what has all the words, best first, at most limit (0: 20). in is
// "articles" (also ""), "quotes" or "findings".
func (c *Client) Search(ctx context.Context, words, in string, limit int) ([]Found, error) {
	q := url.Values{"q": {words}, "in": {cmp.Or(in, "articles")}, "limit": {strconv.Itoa(cmp.Or(limit, 20))}}
	var out struct{ Results []Found }
	err := c.do(ctx, http.MethodGet, with("/search", q), nil, &out)
	return out.Results, err
}

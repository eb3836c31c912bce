package syndicate

import (
	"encoding/xml"
	"time"
)

type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	AtomNS  string     `xml:"xmlns:atom,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title         string    `xml:"title"`
	Link          string    `xml:"link"`
	Description   string    `xml:"description"`
	Language      string    `xml:"language,omitempty"`
	LastBuildDate string    `xml:"lastBuildDate"`
	Generator     string    `xml:"generator"`
	Self          *atomLink `xml:"atom:link,omitempty"`
	Items         []rssItem `xml:"item"`
}

type rssItem struct {
	Title       string  `xml:"title"`
	Link        string  `xml:"link,omitempty"`
	Description string  `xml:"description"`
	GUID        rssGUID `xml:"guid"`
	PubDate     string  `xml:"pubDate"`
}

type rssGUID struct {
	IsPermaLink bool   `xml:"isPermaLink,attr"`
	ID          string `xml:",chardata"`
}

func (f Feed) rss() rss {
	c := rssChannel{
		Title: f.Title, Link: f.Home, Description: f.Title, Language: f.Language,
		LastBuildDate: f.Updated.Format(time.RFC1123Z), Generator: f.Author,
	}
	if f.Self != "" {
		c.Self = &atomLink{Rel: "self", Href: f.Self, Type: "application/rss+xml"}
	}
	for _, it := range f.Items {
		c.Items = append(c.Items, rssItem{it.Title, it.Link, markup(it.Text), rssGUID{ID: it.ID}, it.At.Format(time.RFC1123Z)})
	}
	return rss{Version: "2.0", AtomNS: "http://www.w3.org/2005/Atom", Channel: c}
}

type atom struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"type,attr,omitempty"`
}

type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Links     []atomLink `xml:"link"`
	Content   atomText   `xml:"content"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

func (f Feed) atom() atom {
	out := atom{
		Language: f.Language, ID: f.ID, Title: f.Title, Updated: f.Updated.Format(time.RFC3339), Author: f.Author,
		Links: append(atomLinks("self", f.Self, "application/atom+xml"), atomLinks("alternate", f.Home, "text/html")...),
	}
	for _, it := range f.Items {
		at := it.At.Format(time.RFC3339)
		out.Entries = append(out.Entries, atomEntry{it.ID, it.Title, at, at, atomLinks("alternate", it.Link, "text/html"), atomText{"html", markup(it.Text)}})
	}
	return out
}

func atomLinks(rel, href, kind string) []atomLink {
	if href == "" {
		return nil
	}
	return []atomLink{{rel, href, kind}}
}

type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	HomePage string       `json:"home_page_url,omitempty"`
	FeedURL  string       `json:"feed_url,omitempty"`
	Language string       `json:"language,omitempty"`
	Authors  []jsonAuthor `json:"authors,omitempty"`
	Items    []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string `json:"id"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title"`
	Text      string `json:"content_text"`
	Published string `json:"date_published"`
}

func (f Feed) json() jsonFeed {
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePage: f.Home, FeedURL: f.Self,
		Language: f.Language, Authors: []jsonAuthor{{f.Author}}, Items: []jsonItem{},
	}
	for _, it := range f.Items {
		out.Items = append(out.Items, jsonItem{it.ID, it.Link, it.Title, it.Text, it.At.Format(time.RFC3339)})
	}
	return out
}

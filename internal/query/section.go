package query

// Section is a part of a page.
type Section struct {
	Key   string // of its heading among the phrases
	Items []Item // its statements; nil for a part that is no list of them
}

// Sections is the table of contents that all faces keep to: what is firm, then
// what is not, then what else there is to know. A face leaves out what is empty
// or what it does not draw, and ends with the articles.
func (p *Page) Sections() []Section {
	single := "single"
	if len(p.Story.Articles) < 2 {
		single = "statements" // where there is one article, that needs no saying
	}
	return []Section{
		{"what", p.What},
		{"agreed", p.Agreed},
		{Key: "notes"},
		{Key: "differs"},
		{"disputed", p.Disputed},
		{"shared", p.Shared},
		{Key: "quotes"},
		{single, p.Single},
		{"background", p.Background},
		{Key: "figures"},
		{Key: "timeline"},
		{Key: "matrix"},
		{Key: "copies"},
		{Key: "omits"},
	}
}

package eval

// Labels is the label file of one event; docs/labels.md tells what each field
// means and how to make it.
type Labels struct {
	Event     string             `json:"event"`
	Language  string             `json:"language"`
	Articles  []string           `json:"articles"`
	Published map[string]*string `json:"published"`
	Junk      []Passage          `json:"junk"`
	Keep      []Passage          `json:"keep"`
	Quotes    []struct {
		Passage
		Speaker string `json:"speaker"`
	} `json:"quotes"`
	Reported []struct {
		Passage
		Source string `json:"source"`
	} `json:"reported"`
	Origins []struct {
		Passage
		Name string `json:"name"`
	} `json:"origins"`
	Copies []struct {
		A string `json:"a"`
		B string `json:"b"`
	} `json:"copies"`
	Independent struct {
		N *int `json:"n"`
	} `json:"independent_origins"`
	Quantities []struct {
		Passage
		Min  *float64 `json:"min"`
		Max  *float64 `json:"max"`
		Unit string   `json:"unit"`
	} `json:"quantities"`
	Times []struct {
		Passage
		Start string `json:"start"`
		End   string `json:"end"`
	} `json:"times"`
	Facts       []Fact       `json:"facts"`
	Only        []Passage    `json:"only"`
	Differences []Difference `json:"differences"`
}

// Passage is exact words of an article's text or title. A label file gives the
// words, or says where they stand: Set.Read fills in which.
type Passage struct {
	Article string `json:"article"`
	Text    string `json:"text"`
	// At is [start, end) in code points of the article's text, or of its title
	// if Title is set. Zero where the label file gives the words.
	At    [2]int `json:"at,omitzero"`
	Title bool   `json:"title,omitempty"`
}

// Fact is one proposition with every statement of it.
type Fact struct {
	ID         string    `json:"id"`
	Gist       string    `json:"gist"`
	Main       bool      `json:"main"`
	Statements []Passage `json:"statements"`
}

// Difference is a point on which the articles do not say the same.
type Difference struct {
	Slot   string  `json:"slot"`
	Kind   string  `json:"kind"`
	Values []Value `json:"values"`
	// ReaderShouldKnow is true where it is left out; recall counts only those.
	ReaderShouldKnow *bool `json:"reader_should_know"`
}

// Value is one side of a difference and the statements that speak for it.
type Value struct {
	Value      string    `json:"value"`
	Statements []Passage `json:"statements"`
}

func (d *Difference) counts() bool { return d.ReaderShouldKnow == nil || *d.ReaderShouldKnow }

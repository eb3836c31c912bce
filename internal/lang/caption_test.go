package lang_test

import (
	"regexp"
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

func TestLinesUnderPicturesAreCaptions(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var captions []*regexp.Regexp
	for _, row := range packs.For("en").Rows("patterns") {
		if row.Cols[0] == "junk-caption" {
			captions = append(captions, regexp.MustCompile("^(?:"+row.Cols[1]+")$"))
		}
	}
	for line, want := range map[string]bool{
		"Photograph: Ana Blum/AP": true,
		"A flooded street in Merrow on Tuesday. Photograph: Ana Blum/AP": true,
		"Ana Blum/AFP via Getty Images":                                  true,
		"Ana Blum for The Merrow Courier":                                true,
		"Credit: Ana Blum/The Merrow Courier":                            true,
		"People wade through water in Merrow. REUTERS/Ana Blum":          true,
		"A shopkeeper waits for the boat (Ana Blum/PA)":                  true,
		"The bridge at dawn. [Ana Blum/Al Jazeera]":                      true,
		"FILE PHOTO: A man crosses the bridge in Merrow, June 1, 2031":   true,
		"The river fell on Tuesday, the council said. (Antara/Ana Blum)": false,
		"The river fell, the council told AP and Reuters.":               false,
		"The bank extended credit: farmers got two million in Merrow.":   false,
		"Merrow/Harrow":                false,
		"Ana Blum waited for the bus.": false,
		"Ana Blum, a photographer for The Merrow Courier, took a picture.": false,
	} {
		got := false
		for _, re := range captions {
			got = got || re.MatchString(line)
		}
		if got != want {
			t.Errorf("%q: a caption is %v, want %v", line, got, want)
		}
	}
}

package quote_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReportsSayWhatTheirCueGives(t *testing.T) {
	desks := newDesks(t)
	for _, c := range []struct {
		name, tag, src string
		want           []string // name: content
	}{
		{"a quotation behind comma", "en", `Martha Quill said, "The road is closed for good."`, []string{`Martha Quill: , "The road is closed for good."`}},
		{"a quotation behind colon, an adverbial first", "en", `In a letter, Martha Quill said: "The road is closed for good."`, []string{`Martha Quill: : "The road is closed for good."`}},
		{"a quotation before, the hearer behind", "en", `"The road is closed for good," Martha Quill told the council.`, []string{`Martha Quill: "The road is closed for good,"`}},
		{"a quotation before, the day behind", "en", `"The road is closed for good," Martha Quill said several months later.`, []string{`Martha Quill: "The road is closed for good,"`}},
		{"where it was said, behind the cue", "en", "Two people died in the fire, the ministry said in a statement.", []string{"ministry: Two people died in the fire, the"}},
		{"an adverbial is not what is said", "en", "On Friday after the fire, the ministry said in a statement that two died.", []string{"ministry: in a statement that two died."}},
		{"as somebody says", "en", "As a spokesman said, the road is closed.", []string{"spokesman: , the road is closed."}},
		{"what a pronoun thinks is part of it", "en", "Martha Quill said she hopes the road will open.", []string{"Martha Quill: she hopes the road will open."}},
		{"another speaker in it", "en", "Martha Quill said police reported two deaths.", []string{"Martha Quill: police reported two deaths.", "police: two deaths."}},
		{"a plural noun is no cue", "en", "Scott Pruitt, one of the leaders of the states near Harrow, said the road is closed.", []string{"Scott Pruitt: the road is closed."}},
		{"what is reported of is no source", "id", "Disebutkan korban yang kaget itu sempat menepuk tangan pelaku.", nil},
		{"a person behind a passive", "id", "Dijelaskan Rini Hapsari, jalan itu sudah ditutup.", []string{"Rini Hapsari: , jalan itu sudah ditutup."}},
		{"cracking a case is no speech", "id", "Polisi mengungkap kasus pencurian sepeda di Walasari.", nil},
		{"what is added is no speech", "en", "Owen Tarr added two late goals on the counter. Lorna Quill added a third.", nil},
		{"what is added in words is", "en", "Martha Quill added that the road was closed.", []string{"Martha Quill: that the road was closed."}},
		{"Indonesian", "id", `Rini Hapsari mengatakan, "Jalan itu sudah ditutup sejak pagi."`, []string{`Rini Hapsari: , "Jalan itu sudah ditutup sejak pagi."`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range desks[c.tag].read(c.src).Reports {
				got = append(got, r.Name+": "+strings.TrimSpace(r.Content.Of(c.src)))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

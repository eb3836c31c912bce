package eval

// Holders returns which of the claims hold a statement, in order: those with its
// very words, or, if they are four words or more, those whose words it has; else
// those that share most of their words with it, if that is 0.6 or more.
func Holders(statement string, claims []string) []int {
	want := squash(statement)
	var exact []int
	score := make([]float64, len(claims))
	best := 0.0
	for i, c := range claims {
		text := squash(c)
		long := len(words(c)) >= 4
		if contains(text, want) || long && contains(want, text) {
			exact = append(exact, i)
		}
		score[i] = covered(statement, c)
		if long {
			score[i] = max(score[i], covered(c, statement))
		}
		best = max(best, score[i])
	}
	if len(exact) > 0 {
		return exact
	}
	var out []int
	for i, s := range score {
		if s >= 0.6 && s >= best-0.05 {
			out = append(out, i)
		}
	}
	return out
}

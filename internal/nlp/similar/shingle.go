package similar

// Hashes returns the hash of each word.
func Hashes(words []string) []uint64 {
	out := make([]uint64, len(words))
	for i, w := range words {
		out[i] = Hash(w)
	}
	return out
}

// Shingles returns one hash for every run of n words: entry i stands for words
// i … i+n-1. Fewer than n words give none.
func Shingles(words []uint64, n int) []uint64 {
	if n <= 0 || len(words) < n {
		return nil
	}
	out := make([]uint64, len(words)-n+1)
	for i := range out {
		h := uint64(1469598103934665603)
		for _, w := range words[i : i+n] {
			h = (h ^ w) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		out[i] = h
	}
	return out
}

// Fingerprint is a shingle that winnowing chose, with its position.
type Fingerprint struct {
	Hash uint64
	Pos  int
}

// Winnow returns the fingerprints of a text: the smallest shingle of every
// window of size w, the rightmost of equals, each position once, in order. Two
// texts that share w+n-1 words in a row share a fingerprint (Schleimer,
// Wilkerson & Aiken 2003, §3).
func Winnow(shingles []uint64, w int) []Fingerprint {
	if len(shingles) == 0 {
		return nil
	}
	w = max(1, min(w, len(shingles)))
	var out []Fingerprint
	last := -1
	for i := 0; i+w <= len(shingles); i++ {
		if last < i { // the chosen one left the window: look at all of it
			last = i
			for j := i + 1; j < i+w; j++ {
				if shingles[j] <= shingles[last] {
					last = j
				}
			}
		} else if shingles[i+w-1] > shingles[last] {
			continue
		} else {
			last = i + w - 1
		}
		out = append(out, Fingerprint{shingles[last], last})
	}
	return out
}

// This file compares single words whatever they name.

package name

// Likeness is how alike two words are spelled, 0 to 1: romanisations and spellings
// of one sound cost next to nothing. It is symmetric, and evidence only: Sokolov and
// Sokolova are very much alike.
func Likeness(a, b string) float64 {
	x, y := []byte(foldBody(a)), []byte(foldBody(b))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	var g grid
	best := likeness(g.distance(x, y, false), len(x), len(y))
	if len(x) <= syllableLetters && len(y) <= syllableLetters {
		best = max(best, likeness(g.distance(x, y, true), len(x), len(y)))
	}
	return best
}

// syllableLetters is how long a word of one or two Chinese or Korean syllables gets.
const syllableLetters = 8

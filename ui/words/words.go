// Package words says which words two short passages do not share. It compares
// word by word and never letter by letter, so 12 and 17 differ as a whole.
package words

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// limit is the number of words of each passage that are compared; longer
// passages are shown without a difference. The worst case is quadratic, and the panel is drawn at
// each key: at this length it takes half a millisecond.
const limit = 200

// Diff is the stretches of each passage that the other one lacks, as byte spans
// of the passage. Letter case does not count. The result depends on the two
// passages alone: the diff runs without a clock.
func Diff(left, right string) (onlyLeft, onlyRight []model.Span) {
	a := text.Tokens(left, model.Span{Start: 0, End: len(left)})
	b := text.Tokens(right, model.Span{Start: 0, End: len(right)})
	if len(a) > limit || len(b) > limit {
		return nil, nil
	}
	letters := make(map[string]rune)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(spell(a, letters), spell(b, letters), false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			onlyLeft = append(onlyLeft, cover(a[i:i+n]))
			i += n
		case diffmatchpatch.DiffInsert:
			onlyRight = append(onlyRight, cover(b[j:j+n]))
			j += n
		}
	}
	return onlyLeft, onlyRight
}

// spell writes each token as one rune, the same for the same word.
func spell(tokens []text.Token, letters map[string]rune) []rune {
	// Two passages have at most 2*limit words, so the runes stay far below the
	// surrogates, which would not survive the way through a string.
	const first = 0x100
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		word := strings.ToLower(t.Text)
		r, ok := letters[word]
		if !ok {
			r = rune(first + len(letters))
			letters[word] = r
		}
		out[i] = r
	}
	return out
}

func cover(tokens []text.Token) model.Span {
	if len(tokens) == 0 {
		return model.Span{}
	}
	return model.Span{Start: tokens[0].Span.Start, End: tokens[len(tokens)-1].Span.End}
}

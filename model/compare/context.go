// This file says how alike the surroundings of two values are.

package compare

import (
	"doubletake/model"
	"doubletake/model/kin"
	"doubletake/model/text"
)

// near is how many tokens on either side of a value count as its surroundings.
const near = 8

// term is a content stem with what it weighs.
type term struct {
	stem   string
	weight float64
}

// around is the content stems near a span, the nearer the heavier; the span's own
// words and figures are left out.
func (s *side) around(c model.ClaimIndex, at model.Span) []term {
	t := s.Tokens[c]
	from, to := tokenRange(t, at)
	var out []term
	add := func(k, distance int) {
		stem := s.Stems[c][k]
		if t[k].Norm == "first" {
			stem = "first" // a function word that tells one of a row: "the first trains", "the first passengers"
		}
		if stem == "" || t[k].Kind != text.Word {
			return
		}
		w := text.Weight(t[k].Norm) + 0.2
		out = append(out, term{stem, w * (1 - float64(distance)/float64(2*near))})
	}
	for d := 1; d <= near; d++ {
		if from-d >= 0 {
			add(from-d, d)
		}
		if to+d-1 < len(t) {
			add(to+d-1, d)
		}
	}
	return out
}

// nearness is how near two stems are in meaning, remembered for this comparison.
func (p *pairing) nearness(a, b string) float64 {
	if a == b {
		return 1
	}
	if b < a {
		a, b = b, a
	}
	k := [2]string{a, b}
	n, ok := p.near[k]
	if !ok {
		n = kin.Near(a, b)
		p.near[k] = n
	}
	return n
}

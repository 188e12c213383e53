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

// shared is the share of the lighter surroundings that the other has too, 0 to 1.
func shared(a, b []term) float64 {
	sumA, sumB, both := 0.0, 0.0, 0.0
	for _, x := range a {
		sumA += x.weight
		for _, y := range b {
			if x.stem == y.stem {
				both += min(x.weight, y.weight)
				break
			}
		}
	}
	for _, y := range b {
		sumB += y.weight
	}
	if both == 0 {
		return 0
	}
	return both / (min(sumA, sumB) + 0.5)
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

// This file tells the alignment what the facts say of a pair of claims.

package compare

import (
	"slices"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/certainty"
	"doubletake/model/date"
	"doubletake/model/quantity"
	"doubletake/model/voice"
)

// Facts weighs the figures, dates, speakers and quotations of two claims.
func (p *pairing) Facts(left, right model.ClaimIndex) align.Evidence {
	var e align.Evidence
	if is, js := p.left.quantitiesOf[left], p.right.quantitiesOf[right]; len(is) > 0 && len(js) > 0 {
		for _, m := range quantity.Match(mentions(&p.left, is), mentions(&p.right, js)) {
			switch m.Evidence.Outcome {
			case quantity.Equal:
				e.Figures += m.Evidence.Likeness.Score
			case quantity.Rounded:
				e.Rounded += m.Evidence.Likeness.Score
			case quantity.Incompatible:
				e.Clashing += m.Evidence.Likeness.Score
			}
		}
		e.Figures, e.Rounded, e.Clashing = half(e.Figures), half(e.Rounded), half(e.Clashing)
	}
	p.timeEvidence(&e, left, right)
	if i, j := p.left.Voices.PerClaim[left], p.right.Voices.PerClaim[right]; i >= 0 && j >= 0 {
		if p.sources(i, j).Relation == voice.SameSource {
			e.Speaker = 1
		}
	}
	for _, i := range p.left.quotesOf[left] {
		for _, j := range p.right.quotesOf[right] {
			x, y := p.left.Voices.Quotes[i], p.right.Voices.Quotes[j]
			if x.Words < 3 || y.Words < 3 {
				continue
			}
			if m := p.left.parsed[i].Match(p.right.parsed[j]); m.Likeness != voice.Different {
				e.Quotes = max(e.Quotes, m.Score)
			}
		}
	}
	return e
}

// timeEvidence weighs the dates of two claims. Two that exclude each other speak against
// the pair only where neither has its counterpart in it.
func (p *pairing) timeEvidence(e *align.Evidence, left, right model.ClaimIndex) {
	is, js := p.left.datesOf[left], p.right.datesOf[right]
	var metL, metR [mostNoted]bool
	var apart [][2]int
	for a, i := range is {
		for b, j := range js {
			switch x, y := p.left.Dates[i], p.right.Dates[j]; date.Between(x, y).Relation {
			case date.Equal:
				metL[a], metR[b] = true, true
				if specific(x.Value) && specific(y.Value) {
					e.Dates = 1
				}
			case date.Finer, date.Coarser:
				metL[a], metR[b] = true, true
				e.Dates = max(e.Dates, 0.5)
			case date.Incompatible:
				apart = append(apart, [2]int{a, b})
			}
		}
	}
	if slices.ContainsFunc(apart, func(k [2]int) bool { return !metL[k[0]] && !metR[k[1]] }) {
		e.Apart = 1
	}
}

// Verbs is how well the verbs of two claims match.
func (p *pairing) Verbs(left, right model.ClaimIndex) (best, mean float64) {
	return certainty.Likeness(p.left.Predicates[left], p.right.Predicates[right])
}

// half damps a sum of likenesses: one sure likeness counts a half, two two thirds.
func half(x float64) float64 { return x / (x + 1) }

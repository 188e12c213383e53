// This file tells the alignment what the facts say of a pair of claims.

package compare

import (
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
	for _, i := range p.left.datesOf[left] {
		for _, j := range p.right.datesOf[right] {
			switch x, y := p.left.Dates[i], p.right.Dates[j]; date.Between(x, y).Relation {
			case date.Equal:
				if specific(x.Value) && specific(y.Value) {
					e.Dates = 1
				}
			case date.Finer, date.Coarser:
				e.Dates = max(e.Dates, 0.5)
			case date.Incompatible:
				e.Apart = 1
			}
		}
	}
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

// Verbs is how well the verbs of two claims match.
func (p *pairing) Verbs(left, right model.ClaimIndex) (best, mean float64) {
	return certainty.Likeness(p.left.Predicates[left], p.right.Predicates[right])
}

// half damps a sum of likenesses: one sure likeness counts a half, two two thirds.
func half(x float64) float64 { return x / (x + 1) }

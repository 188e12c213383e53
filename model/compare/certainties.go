// This file compares how surely linked claims are told.

package compare

import (
	"doubletake/model"
	"doubletake/model/certainty"
	"doubletake/model/date"
)

// certainties compares the predicates of linked claims.
func (p *pairing) certainties() {
	for k, l := range p.links {
		for _, f := range certainty.Compare(p.left.Predicates[l.Left], p.right.Predicates[l.Right]) {
			out := model.Fact{
				Kind: model.Certainty, Relation: f.Relation, About: p.about(k, l.Left, f.Left), Why: f.Why,
				Left:  model.Mention{Claim: l.Left, Span: f.Left, Value: fold(p.left.words(f.Left))},
				Right: model.Mention{Claim: l.Right, Span: f.Right, Value: fold(p.right.words(f.Right))},
			}
			switch f.Relation {
			case model.Conflict:
				if !p.related() && l.Score < p.clashFrom() || f.Turns && p.daysApart(l) {
					continue
				}
				out.Severity = model.High
			case model.Differs:
				if l.Score < clashScore {
					continue
				}
				out.Severity = model.Medium
			}
			p.add(out, k)
		}
	}
}

// daysApart reports whether two claims tell of two days: each gives one, and none is of
// both. What rose on Monday may fall on Tuesday.
func (p *pairing) daysApart(l model.Link) bool {
	apart := false
	for _, i := range p.left.datesOf[l.Left] {
		for _, j := range p.right.datesOf[l.Right] {
			x, y := p.left.Dates[i], p.right.Dates[j]
			if x.Value.Grain != date.Day || y.Value.Grain != date.Day || p.left.toldThen(x) || p.right.toldThen(y) {
				continue
			}
			if p.almanac.Between(x, y).Relation != date.Incompatible {
				return false
			}
			apart = true
		}
	}
	return apart
}

// This file compares how surely linked claims are told.

package compare

import (
	"doubletake/model"
	"doubletake/model/certainty"
)

// certainties compares the predicates of linked claims.
func (p *pairing) certainties() {
	for k, l := range p.links {
		for _, f := range certainty.Compare(p.left.Predicates[l.Left], p.right.Predicates[l.Right]) {
			out := model.Fact{
				Kind: model.Certainty, Relation: f.Relation, About: clauseAbout(&p.left, l.Left, f.Left), Why: f.Why,
				Left:  model.Mention{Claim: l.Left, Span: f.Left, Value: fold(p.left.words(f.Left))},
				Right: model.Mention{Claim: l.Right, Span: f.Right, Value: fold(p.right.words(f.Right))},
			}
			switch f.Relation {
			case model.Conflict:
				if !p.related() && l.Score < p.clashFrom() {
					continue
				}
				out.Severity = model.High
			case model.Differs:
				out.Severity = model.Medium
			}
			p.add(out, k)
		}
	}
}

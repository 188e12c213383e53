// This file compares places that a number tells apart: "Camp 2" and "Camp 3".

package compare

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// toldByNumber are nouns of which a town, a camp or a station has several, told apart
// by number. Own list, general English.
const toldByNumber = " camp terminal gate ward block reactor platform line route highway motorway interstate room pier dock hangar runway hall " +
	"tower building zone sector precinct checkpoint shaft well lane bay berth district "

// numbered is a place told by its number.
type numbered struct {
	noun, number string
	span         model.Span
}

// label is how the place is called, folded.
func (n numbered) label() string { return n.noun + " " + n.number }

// numberedIn lists the numbered places of a claim.
func (s *side) numberedIn(c model.ClaimIndex) (out []numbered) {
	t := s.Tokens[c]
	for k := 1; k < len(t); k++ {
		const digits = 3 // more are a year or a count
		if t[k].Kind != text.Number || len(t[k].Text) > digits || t[k].Glued || !strings.Contains(toldByNumber, " "+t[k-1].Norm+" ") {
			continue
		}
		if k+1 < len(t) && t[k+1].Kind != text.Mark && t[k+1].Glued {
			continue
		}
		out = append(out, numbered{t[k-1].Norm, t[k].Text, model.Span{Start: t[k-1].Span.Start, End: t[k].Span.End}})
	}
	return out
}

// numberedPlaces files the places of linked claims that only their numbers tell apart:
// the same of both, and two that clash, where each is the only one of its noun in its
// claim and the other article knows it nowhere.
func (p *pairing) numberedPlaces() {
	left, right := p.left.allNumbered(), p.right.allNumbered()
	if len(left) == 0 || len(right) == 0 {
		return
	}
	for k, l := range p.links {
		xs, ys := p.left.numberedIn(l.Left), p.right.numberedIn(l.Right)
		for _, x := range xs {
			for _, y := range ys {
				if x.noun != y.noun {
					continue
				}
				f := model.Fact{Kind: model.Place, About: p.about(k, l.Left, x.span),
					Left:  model.Mention{Claim: l.Left, Span: x.span, Value: x.label()},
					Right: model.Mention{Claim: l.Right, Span: y.span, Value: y.label()}}
				switch {
				case x.number == y.number:
					f.Relation, f.Why = model.Same, "one number"
				case oneOf(xs, x.noun) && oneOf(ys, y.noun) && !right[x.label()] && !left[y.label()] && l.Score >= p.clashFrom():
					f.Relation, f.Severity, f.Why = model.Conflict, model.High, "two numbers for one place: "+x.label()+" / "+y.label()
				default:
					continue
				}
				p.add(f, k)
			}
		}
	}
}

// allNumbered are the labels of every numbered place of the article.
func (s *side) allNumbered() map[string]bool {
	out := make(map[string]bool)
	for c := range s.Claims {
		for _, n := range s.numberedIn(model.ClaimIndex(c)) {
			out[n.label()] = true
		}
	}
	return out
}

// oneOf reports whether one of the places alone has the noun.
func oneOf(of []numbered, noun string) bool {
	n := 0
	for _, x := range of {
		if x.noun == noun {
			n++
		}
	}
	return n == 1
}

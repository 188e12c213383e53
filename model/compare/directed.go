// This file compares parts of a place that a direction tells apart: "the north of the
// country" and "the south of the country".

package compare

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// directions are the words for the points of the compass, each with its letters.
var directions = map[string]string{
	"north": "n", "south": "s", "east": "e", "west": "w", "northern": "n", "southern": "s", "eastern": "e", "western": "w",
	"northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw",
	"northeastern": "ne", "northwestern": "nw", "southeastern": "se", "southwestern": "sw",
}

// opposed reports whether two directions share no point of the compass: the south-east is
// in the south.
func opposed(a, b string) bool { return !strings.ContainsAny(a, b) }

// directed is a part of a place.
type directed struct {
	points string // "n", "ne"
	of     string // what it is a part of, folded
	span   model.Span
}

// directedIn lists the parts of places that a claim names: "northern Syria", "the
// west of the city".
func (s *side) directedIn(c model.ClaimIndex) (out []directed) {
	t := s.Tokens[c]
	for k := 0; k+1 < len(t); k++ {
		points, ok := directions[t[k].Norm]
		if !ok || k > 0 && t[k].Upper() && t[k-1].Upper() {
			continue
		}
		of := k + 1
		if t[of].Norm == "of" {
			if of++; of < len(t) && (t[of].Norm == "the" || t[of].Norm == "its") {
				of++
			}
		}
		if of >= len(t) || t[of].Kind != text.Word || text.Stop(t[of].Norm) || t[k].Upper() && t[of].Upper() {
			continue // "South Sudan", "the North Sea"
		}
		out = append(out, directed{points, strings.TrimSuffix(strings.TrimSuffix(fold(t[of].Text), "'s"), "'"), model.Span{Start: t[k].Span.Start, End: t[of].Span.End}})
	}
	return out
}

// directedPlaces files two parts of one place that linked claims name, each the only one
// of its claim, where they have nothing in common.
func (p *pairing) directedPlaces() {
	for k, l := range p.links {
		xs, ys := p.left.directedIn(l.Left), p.right.directedIn(l.Right)
		if len(xs) != 1 || len(ys) != 1 || xs[0].of != ys[0].of || !opposed(xs[0].points, ys[0].points) || l.Score < p.clashFrom() {
			continue
		}
		x, y := xs[0], ys[0]
		p.add(model.Fact{Kind: model.Place, Relation: model.Conflict, Severity: model.High, About: p.about(k, l.Left, x.span),
			Why:   "two sides of one place: " + p.left.words(x.span) + " / " + p.right.words(y.span),
			Left:  model.Mention{Claim: l.Left, Span: x.span, Value: fold(p.left.words(x.span))},
			Right: model.Mention{Claim: l.Right, Span: y.span, Value: fold(p.right.words(y.span))}}, k)
	}
}

// This file compares the counts, sums and measures of linked claims.

package compare

import (
	"doubletake/model"
	"doubletake/model/date"
	"doubletake/model/quantity"
)

// quantities compares the quantities of linked claims. A figure that agrees with
// the other article somewhere contradicts it nowhere, and two figures of two
// days are no contradiction.
func (p *pairing) quantities() {
	link := make(map[[2]model.ClaimIndex]int, len(p.links))
	for k, l := range p.links {
		link[[2]model.ClaimIndex{l.Left, l.Right}] = k
	}
	for _, m := range quantity.Across(p.left.Quantities, p.right.Quantities, p.links) {
		x, y := p.left.Quantities[m.Left], p.right.Quantities[m.Right]
		if k, ok := link[[2]model.ClaimIndex{x.Claim, y.Claim}]; ok {
			p.quantity(k, x, y, m.Evidence)
		}
	}
}

func mentions(s *side, indices []int) []quantity.Mention {
	out := make([]quantity.Mention, len(indices))
	for k, i := range indices {
		out[k] = s.Quantities[i]
	}
	return out
}

// soleScore is how sure a link has to be for two figures to clash that nothing
// but the link ties together.
const soleScore = 0.6

// quantity files what one pair of figures comes to.
func (p *pairing) quantity(link int, x, y quantity.Mention, e quantity.Evidence) {
	out := model.Fact{
		Kind: model.Quantity, About: quantityAbout(&p.left, x), Why: e.Why,
		Left:  model.Mention{Claim: x.Claim, Span: x.Span, Value: x.Value()},
		Right: model.Mention{Claim: y.Claim, Span: y.Span, Value: y.Value()},
	}
	switch e.Outcome {
	case quantity.Equal:
		out.Relation = model.Same
	case quantity.Rounded:
		out.Relation, out.Severity = model.Differs, model.Low
	case quantity.Incompatible:
		if e.Sole && p.links[link].Score < soleScore {
			return
		}
		out.Relation, out.Severity = model.Conflict, model.High
		if why, ok := p.moved(x, y); ok {
			out.Relation, out.Severity, out.Why = model.Differs, model.Medium, why
		}
	default:
		return
	}
	p.add(out, link)
}

// moved reports whether two figures that cannot both be true at one moment may
// be true at two: each is dated, and the dates differ, or the count is one that
// grows as news comes in and the articles are of two days.
func (p *pairing) moved(x, y quantity.Mention) (why string, ok bool) {
	a, b := p.stated(&p.left, x), p.stated(&p.right, y)
	if a != nil && b != nil {
		switch p.almanac.Between(*a, *b).Relation {
		case date.Incompatible:
			return "two moments: " + p.left.words(a.Span) + " / " + p.right.words(b.Span), true
		case date.Equal:
			return "", false
		}
	}
	if x.AsOf != "" && y.AsOf != "" && fold(x.AsOf) != fold(y.AsOf) {
		return "two moments: " + x.AsOf + " / " + y.AsOf, true
	}
	if x.Running && y.Running {
		return "a count that goes on, told at two moments", true
	}
	if x.Planned != y.Planned {
		return "expected in one, told as done in the other", true
	}
	if tolls(x) && tolls(y) && (x.AsOf != "" || y.AsOf != "" || p.published()) {
		return "a count that grows, at two moments", true
	}
	return "", false
}

// tolls reports whether a figure counts what happens to people in an event that
// may still go on: dead, hurt, missing, without shelter.
func tolls(q quantity.Mention) bool { return q.Dimension == quantity.Count && q.States != 0 }

// published reports whether the articles give two different dates of their own.
func (p *pairing) published() bool {
	a, b := p.left.Article.Published, p.right.Article.Published
	return a != "" && b != "" && a != b
}

// stated is the date in the claim of a figure, where there is one and only one.
func (p *pairing) stated(s *side, q quantity.Mention) *date.Mention {
	var only *date.Mention
	for _, i := range s.datesOf[q.Claim] {
		if d := &s.Dates[i]; d.Value.Grain == date.Day {
			if only != nil {
				return nil
			}
			only = d
		}
	}
	return only
}

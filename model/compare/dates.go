// This file compares the dates of linked claims.

package compare

import (
	"cmp"
	"slices"

	"doubletake/model"
	"doubletake/model/date"
)

// rival is one pair of values of linked claims, still to be chosen from.
type rival struct {
	link        int
	left, right int     // indices into the values of each side
	rank        int     // the relation looked for first
	near        float64 // likeness of the surroundings
	fit         float64 // evidence that the two are about one thing
	why         string
}

// pick goes through rivals, best relation first, then the most alike, and yields
// those whose values are still free within their link.
func pick(rivals []rival, yield func(rival) bool) {
	slices.SortStableFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.fit, a.fit), cmp.Compare(b.near, a.near))
	})
	type use struct {
		link, value int
		right       bool
	}
	used := make(map[use]bool)
	for _, r := range rivals {
		l, g := use{r.link, r.left, false}, use{r.link, r.right, true}
		if used[l] || used[g] {
			continue
		}
		if yield(r) {
			used[l], used[g] = true, true
		}
	}
}

// conflictNear is how alike the surroundings of two dates or figures have to be
// for a clash between them, where a claim has more than one.
const conflictNear = 0.25

// dates compares the dates of linked claims: equal ones first, then those that
// differ in precision, and a clash only between two dates that have no
// counterpart anywhere and stand by the same words.
func (p *pairing) dates() {
	var rivals []rival
	settledL, settledR := make(map[int]bool), make(map[int]bool)
	for k, l := range p.links {
		for _, i := range p.left.datesOf[l.Left] {
			for _, j := range p.right.datesOf[l.Right] {
				x, y := p.left.Dates[i], p.right.Dates[j]
				e := date.Between(x, y)
				rank := map[date.Relation]int{date.Equal: 1, date.Finer: 2, date.Coarser: 2, date.Compatible: 3, date.Incompatible: 4}[e.Relation]
				if rank == 0 {
					continue
				}
				near := shared(p.left.around(x.Claim, x.Span), p.right.around(y.Claim, y.Span))
				rivals = append(rivals, rival{link: k, left: i, right: j, rank: rank, near: near, why: e.Why})
				if rank <= 2 {
					settledL[i], settledR[j] = true, true
				}
			}
		}
	}
	pick(rivals, func(r rival) bool {
		x, y := p.left.Dates[r.left], p.right.Dates[r.right]
		f := model.Fact{
			Kind: model.Date, About: clauseAbout(&p.left, x.Claim, x.Span), Why: r.why,
			Left:  model.Mention{Claim: x.Claim, Span: x.Span, Value: x.Value.String()},
			Right: model.Mention{Claim: y.Claim, Span: y.Span, Value: y.Value.String()},
		}
		switch {
		case r.rank == 1:
			f.Relation = model.Same
		case r.rank <= 3:
			f.Relation, f.Severity = model.Differs, model.Low
		case settledL[r.left] || settledR[r.right] || !p.lone(r) && r.near < conflictNear:
			return false
		default:
			f.Relation, f.Severity = model.Conflict, model.High
		}
		p.add(f, r.link)
		return true
	})
}

// lone reports whether each claim of a pair has one date only.
func (p *pairing) lone(r rival) bool {
	l := p.links[r.link]
	return len(p.left.datesOf[l.Left]) == 1 && len(p.right.datesOf[l.Right]) == 1
}

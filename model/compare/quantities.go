// This file compares the counts, sums and measures of linked claims.

package compare

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/date"
	"doubletake/model/quantity"
	"doubletake/model/text"
)

// figure is two quantities that count one thing, and what they come to.
type figure struct {
	link        int
	left, right int // indices into the quantities of each side
	evidence    quantity.Evidence
}

// figures are the pairs of quantities found so far.
type figures struct {
	*pairing
	pairs            []figure
	usedL, usedR     map[int]bool // those that stand in a pair
	agreesL, agreesR map[int]bool // those that the other article gives too
}

// countFigures pairs the quantities of linked claims: by what they count, then by what
// stands around them, and last those that bring two claims together. A figure that
// agrees with the other article somewhere contradicts it nowhere.
func (p *pairing) countFigures(faint []align.Link) {
	f := figures{pairing: p, usedL: make(map[int]bool), usedR: make(map[int]bool), agreesL: make(map[int]bool), agreesR: make(map[int]bool)}
	f.across()
	p.left.bare()
	p.right.bare()
	links := slices.Clip(p.links) // without those that figures bring
	f.slots()
	f.seek(faint)
	f.weigh(f.behold(links, faint, weighed))
	p.figures = f.pairs
}

// across pairs the quantities whose words tell that they count one thing.
func (f *figures) across() {
	link := make(map[[2]model.ClaimIndex]int, len(f.links))
	for k, l := range f.links {
		link[[2]model.ClaimIndex{l.Left, l.Right}] = k
	}
	for _, m := range quantity.Across(f.left.Quantities, f.right.Quantities, f.links) {
		x, y := f.left.Quantities[m.Left], f.right.Quantities[m.Right]
		if k, ok := link[[2]model.ClaimIndex{x.Claim, y.Claim}]; ok {
			f.add(figure{k, m.Left, m.Right, m.Evidence})
		}
	}
}

// add notes a pair, but for a clash that its link does not carry.
func (f *figures) add(n figure) {
	x, y := f.left.Quantities[n.left], f.right.Quantities[n.right]
	switch n.evidence.Outcome {
	case quantity.Incomparable:
		return
	case quantity.Incompatible:
		if quantity.Accounted(x, y, mentions(&f.left, f.left.quantitiesOf[x.Claim]), mentions(&f.right, f.right.quantitiesOf[y.Claim])) {
			return
		}
		if _, moved := f.moved(x, y); !moved && f.links[n.link].Score < f.clashFrom() && (!f.related() || f.strength(f.links[n.link].Score, x, y) < weakClash) {
			return
		}
	default:
		f.agreesL[n.left], f.agreesR[n.right] = true, true
	}
	f.usedL[n.left], f.usedR[n.right] = true, true
	f.pairs = append(f.pairs, n)
}

// quantities files the pairs of quantities: two figures of two days are no
// contradiction.
func (p *pairing) quantities() {
	usedL, usedR := make(map[int]bool), make(map[int]bool)
	for _, f := range p.figures {
		usedL[f.left], usedR[f.right] = true, true
		p.quantity(f.link, p.left.Quantities[f.left], p.right.Quantities[f.right], f.evidence)
	}
	p.agesOfLinked(usedL, usedR)
	p.ages(usedL, usedR)
}

// twoOfARow reports whether linked claims tell of two things of one row, "the first blast"
// and "the second blast", so that what is true of one need not be of the other.
func (p *pairing) twoOfARow(l model.Link) bool {
	for _, i := range p.left.quantitiesOf[l.Left] {
		for _, j := range p.right.quantitiesOf[l.Right] {
			x, y := p.left.Quantities[i], p.right.Quantities[j]
			if x.Dimension == quantity.Ordinal && y.Dimension == quantity.Ordinal && x.Low != y.Low && tellsApart(x) &&
				text.Stem(x.Counted) == text.Stem(y.Counted) && p.left.definite(x) && p.right.definite(y) {
				return true
			}
		}
	}
	return false
}

// tellsApart reports whether an ordinal tells one thing of a row from another. The floor of
// a fire and the step of a scale are what is told of one thing, and so is how often: "for the
// third time".
func tellsApart(x quantity.Mention) bool {
	switch x.Counted {
	case "", "floor", "storey", "story", "time":
		return false
	}
	return !quantity.Graded(x)
}

// definite reports whether a figure has the definite article before it.
func (s *side) definite(q quantity.Mention) bool {
	from, _ := tokenRange(s.Tokens[q.Claim], q.Span)
	t := s.Tokens[q.Claim]
	return from < len(t) && t[from].Norm == "the" || from > 0 && t[from-1].Norm == "the"
}

// mentions are some quantities of an article; those of one claim stand in a row, and
// need no copy.
func mentions(s *side, indices []int) []quantity.Mention {
	n := len(indices)
	if n > 0 && indices[n-1]-indices[0] == n-1 {
		return s.Quantities[indices[0] : indices[0]+n : indices[0]+n]
	}
	out := make([]quantity.Mention, n)
	for k, i := range indices {
		out[k] = s.Quantities[i]
	}
	return out
}

// clashScore is how sure a link has to be for two figures or dates in it to clash: a
// conflict is only as good as the link it stands on, and this one is as likely as not.
const clashScore = 0.5

// quantity files what one pair of figures comes to.
func (p *pairing) quantity(link int, x, y quantity.Mention, e quantity.Evidence) {
	out := model.Fact{
		Kind: model.Quantity, About: cmp.Or(counted(x), p.about(link, x.Claim, x.Span)), Why: e.Why,
		Left:  model.Mention{Claim: x.Claim, Span: x.Told(), Value: x.Value()},
		Right: model.Mention{Claim: y.Claim, Span: y.Told(), Value: y.Value()},
	}
	switch e.Outcome {
	case quantity.Equal:
		out.Relation = model.Same
	case quantity.Rounded:
		out.Relation, out.Severity = model.Differs, model.Low
	case quantity.Incompatible:
		why, moved := p.moved(x, y)
		switch {
		case moved:
			out.Relation, out.Severity, out.Why = model.Differs, model.Medium, why
			p.unclash(x, y)
		default:
			out.Relation, out.Severity = model.Conflict, model.High
		}
	default:
		return
	}
	p.add(out, link)
}

// ages compares the ages of people whom both articles name, wherever they stand.
func (p *pairing) ages(usedL, usedR map[int]bool) {
	l, r := p.left.ages(), p.right.ages()
	for _, t := range p.twins {
		i, okL := l[t.left]
		j, okR := r[t.right]
		if !okL || !okR || usedL[i] || usedR[j] {
			continue
		}
		p.age(everywhere, t.left, i, j)
	}
}

// agesOfLinked compares the ages of two linked claims that each have one age and one
// person, the same in both: "a 34-year-old citizen identified as X", "X, 43".
func (p *pairing) agesOfLinked(usedL, usedR map[int]bool) {
	for k, l := range p.links {
		if l.Score < clashScore {
			continue
		}
		i, who := p.left.onlyAge(l.Left)
		j, other := p.right.onlyAge(l.Right)
		if i < 0 || j < 0 || usedL[i] || usedR[j] {
			continue
		}
		if t, ok := p.twinOfLeft[who]; !ok || p.twins[t].right != other {
			continue
		}
		if p.age(k, who, i, j) {
			usedL[i], usedR[j] = true, true
		}
	}
}

// age files what two ages of one person come to, an entity of the left article; false for
// nothing.
func (p *pairing) age(link, person, i, j int) bool {
	x, y := p.left.Quantities[i], p.right.Quantities[j]
	x.Person, y.Person = "", "" // as each article calls him or her
	out, why := quantity.Arithmetic(x, y)
	if out == quantity.Incomparable {
		return false
	}
	x.Person = p.left.Entities[person].Label
	p.quantity(link, x, y, quantity.Evidence{Outcome: out, Why: "ages of " + x.Person + ": " + why})
	return true
}

// onlyAge is the one age and the one person of a claim, -1 where there are none or more.
func (s *side) onlyAge(c model.ClaimIndex) (age, person int) {
	age, person = -1, -1
	for _, i := range s.quantitiesOf[c] {
		if s.Quantities[i].Dimension == quantity.Age {
			if age >= 0 {
				return -1, -1
			}
			age = i
		}
	}
	for _, id := range s.entitiesOf[c] {
		if s.Entities[id].Kind == model.Name {
			if person >= 0 {
				return -1, -1
			}
			person = id
		}
	}
	if age < 0 || person < 0 {
		return -1, -1
	}
	return age, person
}

// ages maps each person to the first age that the article gives beside the name.
func (s *side) ages() map[int]int {
	out := make(map[int]int)
	for i, q := range s.Quantities {
		if q.Dimension != quantity.Age {
			continue
		}
		if id := s.personBeside(q.Claim, q.Span); id >= 0 {
			if _, ok := out[id]; !ok {
				out[id] = i
			}
		}
	}
	return out
}

// beside is how far from a name an age may stand, in bytes: "Jo Bloggs, a
// 47-year-old surgeon", "47-year-old Jo Bloggs".
const beside = 14

// personBeside is the person whose name stands right before or behind a span, -1
// for none.
func (s *side) personBeside(c model.ClaimIndex, at model.Span) int {
	best, person := beside+1, -1
	for _, id := range s.entitiesOf[c] {
		if s.Entities[id].Kind != model.Name {
			continue
		}
		for _, m := range s.Entities[id].Mentions {
			gap := at.Start - m.Span.End
			if m.Span.Start >= at.End {
				gap = m.Span.Start - at.End + 2 // rather the name before
			}
			if m.Claim == c && gap >= 0 && gap < best {
				best, person = gap, id
			}
		}
	}
	return person
}

// moved reports whether two figures that cannot both be true at one moment may
// be true at two: each is dated, and the dates differ, or the count is one that
// grows as news comes in and the articles are of two days.
func (p *pairing) moved(x, y quantity.Mention) (why string, ok bool) {
	mx, my := moment(x), moment(y)
	if tolls(x) && tolls(y) {
		grew := !p.published() || p.grew(x, y)
		if p.published() && grew && !p.saidOneDay(x, y) {
			return "a count that grows, in articles of two days", true
		}
		if grew && mx != my && !p.oneDay(x, y, mx, my) {
			return "a count that grows, at two moments: " + orElse(mx) + " / " + orElse(my), true
		}
	}
	if x.Dimension == quantity.Ordinal && !quantity.Graded(x) {
		return "", false // the third floor becomes no fourth
	}
	if x.Dimension == quantity.Share && x.Trend*y.Trend > 0 && mx != my && (ofTrading(mx) || ofTrading(my)) {
		return "a price that moves, at two moments: " + orElse(mx) + " / " + orElse(my), true
	}
	switch a, b, r := p.stated(x, y); r {
	case date.Equal:
		return "", false
	case date.Incompatible:
		return "two moments: " + p.left.words(a) + " / " + p.right.words(b), true
	}
	if mx != "" && my != "" && mx != my && !p.oneMoment(x, y) {
		return "two moments: " + mx + " / " + my, true
	}
	if x.Running && y.Running {
		return "a count that goes on, told at two moments", true
	}
	if x.Once != y.Once {
		return "as it once was in one, as it is in the other", true
	}
	if quantity.Forecast(x, y) {
		return "expected in one, told as done in the other", true
	}
	return "", false
}

// datesBeside yields each date that the claim of x tells with each that the claim of y does.
func (p *pairing) datesBeside(x, y quantity.Mention) iter.Seq2[date.Mention, date.Mention] {
	return func(yield func(d, e date.Mention) bool) {
		for _, i := range p.left.datesOf[x.Claim] {
			for _, j := range p.right.datesOf[y.Claim] {
				if !yield(p.left.Dates[i], p.right.Dates[j]) {
					return
				}
			}
		}
	}
}

// ofTrading reports whether a moment is one of a day's trading: "early trading", "midday".
func ofTrading(moment string) bool {
	for _, w := range strings.Fields(moment) {
		switch w {
		case "trading", "early", "late", "morning", "midday", "noon", "lunchtime", "afternoon", "close", "closed", "finished", "ended":
			return true
		}
	}
	return false
}

// oneMoment reports whether two figures stand as of one moment, told in two ways: "by Thursday
// evening", "by yesterday evening".
func (p *pairing) oneMoment(x, y quantity.Mention) bool {
	for d, e := range p.datesBeside(x, y) {
		if p.left.standsAt(x, d) && p.right.standsAt(y, e) && p.almanac.Between(d, e).Relation == date.Equal {
			return true
		}
	}
	return false
}

// standsAt reports whether a date tells as of when a figure stands.
func (s *side) standsAt(q quantity.Mention, d date.Mention) bool {
	return strings.Contains(fold(q.AsOf), fold(s.words(d.Span))) || strings.Contains(fold(s.words(d.Span)), fold(q.AsOf))
}

// oneDay reports whether of two figures one is dated by no more than the day of the
// event, which the claim of the other gives too: "early on Thursday", "on Thursday". "By
// Thursday", "on Thursday night" and "so far" tell how things stood.
func (p *pairing) oneDay(x, y quantity.Mention, mx, my string) bool {
	if mx != "" && my != "" {
		return false
	}
	for _, w := range strings.Fields(mx + my) {
		switch w {
		case "by", "as", "until", "till", "so", "now", "late", "meanwhile", "evening", "night", "overnight", "tonight":
			return false
		}
	}
	for d, e := range p.datesBeside(x, y) {
		switch p.almanac.Between(d, e).Relation {
		case date.Equal, date.Finer, date.Coarser:
			return true
		}
	}
	return false
}

// saidOneDay reports whether the sources of two figures spoke on one day.
func (p *pairing) saidOneDay(x, y quantity.Mention) bool {
	for d, e := range p.datesBeside(x, y) {
		if p.left.toldThen(d) && p.right.toldThen(e) && p.almanac.Between(d, e).Relation == date.Equal {
			return true
		}
	}
	return false
}

// unclash drops the conflict between the two days of two figures that were told at
// two moments: the days are what sets the figures apart, and no second clash.
func (p *pairing) unclash(x, y quantity.Mention) {
	a, b, r := p.stated(x, y)
	if r != date.Incompatible {
		return
	}
	p.found = slices.DeleteFunc(p.found, func(f found) bool {
		return f.Kind == model.Date && f.Relation == model.Conflict && f.Left.Span.Overlaps(a) && f.Right.Span.Overlaps(b)
	})
}

// moment is the words that say as of when a figure stands ("as of Saturday
// night", "by Monday", "now"), "" where there are none; "on October 12" dates what
// happened and not the count.
func moment(q quantity.Mention) string {
	w := fold(q.AsOf)
	if strings.HasPrefix(w, "on ") || strings.HasPrefix(w, "in ") || strings.HasPrefix(w, "at ") {
		return ""
	}
	return w
}

func orElse(moment string) string {
	if moment == "" {
		return "undated"
	}
	return moment
}

// tolls reports whether a figure counts what happens to people in an event that
// may still go on: dead, hurt, missing, without shelter.
func tolls(q quantity.Mention) bool { return q.Dimension == quantity.Count && q.States != 0 }

// published reports whether the articles are of two days, by their own dates or the days
// of their datelines.
func (p *pairing) published() bool {
	a, b := p.left.day(), p.right.day()
	return a != "" && b != "" && a != b
}

// datelineEnd is how many bytes into its first sentence an article's dateline may reach.
const datelineEnd = 60

// day is the day of an article without its year, "07-16": that of its date, else of its
// dateline; "" where it has neither. Two reports of one event are of one year as a rule.
func (s *side) day() string {
	if len(s.Article.Published) == len("2006-01-02") {
		return s.Article.Published[len("2006-"):]
	}
	if s.Article.Dateline == "" || len(s.Claims) == 0 {
		return ""
	}
	for _, i := range s.datesOf[0] {
		d := s.Dates[i]
		v := d.Value
		if d.Span.End <= s.Claims[0].Span.Start+datelineEnd && v.Grain == date.Day && v.From == v.To && v.From.Month > 0 && v.From.Day > 0 {
			return fmt.Sprintf("%02d-%02d", v.From.Month, v.From.Day)
		}
	}
	return ""
}

// grew reports whether the figure of the later article is not the smaller one, where it
// says outright how many, and the earlier how many at least, or counts what may as well shrink: the missing are found.
func (p *pairing) grew(x, y quantity.Mention) bool {
	early, late := x, y
	a, b := p.left.day(), p.right.day()
	turn := a[:2] == "12" && b[:2] == "01" || a[:2] == "01" && b[:2] == "12" // of the year
	if a > b != turn {
		early, late = y, x
	}
	fewer := late.Middle() < early.Middle() && late.Bound == quantity.Exact && (early.Bound == quantity.Exact || early.Bound == quantity.AtLeast)
	return !fewer || !x.States.OnlyGrow() || !y.States.OnlyGrow()
}

// stated compares the days that the claims of two figures tell: Equal where two are
// the same, Incompatible where two exclude each other, with their words, and
// Incomparable where a claim tells none.
func (p *pairing) stated(x, y quantity.Mention) (a, b model.Span, r date.Relation) {
	r = date.Incomparable
	equal := false
	for d, e := range p.datesBeside(x, y) {
		if d.Value.Grain != date.Day || e.Value.Grain != date.Day {
			continue
		}
		switch p.almanac.Between(asOf(d), asOf(e)).Relation {
		case date.Incompatible:
			a, b, r = d.Span, e.Span, date.Incompatible
		case date.Equal:
			equal = true
		}
	}
	if equal {
		r = date.Equal
	}
	return a, b, r
}

// asOf is the day as of which something is counted by a date: "by Friday afternoon, four tugs
// were in place" is told of Friday.
func asOf(d date.Mention) date.Mention {
	if !pastLimit(d) {
		return d
	}
	if day, ok := d.Date(); ok {
		d = day
	}
	d.Value.Bound = date.In
	return d
}

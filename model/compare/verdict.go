// This file says what each link comes to and lists what one side alone tells.

package compare

import (
	"slices"

	"doubletake/model"
	"doubletake/model/quantity"
)

// everywhere is the link of facts that hold for the whole article.
const everywhere = -1

// found is a fact with the link it was found in.
type found struct {
	model.Fact
	link int // index into links, or everywhere
}

// verdicts gives each link its facts and the worst they come to. all holds every
// fact as found, kept the distinct ones in order.
func (p *pairing) verdicts() {
	index := make(map[factKey]model.FactIndex, len(p.facts))
	for i, f := range p.facts {
		index[p.key(f)] = model.FactIndex(i)
	}
	at := make(map[[2]model.ClaimIndex]int, len(p.links))
	for k, l := range p.links {
		at[[2]model.ClaimIndex{l.Left, l.Right}] = k
	}
	for _, f := range p.found {
		if f.Relation.OneSided() {
			continue
		}
		i := index[p.key(f.Fact)]
		if f.link != everywhere {
			p.weigh(f.link, i)
			continue
		}
		if k, ok := at[[2]model.ClaimIndex{f.Left.Claim, f.Right.Claim}]; ok {
			p.weigh(k, i)
		}
	}
	for k := range p.links {
		slices.Sort(p.links[k].Facts)
		p.links[k].Facts = slices.Compact(p.links[k].Facts)
	}
}

// weigh adds a fact to a link.
func (p *pairing) weigh(link int, i model.FactIndex) {
	l := &p.links[link]
	l.Facts = append(l.Facts, i)
	switch p.facts[i].Relation {
	case model.Conflict:
		l.Verdict = model.Clash
	case model.Differs:
		l.Verdict = max(l.Verdict, model.Differ)
	}
}

// oneSided files what one article alone names, counts, dates or quotes.
func (p *pairing) oneSided() {
	var usedL, usedR []model.Span
	twinL, twinR := make(map[int]bool), make(map[int]bool)
	for _, t := range p.twins {
		twinL[t.left], twinR[t.right] = true, true
	}
	for _, f := range p.found {
		usedL = append(usedL, f.Left.Span)
		usedR = append(usedR, f.Right.Span)
	}
	p.alone(&p.left, model.LeftOnly, twinL, usedL, p.right.given())
	p.alone(&p.right, model.RightOnly, twinR, usedR, p.left.given())
}

// given is what an article gives in any claim, linked or not: the values of its figures,
// dates and quotations, and the names it writes.
type given struct{ values, names map[string]bool }

func (s *side) given() given {
	g := given{make(map[string]bool), make(map[string]bool)}
	for _, q := range s.Quantities {
		g.values[q.Value()] = true
	}
	for _, d := range s.Dates {
		g.values[d.Value.String()] = true
	}
	for _, q := range s.Voices.Quotes {
		g.values[fold(s.words(q.Inner))] = true
	}
	for _, e := range s.Entities {
		for _, f := range e.Forms {
			g.names[fold(f)] = true
		}
	}
	return g
}

// has reports whether the article gives a value, or the name in these words.
func (g given) has(k model.Kind, value, words string) bool {
	switch k {
	case model.Quantity, model.Date, model.Quote:
		return g.values[value]
	case model.Name, model.Organisation, model.Place:
		return g.names[fold(words)]
	}
	return false
}

// alone files the facts of one side that stand in no fact of both and that the other
// article does not give elsewhere.
func (p *pairing) alone(s *side, r model.Relation, twins map[int]bool, used []model.Span, other given) {
	taken := newCover(used)
	file := func(k model.Kind, about, value string, c model.ClaimIndex, at model.Span) {
		if taken.overlaps(at) || s.Claims[c].Furniture || other.has(k, value, s.words(at)) {
			return
		}
		m := model.Mention{Claim: c, Span: at, Value: value}
		f := model.Fact{Kind: k, Relation: r, About: about, Left: m, Why: "the right article does not give it"}
		if r == model.RightOnly {
			f.Left, f.Right, f.Why = model.Mention{}, m, "the left article does not give it"
		}
		p.add(f, everywhere)
	}
	for i, e := range s.Entities {
		if !twins[i] && !e.Loose && !(e.Kind == model.Place && e.Adjective) {
			m := e.Mentions[0]
			file(e.Kind, e.Label, fold(e.Label), m.Claim, m.Span)
		}
	}
	for _, d := range s.Dates {
		if specific(d.Value) {
			file(model.Date, clauseAbout(s, d.Claim, d.Span), d.Value.String(), d.Claim, d.Span)
		}
	}
	for _, q := range s.Quantities {
		if q.Counted == "" && (q.Dimension == quantity.Count || q.Dimension == quantity.Ordinal) && q.Span == q.Figure {
			continue // a bare number says nothing by itself
		}
		file(model.Quantity, quantityAbout(s, q), q.Value(), q.Claim, q.Span)
	}
	for _, q := range s.Voices.Quotes {
		if !q.Scare && q.Words >= minQuote {
			file(model.Quote, quoteAbout(s, q), fold(s.words(q.Inner)), q.Claim, q.Inner)
		}
	}
}

// cover answers whether a span meets one of many.
type cover []model.Span

func newCover(spans []model.Span) cover {
	c := slices.Clone(spans)
	slices.SortFunc(c, func(a, b model.Span) int { return a.Start - b.Start })
	return c
}

func (c cover) overlaps(s model.Span) bool {
	i, _ := slices.BinarySearchFunc(c, s.Start, func(x model.Span, at int) int {
		if x.Start < at {
			return -1
		}
		return 1
	})
	if i < len(c) && c[i].Overlaps(s) {
		return true
	}
	for k := i - 1; k >= 0 && k > i-6; k-- { // facts overlap little, so a few back suffice
		if c[k].Overlaps(s) {
			return true
		}
	}
	return false
}

// This file compares houses of one sort in two towns: "the university hospital in Bern", "the
// University Hospital of Basel".

package compare

import (
	"slices"

	"doubletake/model"
	"doubletake/model/certainty"
	"doubletake/model/entity"
	"doubletake/model/place"
	"doubletake/model/text"
)

// house is a hospital, a university or the like with the town that a phrase puts it in.
type house struct {
	claim    model.ClaimIndex
	from, to int // tokens of the phrase, without a determiner
	sort     string
	town     string
	named    bool // told by its name
}

// houses lists the houses that each claim names with a town.
func (s *side) houses() [][]house {
	out := make([][]house, len(s.Claims))
	for c := range s.Claims {
		out[c] = housesIn(model.ClaimIndex(c), s.Tokens[c])
	}
	return out
}

// housesIn lists the houses that one claim names with a town.
func housesIn(c model.ClaimIndex, t []text.Token) (out []house) {
	for k := range t {
		at, ok := place.SpotOf("", t[k].Norm)
		if !ok || at.Level != "houses" || k+1 < len(t) && houseNoun(t[k+1].Norm) {
			continue // of a university hospital the hospital counts
		}
		from := k
		for from > 0 && t[from-1].Kind == text.Word && !text.Stop(t[from-1].Norm) && (t[from-1].Upper() || houseNoun(t[from-1].Norm)) {
			from--
			if from > 1 && t[from-1].Kind == text.Mark && t[from-2].Upper() && (t[from-1].Text == "'" || t[from-1].Text == "’") {
				from -= 2 // "Ca' Foscari University"
			}
		}
		h := house{claim: c, from: from, to: k + 1, sort: at.Kind, named: t[k].Upper()}
		if k+2 < len(t) && (t[k+1].Norm == "of" || t[k+1].Norm == "in" || t[k+1].Norm == "at") {
			h.town, h.to = townFrom(t, k+2)
		}
		if h.town == "" {
			h.town, h.to = townIn(t[from:k]), k+1
		}
		if h.town != "" {
			out = append(out, h)
		}
	}
	return out
}

// houseNoun reports whether a word is a common noun for a house.
func houseNoun(norm string) bool {
	at, ok := place.SpotOf("", norm)
	return ok && at.Level == "houses"
}

// longestTown is how many words the name of a town has at most.
const longestTown = 3

// townFrom is the town that the words from a token on name, "" for none, and where they end.
func townFrom(t []text.Token, from int) (town string, to int) {
	for to = min(len(t), from+longestTown); to > from; to-- {
		if to < len(t) && t[to].Kind == text.Word && t[to].Upper() {
			continue // "of Bern Canton"
		}
		if town = townOf(t[from:to]); town != "" {
			return town, to
		}
	}
	return "", from
}

// townIn is the first town that words of a house's name are: "Yeosu Daehan Hospital".
func townIn(t []text.Token) string {
	for from := range t {
		for to := min(len(t), from+longestTown); to > from; to-- {
			if town := townOf(t[from:to]); town != "" {
				return town
			}
		}
	}
	return ""
}

// townOf is the town that some words in capitals and nothing else name, "" for none.
func townOf(t []text.Token) string {
	if slices.ContainsFunc(t, func(x text.Token) bool { return !x.Upper() || x.Possessive() }) {
		return ""
	}
	e, ok := place.Lookup(joinedWords(t))
	if !ok || e.Sort != place.City && e.Sort != place.Capital {
		return ""
	}
	return place.Fold(e.Name)
}

// houseLink is how sure a link has to be for houses in it to clash.
const houseLink = 0.6

// houses files two houses of one sort in two towns where linked claims put one person or one
// party there by verbs of one group, and where they say that one person belongs. The other
// article must not name such a house in that town as well: people are moved from one
// hospital to another.
func (p *pairing) houses() {
	for k, l := range p.links {
		if l.Score < max(houseLink, p.clashFrom()) {
			continue
		}
		xs, ys := p.left.housesOf[l.Left], p.right.housesOf[l.Right]
		for _, x := range xs {
			for _, y := range ys {
				if onlySort(xs, x) && onlySort(ys, y) && p.twoTowns(x, y) && p.onePutThere(x, y) && !p.daysApart(l) {
					p.addHouses(x, y, k)
				}
			}
		}
	}
	for _, t := range p.twins {
		x, okL := p.left.seat(p.left.Entities[t.left])
		y, okR := p.right.seat(p.right.Entities[t.right])
		if !okL || !okR || t.weak || !p.twoTowns(x, y) {
			continue
		}
		at, linked := slices.BinarySearchFunc(p.links, model.Link{Left: x.claim, Right: y.claim}, compareLinks)
		if linked && p.links[at].Score >= p.clashFrom() {
			p.addHouses(x, y, at)
		}
	}
}

// addHouses files the clash of two houses, unless their towns were told to clash.
func (p *pairing) addHouses(x, y house, link int) {
	a, b := p.left.houseSpan(x), p.right.houseSpan(y)
	if slices.ContainsFunc(p.found, func(f found) bool {
		return f.Relation == model.Conflict && a.Contains(f.Left.Span) && b.Contains(f.Right.Span)
	}) {
		return
	}
	f := model.Fact{Kind: model.Place, Relation: model.Conflict, Severity: model.High, About: p.about(link, x.claim, a),
		Why:   "one sort of house in two towns: " + p.left.words(a) + " / " + p.right.words(b),
		Left:  model.Mention{Claim: x.claim, Span: a, Value: x.town},
		Right: model.Mention{Claim: y.claim, Span: b, Value: y.town}}
	if x.named && y.named {
		f.Kind = model.Organisation
	}
	p.add(f, link)
}

// houseSpan is where the phrase of a house stands.
func (s *side) houseSpan(h house) model.Span {
	t := s.Tokens[h.claim]
	return model.Span{Start: t[h.from].Span.Start, End: t[h.to-1].Span.End}
}

// onlySort reports whether a house is the only one of its sort among some.
func onlySort(all []house, x house) bool {
	n := 0
	for _, y := range all {
		if y.sort == x.sort {
			n++
		}
	}
	return n == 1
}

// twoTowns reports whether two houses of one sort lie in two towns, and neither article knows
// one of that sort in the town that the other one tells.
func (p *pairing) twoTowns(x, y house) bool {
	return x.sort == y.sort && x.town != y.town && !place.TwoNames(x.town, y.town) && !p.left.knows(y) && !p.right.knows(x)
}

// knows reports whether an article names a house of that sort in that town.
func (s *side) knows(h house) bool {
	for _, all := range s.housesOf {
		for _, x := range all {
			if x.sort == h.sort && x.town == h.town {
				return true
			}
		}
	}
	return false
}

// stays are groups of verbs that tell where somebody was brought, works, or is looked after;
// "to be" goes with the two last. Own list.
var stays = []map[string]bool{
	{"fly": true, "take": true, "bring": true, "rush": true, "transport": true, "airlift": true, "carry": true, "admit": true, "evacuate": true, "transfer": true, "move": true},
	{"work": true, "teach": true, "research": true, "practise": true, "practice": true, "serve": true, "study": true, "be": true},
	{"treat": true, "die": true, "recover": true, "operate": true, "lie": true, "be": true},
}

// onePutThere reports whether two claims put one subject in two houses by verbs of one group.
func (p *pairing) onePutThere(x, y house) bool {
	a, okL := p.left.puts(x)
	b, okR := p.right.puts(y)
	if !okL || !okR || a.Negated || b.Negated || a.Strength != b.Strength {
		return false
	}
	group := func(g map[string]bool) bool { return g[a.Lemma] && g[b.Lemma] }
	return slices.ContainsFunc(stays, group) && p.oneSubject(x.claim, a, y.claim, b)
}

// puts is the last verb before a house.
func (s *side) puts(h house) (out certainty.Predicate, ok bool) {
	for _, p := range s.told(h.claim) {
		if !p.Noun && p.Verb < h.from {
			out, ok = p, true
		}
	}
	return out, ok
}

// oneSubject reports whether what stands before two verbs is one: a person whom both articles
// name, two pronouns, one noun that nobody counts, or a pronoun and a person.
func (p *pairing) oneSubject(c model.ClaimIndex, x certainty.Predicate, d model.ClaimIndex, y certainty.Predicate) bool {
	a, b := p.left.subject(c, x), p.right.subject(d, y)
	switch {
	case a == (subject{}) || b == (subject{}):
		return false
	case a.named && b.named:
		k, ok := p.twinOfLeft[a.entity]
		return ok && p.twins[k].right == b.entity
	case a.stem != "" && b.stem != "":
		return a.stem == b.stem
	}
	return a.pronoun == b.pronoun || a.pronoun != "they" && b.named || b.pronoun != "they" && a.named
}

// subject is what stands before a verb: somebody named, a pronoun or a noun.
type subject struct {
	named   bool
	entity  int
	pronoun string
	stem    string
}

// subject reads what stands right before a verb group, before an insertion between commas, or
// before the verb that it is joined to by "and".
func (s *side) subject(c model.ClaimIndex, p certainty.Predicate) (out subject) {
	t := s.Tokens[c]
	at, _ := tokenRange(t, p.Span)
	for at > 1 && (t[at-1].Norm == "now" || t[at-1].Norm == "later" || t[at-1].Norm == "then") {
		at--
	}
	if at > 1 && t[at-1].Norm == "and" {
		before := slices.IndexFunc(s.told(c), func(q certainty.Predicate) bool { return q.Verb >= at }) - 1
		if before < 0 || s.told(c)[before].Noun {
			return subject{}
		}
		at, _ = tokenRange(t, s.told(c)[before].Span)
	}
	if at > 1 && t[at-1].Text == "," {
		for k := at - 2; k > 0 && at-k <= inserted; k-- {
			if t[k].Text == "," {
				at = k
				break
			}
		}
	}
	if at = headEnd(t, at); at == 0 {
		return subject{}
	}
	if who, ok := s.person(c, -1, func(_, to int) bool { return to == at }); ok {
		return subject{named: true, entity: who.entity}
	}
	switch n := t[at-1].Norm; n {
	case "he", "she", "they":
		return subject{pronoun: n}
	}
	if stem := s.Stems[c][at-1]; stem != "" && !s.countedAt(c, at-1) {
		return subject{stem: stem}
	}
	return subject{}
}

// headEnd is where the head of the noun phrase that ends before a token ends: the wife, of "the
// wife of the keeper".
func headEnd(t []text.Token, at int) int {
	end := at
	for k := at - 1; k > 0 && at-k <= inserted && t[k].Kind == text.Word; k-- {
		switch n := t[k].Norm; {
		case n == "of":
			end = k
		case text.Stop(n) && n != "the" && n != "a" && n != "his" && n != "her" && n != "its":
			return end
		}
	}
	return end
}

// countBefore is how many tokens before a noun a figure may stand that counts it: "three of the
// injured".
const countBefore = 4

// countedAt reports whether a figure counts the noun at a token.
func (s *side) countedAt(c model.ClaimIndex, k int) bool {
	t := s.Tokens[c]
	near := model.Span{Start: t[max(0, k-countBefore)].Span.Start, End: t[k].Span.End}
	return slices.ContainsFunc(s.quantitiesOf[c], func(i int) bool { return s.Quantities[i].Told().Overlaps(near) })
}

// How many tokens may stand between the name of a person and the house where he or she
// belongs: ", a professor of law at".
const beforeSeat = 8

// seat is the one university or hospital that an article says a person belongs to, right
// behind the name: "Lorenzo Vianello, a professor at the University of Bologna".
func (s *side) seat(e entity.Entity) (out house, ok bool) {
	if e.Kind != model.Name {
		return house{}, false
	}
	for _, m := range e.Mentions {
		t := s.Tokens[m.Claim]
		for _, h := range s.housesOf[m.Claim] {
			if h.sort != "university" && h.sort != "hospital" || h.from < m.To || h.from-m.To > beforeSeat || !belonging(t[m.To:h.from]) {
				continue
			}
			if ok && (h.sort != out.sort || h.town != out.town) || !onlySort(s.housesOf[m.Claim], h) {
				return house{}, false
			}
			out, ok = h, true
		}
	}
	return out, ok
}

// belonging reports whether some words say that somebody belongs to what follows: "of the",
// ", a biologist at"; no guest and nobody who has left.
func belonging(t []text.Token) bool {
	last := ""
	for i, x := range t {
		switch x.Norm {
		case "former", "formerly", "visiting", "honorary", "emeritus", "emerita", "graduate", "alumnus", "student", "who", "and", "said", "to", "about", "was", "in", "then":
			return false
		}
		if x.Kind == text.Mark && !(i == 0 && x.Text == ",") && x.Text != "-" {
			return false
		}
		if x.Norm != "the" {
			last = x.Norm
		}
	}
	return last == "of" || last == "at" || last == "from" || last == "with"
}

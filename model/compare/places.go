// This file finds where linked claims put one event in two places.

package compare

import (
	"strings"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/name"
	"doubletake/model/place"
)

// placeLink and placeNear are how sure a link has to be, and how alike the words
// about two places, for them to be two places of one event.
const (
	placeLink = 0.45
	placeNear = 0.2
)

// The same for two houses and two countries, of which a story may well name several.
const (
	surePlace   = 0.8
	countryNear = 0.25
)

// places compares everything that says where: places of events, flags, nationalities, houses.
func (p *pairing) places() {
	p.towns()
	p.flags()
	p.nationalities()
	p.houses()
}

// towns compares where linked claims put what they tell: "in Niš" / "in Sofia".
// Only two places clash that stand behind one kind of preposition, by the same
// words, each the only one of its claim that the other claim does not name; a town
// and its country never do, nor two names so alike that they may be one.
func (p *pairing) towns() {
	for k, l := range p.links {
		if l.Score < placeLink || !p.related() && l.Score < p.clashFrom() {
			continue
		}
		i, j, least, ok := p.sites(l)
		if !ok || i.where != j.where || p.oneRegion(i.label, j.label) || name.Likeness(strings.ToLower(i.label), strings.ToLower(j.label)) >= vouchBeside {
			continue
		}
		if p.kinship(p.left.around(l.Left, i.span), p.right.around(l.Right, j.span)) < least {
			continue
		}
		p.add(model.Fact{Kind: model.Place, Relation: model.Conflict, Severity: model.High,
			About: p.about(k, l.Left, i.span), Why: "two places for one event: " + i.label + " / " + j.label,
			Left:  model.Mention{Claim: l.Left, Span: i.span, Value: fold(i.label)},
			Right: model.Mention{Claim: l.Right, Span: j.span, Value: fold(j.label)}}, k)
	}
}

// sites are the places that two linked claims may differ in, and how alike the words about
// them have to be: towns, or houses of one sort, or countries.
func (p *pairing) sites(l model.Link) (x, y site, least float64, ok bool) {
	x, okL := p.onlyPlace(&p.left, l.Left, &p.right, l.Right, p.twinOfLeft)
	y, okR := p.onlyPlace(&p.right, l.Right, &p.left, l.Left, p.twinOfRight)
	if okL || okR || l.Score < surePlace {
		return x, y, placeNear, okL && okR
	}
	x, okL = p.onlyVenue(&p.left, l.Left, p.twinOfLeft)
	y, okR = p.onlyVenue(&p.right, l.Right, p.twinOfRight)
	if okL && okR && lastWord(x.label) == lastWord(y.label) {
		return x, y, 0, true
	}
	x, okL = p.onlyCountry(&p.left, l.Left, p.twinOfLeft)
	y, okR = p.onlyCountry(&p.right, l.Right, p.twinOfRight)
	return x, y, countryNear, okL && okR
}

// site is a place as a claim names it, with the preposition before it.
type site struct {
	label string
	where string
	span  model.Span
}

// wheres groups the words that say where an event was, or where a way led or began.
var wheres = map[string]string{"in": "in", "at": "in", "inside": "in", "near": "near", "outside": "near", "off": "near",
	"to": "to", "for": "to", "towards": "to", "toward": "to", "from": "from", "left": "from", "leaving": "from"}

// onlyPlace is the one place of a claim behind a preposition that the other claim
// does not name, if there is one and only one and the article means it elsewhere
// by no other name.
func (p *pairing) onlyPlace(s *side, c model.ClaimIndex, other *side, d model.ClaimIndex, twins map[int]int) (site, bool) {
	var out site
	n := 0
	for _, id := range s.entitiesOf[c] {
		e := s.Entities[id]
		if e.Kind != model.Place || e.Adjective {
			continue
		}
		entry, known := place.Lookup(e.Label)
		if known && (entry.Sort <= place.Region || other.inNation(d, entry.Code)) {
			continue // "in Gdansk" where the other says "to Poland"
		}
		for _, m := range e.Mentions {
			if m.Claim != c {
				continue
			}
			if where := s.before(m); where != "" && !p.named(other, d, id, twins) {
				n++
				out = site{e.Label, where, m.Span}
			}
		}
	}
	return out, n == 1
}

// venues are the words for houses that bear a name, of which two of one sort are two.
const venues = " theatre theater stadium arena hall hospital hotel museum church cathedral mosque school college university prison airport park library "

// onlyVenue is the one named house of a claim behind a preposition that the other article
// never speaks of: "in the Rustaveli Theatre".
func (p *pairing) onlyVenue(s *side, c model.ClaimIndex, twins map[int]int) (out site, ok bool) {
	n := 0
	for _, id := range s.entitiesOf[c] {
		e := s.Entities[id]
		label := place.Fold(e.Label)
		if e.Kind != model.Organisation && e.Kind != model.Place || !strings.Contains(label, " ") || !strings.Contains(venues, " "+lastWord(label)+" ") {
			continue
		}
		if _, met := twins[id]; met {
			return site{}, false
		}
		for _, m := range e.Mentions {
			if where := s.before(m); m.Claim == c && where != "" {
				out = site{label, where, m.Span}
				n++
			}
		}
	}
	return out, n == 1
}

// inNation reports whether a claim puts something in the country with a code, or moves it
// there.
func (s *side) inNation(c model.ClaimIndex, code string) bool {
	for _, id := range s.entitiesOf[c] {
		e := s.Entities[id]
		if entry, ok := place.Lookup(e.Label); e.Kind != model.Place || !ok || entry.Sort != place.Country || entry.Code != code {
			continue
		}
		for _, m := range e.Mentions {
			if m.Claim == c && s.before(m) != "" {
				return true
			}
		}
	}
	return false
}

// onlyCountry is the one country of a claim behind a preposition, if it names no other
// place and the other article never speaks of it.
func (p *pairing) onlyCountry(s *side, c model.ClaimIndex, twins map[int]int) (out site, ok bool) {
	for _, id := range s.entitiesOf[c] {
		e := s.Entities[id]
		if e.Kind != model.Place {
			continue
		}
		entry, known := place.Lookup(e.Label)
		if _, met := twins[id]; ok || met || !known || entry.Sort != place.Country || e.Adjective {
			return site{}, false
		}
		for _, m := range e.Mentions {
			if m.Claim == c {
				out = site{e.Label, s.before(m), m.Span}
			}
		}
		ok = out.where != ""
	}
	return out, ok
}

// before is the group of the preposition before a mention, "" for none; "near the
// town of X" is near.
func (s *side) before(m entity.Mention) string {
	t := s.Tokens[m.Claim]
	k := m.From - 1
	for k >= 1 && (t[k].Norm == "the" || t[k].Norm == "of" || entity.Region(t[k].Norm)) {
		k--
	}
	if k < 0 {
		return ""
	}
	return wheres[t[k].Norm]
}

// named reports whether a claim of the other article names an entity's twin.
func (p *pairing) named(other *side, d model.ClaimIndex, id int, twins map[int]int) bool {
	k, ok := twins[id]
	if !ok {
		return false
	}
	twin := p.twins[k].right
	if other == &p.left {
		twin = p.twins[k].left
	}
	for _, x := range other.entitiesOf[d] {
		if x == twin {
			return true
		}
	}
	return false
}

// oneRegion reports whether two places may lie in one another: a known town in a
// region of one of the names, or the same first word.
func (p *pairing) oneRegion(a, b string) bool {
	x, okX := place.Lookup(a)
	y, okY := place.Lookup(b)
	if okX && okY && x.Sort != y.Sort && x.Sort != place.Capital && y.Sort != place.Capital {
		return true
	}
	w, _ := firstWord(a, b)
	return w != "" || ofDivision(a) != ofDivision(b)
}

// ofDivision reports whether a name says that it is one of a county, a province or the like:
// "Clare County", "County Clare".
func ofDivision(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return entity.Region(lastWord(name)) || entity.Region(first)
}

// lastWord is the last word of a name in lower case.
func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

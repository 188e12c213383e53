// This file brings together names that only a link can vouch for: two spellings too
// far apart to be trusted anywhere, in two sentences that tell one thing.

package compare

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/name"
	"doubletake/model/place"
	"doubletake/model/text"
)

// vouchLink is how sure a link has to be to vouch for two spellings.
const vouchLink = 0.5

// How alike two words have to be: beside words that are the same, and alone.
const (
	vouchBeside = 0.5
	vouchAlone  = 0.7
)

// vouchTongue is how sure a link has to be to vouch for two names of a house in two
// languages, which have no word in common.
const vouchTongue = 0.8

// vouched is a pair of entities that a link brings together.
type vouched struct {
	twin
	link float64
}

// vouch pairs entities that have no twin yet, stand in linked claims and are spelled
// alike, where neither has another such partner in that link.
func (p *pairing) vouch() {
	var all []vouched
	for _, l := range p.links {
		if l.Score >= vouchLink {
			all = append(all, p.vouchedIn(l)...)
		}
	}
	slices.SortStableFunc(all, func(a, b vouched) int {
		return cmp.Or(cmp.Compare(b.match.Score, a.match.Score), cmp.Compare(b.link, a.link),
			cmp.Compare(a.left+a.right, b.left+b.right), cmp.Compare(a.left, b.left))
	})
	found := len(p.twins)
	for _, v := range all {
		_, okL := p.twinOfLeft[v.left]
		_, okR := p.twinOfRight[v.right]
		if okL || okR {
			continue
		}
		p.twinOfLeft[v.left], p.twinOfRight[v.right] = found, found
		p.twins = append(p.twins, v.twin)
		found++
	}
	slices.SortFunc(p.twins, func(a, b twin) int { return cmp.Compare(a.left, b.left) })
	p.indexTwins()
}

// vouchedIn are the pairs one link vouches for.
func (p *pairing) vouchedIn(l model.Link) (out []vouched) {
	xs, ys := p.left.unpaired(l.Left, p.twinOfLeft), p.right.unpaired(l.Right, p.twinOfRight)
	rivalL, rivalR := make(map[int]int), make(map[int]int)
	for _, i := range xs {
		for _, j := range ys {
			m, ok := resembling(p.left.Entities[i], p.right.Entities[j])
			if !ok && l.Score >= vouchTongue && p.samePerson(l) {
				m, ok = oneHouse(p.left.Entities[i], p.right.Entities[j])
			}
			if ok {
				out = append(out, vouched{twin{left: i, right: j, match: m}, l.Score})
				rivalL[i]++
				rivalR[j]++
			}
		}
	}
	return slices.DeleteFunc(out, func(v vouched) bool { return rivalL[v.left] > 1 || rivalR[v.right] > 1 })
}

// samePerson reports whether both claims of a link name one person.
func (p *pairing) samePerson(l model.Link) bool {
	return slices.ContainsFunc(p.left.entitiesOf[l.Left], func(i int) bool {
		k, ok := p.twinOfLeft[i]
		return ok && p.left.Entities[i].Kind == model.Name && slices.Contains(p.right.entitiesOf[l.Right], p.twins[k].right)
	})
}

// oneHouse compares two bodies that stand beside one person: "the Harbour Museum" may be
// "Havnemuseet", for both are museums and one is named in another language.
func oneHouse(a, b entity.Entity) (name.Match, bool) {
	if kind, ok := commonKind(a, b); !ok || kind != model.Organisation || a.Loose && b.Loose {
		return name.Match{}, false
	}
	x, y := fullest(a), fullest(b)
	if !name.ParseBody(x).OneSort(name.ParseBody(y)) {
		return name.Match{}, false
	}
	return name.Match{Score: 0.5, Level: name.Same, Rules: name.Rules(0).With(name.Alias),
		Why: "beside one person, and named in two languages: " + x + " / " + y}, true
}

// unpaired are the entities of a claim that have no twin.
func (s *side) unpaired(c model.ClaimIndex, twins map[int]int) (out []int) {
	for _, id := range s.entitiesOf[c] {
		if _, ok := twins[id]; !ok && !s.Entities[id].Adjective {
			out = append(out, id)
		}
	}
	return out
}

// resembling compares two entities of linked claims by their fullest forms.
func resembling(a, b entity.Entity) (name.Match, bool) {
	kind, ok := commonKind(a, b)
	if !ok || a.Loose && b.Loose {
		return name.Match{}, false
	}
	x, y := fullest(a), fullest(b)
	switch kind {
	case model.Name:
		m := name.Person(x, y)
		return m, m.Level == name.Possible && !m.Partial && nameWords(x) > 1 && nameWords(y) > 1
	case model.Place:
		if bothKnown(x, y) {
			return name.Match{}, false
		}
		x, y = joined(bareRegion(x), bareRegion(y))
	case model.Organisation:
		if short, long, ok := turnedInitials(x, y); ok {
			return name.Match{Score: 0.6, Level: name.Same, Rules: name.Rules(0).With(name.Acronym), Why: short + ": initials of " + long + " in the order of another language"}, true
		}
	}
	return oneWordApart(x, y)
}

// turnedInitials reports whether one of two names is the initials of all telling words of the
// other, in the order that a language has them in which the noun comes first: "DNT" for the
// National Transit Directorate.
func turnedInitials(x, y string) (short, long string, ok bool) {
	if len(x) > len(y) {
		x, y = y, x
	}
	const least = 3
	if len(x) < least || x != strings.ToUpper(x) || strings.ContainsFunc(x, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return "", "", false
	}
	var initials []byte
	for _, w := range strings.Fields(place.Fold(y)) {
		if !text.Stop(w) {
			initials = append(initials, w[0]&^0x20)
		}
	}
	letters := []byte(x)
	if len(letters) != len(initials) || letters[0] != initials[len(initials)-1] {
		return "", "", false
	}
	slices.Sort(letters)
	slices.Sort(initials)
	return x, y, slices.Equal(letters, initials)
}

// bothKnown reports whether the gazetteer has two names: then they are two places,
// or it would have said that they are one.
func bothKnown(x, y string) bool {
	_, okX := place.Lookup(x)
	_, okY := place.Lookup(y)
	return okX && okY
}

// oneWordApart compares two names word by word, function words and legal forms
// aside: all are the same but one, which is no English word and spelled alike, or
// words cut short.
func oneWordApart(x, y string) (name.Match, bool) {
	a, b := name.ParseBody(x).Terms(), name.ParseBody(y).Terms()
	if len(a) != len(b) || len(a) == 0 {
		return name.Match{}, false
	}
	if clipped(a, b) {
		return name.Match{Score: 0.6, Level: name.Same, Why: "words cut short: " + x + " / " + y}, true
	}
	apart := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if apart >= 0 || text.Weight(a[i]) < 1 || text.Weight(b[i]) < 1 {
			return name.Match{}, false
		}
		apart = i
	}
	if apart < 0 {
		return name.Match{}, false
	}
	least := vouchBeside
	if len(a) == 1 {
		least = vouchAlone
	}
	alike := name.Likeness(a[apart], b[apart])
	if alike < least {
		return name.Match{}, false
	}
	return name.Match{Score: 0.5 + alike/10, Level: name.Same, Rules: name.Rules(0).With(name.Letters),
		Why: "two spellings in two sentences that tell one thing: " + a[apart] + "/" + b[apart]}, true
}

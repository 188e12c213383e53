// This file compares under which country's flag a ship or aircraft goes.

package compare

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// ensign is the country whose flag a vessel flies or whose register it stands in.
type ensign struct {
	claim  model.ClaimIndex
	span   model.Span
	code   string
	vessel string // the noun for the vessel, "" where none or only "ship" tells
	named  int    // the entity of the vessel, -1 where nothing tells its name
}

// vessels are the nouns for what bears a flag; those without a sort fit any. Own list.
var vessels = map[string]string{
	"ship": "", "vessel": "", "boat": "", "craft": "", "aircraft": "", "plane": "", "steamer": "",
	"tanker": "tanker", "supertanker": "tanker", "ferry": "ferry", "freighter": "freighter", "carrier": "freighter",
	"trawler": "trawler", "yacht": "yacht", "dhow": "dhow", "barge": "barge", "tug": "tug", "tugboat": "tug", "liner": "liner",
	"submarine": "submarine", "jet": "jet", "airliner": "jet", "helicopter": "helicopter", "schooner": "yacht", "catamaran": "yacht",
}

// flags files under which flags one vessel goes: one that both articles name, or the one of
// which two linked claims tell one flag each, unless they call it two sorts of vessel. A flag
// that the other article gives somewhere as well, of what may be that vessel, is none against it.
func (p *pairing) flags() {
	shipsL, shipsR := p.ships()
	left, right := p.left.flags(shipsL), p.right.flags(shipsR)
	for _, x := range left {
		for _, y := range right {
			link, ok := p.oneVessel(x, y, left, right)
			if !ok || akin(x.code, y.code) {
				continue
			}
			f := model.Fact{Kind: model.Place, Relation: model.Same, About: p.about(link, x.claim, x.span), Why: "one country's flag",
				Left:  model.Mention{Claim: x.claim, Span: x.span, Value: x.code},
				Right: model.Mention{Claim: y.claim, Span: y.span, Value: y.code}}
			if x.code != y.code {
				if flies(right, x) || flies(left, y) {
					continue
				}
				f.Relation, f.Severity = model.Conflict, model.High
				f.Why = "two flags of one vessel: " + p.left.words(x.span) + " / " + p.right.words(y.span)
			}
			p.add(f, link)
		}
	}
}

// flies reports whether the flag of a vessel is among some of vessels that may be the same.
func flies(all []ensign, x ensign) bool {
	return slices.ContainsFunc(all, func(y ensign) bool { return x.code == y.code && oneSortOf(x, y) })
}

// oneSortOf reports whether two vessels are not told to be of two sorts.
func oneSortOf(x, y ensign) bool { return x.vessel == "" || y.vessel == "" || x.vessel == y.vessel }

// oneVessel reports whether two flags are told of one vessel, and the link that says so, or
// everywhere.
func (p *pairing) oneVessel(x, y ensign, left, right []ensign) (link int, ok bool) {
	if !oneSortOf(x, y) {
		return everywhere, false
	}
	if x.named >= 0 && y.named >= 0 {
		k, met := p.twinOfLeft[x.named]
		return everywhere, met && p.twins[k].right == y.named
	}
	link = slices.IndexFunc(p.links, func(l model.Link) bool { return l.Left == x.claim && l.Right == y.claim })
	return link, link >= 0 && p.links[link].Score >= p.clashFrom() && soleFlag(left, x) && soleFlag(right, y)
}

// soleFlag reports whether a claim tells of one flag only.
func soleFlag(all []ensign, x ensign) bool {
	return !slices.ContainsFunc(all, func(y ensign) bool { return y.claim == x.claim && y.span != x.span })
}

// ships lists the vessels that each article names: what one calls a vessel is one in the other.
func (p *pairing) ships() (left, right []int) {
	left, right = p.left.ships(), p.right.ships()
	for _, t := range p.twins {
		switch l, r := slices.Contains(left, t.left), slices.Contains(right, t.right); {
		case l && !r:
			right = append(right, t.right)
		case r && !l:
			left = append(left, t.left)
		}
	}
	return left, right
}

// flags lists the flags of vessels that an article tells of.
func (s *side) flags(ships []int) (out []ensign) {
	for c := range s.Tokens {
		claim := model.ClaimIndex(c)
		for k, t := range s.Tokens[c] {
			code, from, to, ok := flagAt(s.Tokens[c], k, t.Norm)
			if !ok {
				continue
			}
			at := model.Span{Start: s.Tokens[c][from].Span.Start, End: s.Tokens[c][to-1].Span.End}
			if f, ok := s.borne(ensign{claim: claim, span: at, code: code}, from, to, ships); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// flagAt reads the flag that a word at token k tells of, and the tokens of the phrase.
func flagAt(t []text.Token, k int, norm string) (code string, from, to int, ok bool) {
	switch norm {
	case "flagged", "registered":
		if k > 1 && t[k-1].Text == "-" && t[k].Glued { // "Panama-flagged"
			code, from, ok = nationEnding(t, k-1)
			return code, from, k + 1, ok
		}
		if norm == "registered" && k+2 < len(t) && t[k+1].Norm == "in" {
			code, to, ok = nationFrom(t, k+2)
			return code, k, to, ok
		}
	case "flag":
		if k+2 < len(t) && t[k+1].Norm == "of" && shown(t, k) { // "under the flag of Panama"
			code, to, ok = nationFrom(t, k+2)
			return code, k, to, ok
		}
		if code, from, ok = nationEnding(t, k); ok { // "flies the Panamanian flag"
			return code, from, k + 1, shown(t, from)
		}
	}
	return "", 0, 0, false
}

// shown reports whether what begins at a token is a flag that something goes under.
func shown(t []text.Token, k int) bool {
	for k--; k >= 0 && (t[k].Norm == "the" || t[k].Norm == "a" || t[k].Norm == "an" || t[k].Norm == "its"); k-- {
	}
	if k < 0 {
		return false
	}
	switch t[k].Norm {
	case "under", "fly", "flies", "flew", "flying", "flown", "carries", "carried", "carrying":
		return true
	}
	return false
}

// borne says of which vessel a flag is told: the only one that its claim speaks of, or for one
// that is only pointed back at ("the ship"), the only one that the article has named till then. ok is false
// where nothing in the claim is a vessel.
func (s *side) borne(f ensign, from, to int, ships []int) (ensign, bool) {
	t := s.Tokens[f.claim]
	f.named = -1
	var named []int
	for _, id := range s.entitiesOf[f.claim] {
		if slices.Contains(ships, id) {
			named = append(named, id)
		}
	}
	nouns, last := sortsOf(t)
	if last < 0 && len(named) == 0 && t[to-1].Norm != "flagged" || t[from].Norm == "registered" && !s.registers(f.claim, from, ships) {
		return f, false
	}
	if sort, ok := sortBehind(t, to); ok {
		f.vessel = sort
	}
	if len(nouns) > 1 || len(named) > 1 {
		return f, t[to-1].Norm == "flagged" || len(named) < 2
	}
	if len(nouns) == 1 {
		f.vessel = nouns[0]
	}
	switch {
	case len(named) == 1:
		f.named = named[0]
	case last > 0 && t[last-1].Norm == "the":
		f.named = s.onlyBefore(ships, f.claim)
	}
	return f, true
}

// onlyBefore is the one of some entities that is named before a claim, -1 for none or more.
func (s *side) onlyBefore(ids []int, c model.ClaimIndex) int {
	only := -1
	for _, id := range ids {
		if s.Entities[id].Mentions[0].Claim < c {
			if only >= 0 {
				return -1
			}
			only = id
		}
	}
	return only
}

// sortsOf lists the sorts of vessels that a claim speaks of, each once, and the last of their
// nouns, -1 for none.
func sortsOf(t []text.Token) (sorts []string, last int) {
	last = -1
	for k := range t {
		if sort, ok := vessel(t[k].Norm); ok {
			last = k
			if sort != "" && !slices.Contains(sorts, sort) {
				sorts = append(sorts, sort)
			}
		}
	}
	return sorts, last
}

// sortBehind is the sort of vessel told right behind an adjective: "Panama-flagged oil tanker".
func sortBehind(t []text.Token, at int) (sort string, ok bool) {
	for _, x := range t[at:min(len(t), at+3)] {
		if sort, ok = vessel(x.Norm); ok || x.Kind == text.Mark || text.Stop(x.Norm) {
			return sort, ok
		}
	}
	return "", false
}

// vessel is the sort of vessel that a noun names, in the singular or in the plural.
func vessel(norm string) (sort string, ok bool) {
	sort, ok = vessels[norm]
	if !ok {
		sort, ok = vessels[strings.TrimSuffix(strings.TrimSuffix(norm, "'s"), "’s")]
	}
	return sort, ok
}

// registers reports whether it is a vessel that the phrase at a token calls registered: "the
// tanker, registered in Malta", and not "the owner of the tanker, a company registered in Malta".
func (s *side) registers(c model.ClaimIndex, at int, ships []int) bool {
	t := s.Tokens[c]
	k := at - 1
	for k >= 0 && (t[k].Text == "," || t[k].Norm == "is" || t[k].Norm == "was" || t[k].Norm == "which" || t[k].Norm == "that") {
		k--
	}
	if k < 0 {
		return false
	}
	if _, ok := vessel(t[k].Norm); ok {
		return true
	}
	return slices.ContainsFunc(ships, func(id int) bool { return s.mentionEnds(id, c, k+1) })
}

// mentionEnds reports whether a mention of an entity ends before a token of a claim.
func (s *side) mentionEnds(id int, c model.ClaimIndex, to int) bool {
	for _, m := range s.Entities[id].Mentions {
		if m.Claim == c && m.To == to {
			return true
		}
	}
	return false
}

// longestSort is how many tokens may stand between the name of a vessel and the noun for what
// sort it is: ", a Danish-flagged oil tanker".
const longestSort = 8

// ships lists the entities of an article that it says are vessels: "the ferry Vega", "the
// Panama-flagged Vega", "the Vega, a tanker".
func (s *side) ships() (out []int) {
	for id, e := range s.Entities {
		for _, m := range e.Mentions {
			t := s.Tokens[m.Claim]
			if vesselBefore(t, m.From) || vesselBehind(t, m.To) || strings.Contains(e.Forms[m.Form], "-flagged ") {
				out = append(out, id)
				break
			}
		}
	}
	return out
}

// vesselBefore reports whether the word before a token calls what begins there a vessel.
func vesselBefore(t []text.Token, at int) bool {
	if at == 0 {
		return false
	}
	_, ok := vessel(t[at-1].Norm)
	return ok && !t[at-1].Possessive() || at > 2 && t[at-1].Norm == "flagged" && t[at-2].Text == "-"
}

// vesselBehind reports whether an apposition at a token calls what ends there a vessel.
func vesselBehind(t []text.Token, at int) bool {
	if at+2 >= len(t) || t[at].Text != "," || t[at+1].Norm != "a" && t[at+1].Norm != "an" && t[at+1].Norm != "the" {
		return false
	}
	for _, x := range t[at+2 : min(len(t), at+longestSort)] {
		if _, ok := vessel(x.Norm); ok {
			return true
		}
		if x.Kind == text.Mark && x.Text != "-" || x.Kind == text.Word && text.Stop(x.Norm) {
			return false
		}
	}
	return false
}

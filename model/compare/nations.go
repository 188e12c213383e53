// This file reads countries told by an adjective or a name in a phrase, and compares the
// nationality that the two articles give one person.

package compare

import (
	"slices"
	"strings"
	"sync"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/title"
)

// kindred are the nations of which one may be told for the other: a state and its
// territories, a state and one that broke away or whose people live there, two of one
// adjective. ISO 3166 codes, the first of a line against each of the rest; own list, from the
// dependent areas of that standard.
const kindred = `
CN HK MO TW
US PR GU VI AS MP
GB IE GI BM KY VG FK JE GG IM
FR GP MQ GF RE NC PF
NL AW CW SX
DK GL FO
FI AX
MA EH
IL PS
RS XK ME BA HR
AL XK MK
RO MD
CY TR GR
CD CG
KR KP
DM DO
GN GW GQ
WS AS`

// akinPairs are the pairs of kindred, both ways round.
var akinPairs = sync.OnceValue(func() map[[2]string]bool {
	out := make(map[[2]string]bool)
	for line := range strings.Lines(kindred) {
		if f := strings.Fields(line); len(f) > 0 {
			for _, part := range f[1:] {
				out[[2]string{f[0], part}], out[[2]string{part, f[0]}] = true, true
			}
		}
	}
	return out
})

// akin reports whether one of two nations may be told for the other.
func akin(a, b string) bool { return akinPairs()[[2]string{a, b}] }

// longestNation is how many words the name of a country or people has at most here.
const longestNation = 4

// nationEnding is the country that the words up to token end, which is not one of them, name
// or call a people, and where they begin. "South American" names none.
func nationEnding(t []text.Token, end int) (code string, from int, ok bool) {
	for from = max(0, end-longestNation); from < end; from++ {
		if t[from].Upper() && !text.Stop(t[from].Norm) && !t[end-1].Possessive() && !extendedName(t, from) {
			if code, ok := nation(t[from:end]); ok {
				return code, from, true
			}
		}
	}
	return "", 0, false
}

// nationFrom is the country that the words from a token on name or call a people, a "the"
// before it aside, and where they end.
func nationFrom(t []text.Token, from int) (code string, end int, ok bool) {
	if from < len(t) && t[from].Norm == "the" {
		from++
	}
	if from >= len(t) || !t[from].Upper() {
		return "", 0, false
	}
	for end = min(len(t), from+longestNation); end > from; end-- {
		if code, ok := nation(t[from:end]); ok && !(end < len(t) && t[end].Kind == text.Word && t[end].Upper() && t[end-1].Kind == text.Word) {
			return code, end, true
		}
	}
	return "", 0, false
}

// nation is the country that some words and nothing else name.
func nation(t []text.Token) (string, bool) {
	if slices.ContainsFunc(t, func(x text.Token) bool { return x.Kind != text.Word }) {
		return "", false
	}
	return place.Nation(joinedWords(t))
}

// joinedWords are the words of some tokens with single spaces.
func joinedWords(t []text.Token) string {
	words := make([]string, len(t))
	for i, x := range t {
		words[i] = x.Text
	}
	return strings.Join(words, " ")
}

// extendedName reports whether the word before a token makes another name of what begins
// there: "South American", "African American".
func extendedName(t []text.Token, at int) bool {
	if at == 0 || !t[at-1].Upper() {
		return false
	}
	switch n := t[at-1].Norm; n {
	case "the", "a", "an":
		return false
	case "latin", "native", "african", "asian", "arab":
		return true
	default:
		return at > 1 || direction(n)
	}
}

// nationality is the country that an article says a person is from.
type nationality struct {
	code  string
	claim model.ClaimIndex
	span  model.Span
}

// nationalities files what country the two articles say one person is from, where each says
// one and none tells of two ("French-Algerian", "Algerian-born"). Only people clash whose full
// name both articles give; offices and posts do not count, for a Polish coach may coach Poles.
func (p *pairing) nationalities() {
	for _, t := range p.twins {
		l, r := p.left.Entities[t.left], p.right.Entities[t.right]
		if t.weak || l.Kind != model.Name || r.Kind != model.Name || nameWords(fullest(l)) < 2 || nameWords(fullest(r)) < 2 {
			continue
		}
		x, okL := p.left.nationality(l)
		y, okR := p.right.nationality(r)
		if !okL || !okR || akin(x.code, y.code) {
			continue
		}
		f := model.Fact{Kind: model.Place, Relation: model.Same, About: "nationality of " + l.Label, Why: "one country",
			Left:  model.Mention{Claim: x.claim, Span: x.span, Value: x.code},
			Right: model.Mention{Claim: y.claim, Span: y.span, Value: y.code}}
		if x.code != y.code {
			f.Relation, f.Severity = model.Conflict, model.High
			f.Why = "two nationalities of one person: " + p.left.words(x.span) + " / " + p.right.words(y.span)
		}
		p.add(f, everywhere)
	}
}

// nationality is the one country that an article says a person is from; ok is false where it
// says none, or hints at more than one.
func (s *side) nationality(e entity.Entity) (out nationality, ok bool) {
	for _, m := range e.Mentions {
		t := s.Tokens[m.Claim]
		if born(t, m) {
			return nationality{}, false
		}
		for _, at := range s.peopleAt(e, m) {
			code, from, found := nationEnding(t, at)
			if !found {
				continue
			}
			two := from > 0 && (t[from-1].Text == "-" || t[from-1].Kind == text.Word && peopleEnds(t, from)) || at < len(t) && t[at].Text == "-"
			if two || ok && code != out.code {
				return nationality{}, false
			}
			if !ok {
				out, ok = nationality{code, m.Claim, model.Span{Start: t[from].Span.Start, End: t[at-1].Span.End}}, true
			}
		}
	}
	return out, ok
}

// peopleEnds reports whether the words before a token call a people: "South African".
func peopleEnds(t []text.Token, end int) bool {
	_, from, ok := nationEnding(t, end)
	if !ok {
		return false
	}
	e, _ := place.Lookup(joinedWords(t[from:end]))
	return e.Sort == place.People
}

// bornWithin is how many tokens around a name are looked through for a second country.
const bornWithin = 8

// born reports whether "-born" or the like stands near a mention, which tells of a country of
// birth and so, as a rule, of another one now.
func born(t []text.Token, m entity.Mention) bool {
	return slices.ContainsFunc(t[max(0, m.From-bornWithin):min(len(t), m.To+bornWithin)], func(x text.Token) bool {
		switch x.Norm {
		case "born", "naturalised", "naturalized", "dual", "origin", "descent", "heritage":
			return true
		}
		return false
	})
}

// peopleAt lists the tokens before which a mention of a person may be told a people or a
// country: before the name or a calling ("the Dutch microbiologist"), behind the "from" of one
// ("a microbiologist from the Netherlands"), and in ", a Dane,".
func (s *side) peopleAt(e entity.Entity, m entity.Mention) (out []int) {
	t := s.Tokens[m.Claim]
	if peopleEnds(t, m.From) {
		out = append(out, m.From)
	}
	if k := m.To + 2; k < len(t) && t[m.To].Text == "," && (t[k-1].Norm == "a" || t[k-1].Norm == "an") && t[k].Upper() {
		if _, end, ok := nationFrom(t, k); ok && (end == len(t) || t[end].Kind == text.Mark && t[end].Text != "-" || citizen(t[end].Norm)) {
			out = append(out, end)
		}
	}
	if k := m.From - 1; k > 0 && citizen(t[k].Norm) {
		out = append(out, k)
	}
	for _, x := range e.Titles {
		if x.Claim != m.Claim || !personal(x.Offices) {
			continue
		}
		from, to := tokenRange(t, x.Span)
		if from > m.To+2 || to < m.From-1 {
			continue // told with another mention
		}
		for k := from; k <= to && k < len(t); k++ {
			switch {
			case t[k].Norm == "from":
				if _, end, ok := nationFrom(t, k+1); ok {
					out = append(out, end)
				}
			case !t[k].Upper() && k < to && peopleEnds(t, k):
				out = append(out, k)
			}
		}
	}
	return out
}

// citizen reports whether a word behind an adjective of nationality tells nothing more.
func citizen(norm string) bool {
	return norm == "citizen" || norm == "national" || norm == "who"
}

// personal reports whether a calling goes with its holder: no office, no post of a state or a
// body, and none that is told with the country it is held in or for.
func personal(offices []title.Office) bool {
	return len(offices) > 0 && !slices.ContainsFunc(offices, func(o title.Office) bool {
		switch o.Class {
		case title.Trade, title.Academic, title.Medical, title.Sport, title.Press, title.Role:
		default:
			return true
		}
		switch o.Head {
		case "coach", "head coach", "manager", "captain", "correspondent", "champion", "representative", "agent", "trader", "banker", "worker", "counterpart", "colleague":
			return true
		}
		return o.Plural
	})
}

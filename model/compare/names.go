// This file compares who and what both articles name: people, bodies, places.

package compare

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/name"
	"doubletake/model/place"
	"doubletake/model/text"
)

// names files one fact for each twin: the fullest way each article writes it.
func (p *pairing) names() {
	for _, t := range p.twins {
		l, r := p.left.Entities[t.left], p.right.Entities[t.right]
		if l.Kind == model.Place && (l.Adjective || r.Adjective) {
			continue // "Syrian" is no place of its own
		}
		if kind, _ := commonKind(l, r); kind == model.Place && place.Adjective(fullest(l), fullest(r)) {
			continue // nor is "Abkhazian" another spelling of one
		}
		p.add(nameFact(l, r, t.match), everywhere)
	}
}

// nameFact compares the fullest forms of a twin.
func nameFact(l, r entity.Entity, best name.Match) model.Fact {
	lf, rf := fullest(l), fullest(r)
	kind, _ := commonKind(l, r)
	m := best
	if lf != rf {
		if m = formMatch(kind, lf, rf); m.Level != name.Same {
			m = best
			if m.Identical {
				m.Identical, m.Why = false, "both articles use the short form too"
			}
		}
	}
	f := model.Fact{
		Kind: kind, About: l.Label,
		Left:  model.Mention{Claim: first(l, lf).Claim, Span: first(l, lf).Span, Value: fold(lf)},
		Right: model.Mention{Claim: first(r, rf).Claim, Span: first(r, rf).Span, Value: fold(rf)},
	}
	switch {
	case fold(lf) == fold(rf):
		f.Relation, f.Why = model.Same, alikeWhy(lf, rf)
	case kind == model.Organisation && m.Identical && lettered(lf) != lettered(rf) && !stateBody(lf):
		f.Relation, f.Severity, f.Why = model.Variant, model.Low, "the same words joined or cut otherwise"
	case m.Identical || kind != model.Name && fold(proper(lf)) == fold(proper(rf)):
		f.Relation, f.Why = model.Same, alikeWhy(lf, rf)
	case kind != model.Name && (fold(lf)+"s" == fold(rf) || fold(rf)+"s" == fold(lf)):
		f.Relation, f.Why = model.Same, "one is the plural of the other"
	case kind == model.Organisation && (onlyOrder(m.Rules) && stateBody(lf) || m.Rules.Has(name.Alias)) && sameButNation(lf, rf):
		f.Relation, f.Why = model.Same, m.Why
	case kind == model.Organisation && sameButOwner(lf, rf):
		f.Relation, f.Why = model.Same, "one body, with its country before it"
	case m.Partial && kind == model.Name && min(nameWords(lf), nameWords(rf)) == 1:
		f.Relation, f.Why = model.Same, "one article gives a part of the name: "+m.Why
	default:
		f.Relation, f.Severity, f.Why = model.Variant, variantSeverity(m), m.Why
	}
	return f
}

// lettered is a body's name as it is spelled, but for an article before it, words in lower
// case behind it and the marks of a possessive.
func lettered(s string) string {
	return strings.TrimPrefix(unmarked.Replace(fold(proper(s))), "the ")
}

// unmarked takes the marks of possessives, initials and lists off a folded name.
var unmarked = strings.NewReplacer("'s", "", "'", "", ".", "", ",", "")

// onlyOrder reports whether two names of a body differ in nothing but word order
// and how, or whether, they name the country: "the Syrian Ministry of Defense",
// "Syria's defence ministry".
func onlyOrder(r name.Rules) bool {
	for _, x := range r.List() {
		switch x {
		case name.Order, name.Country, name.Case, name.Punctuation, name.Exact, name.Part:
		default:
			return false
		}
	}
	return r.Has(name.Order) || r.Has(name.Country)
}

// proper is a name without the words in lower case behind it, which only say what
// it names: "The Plain Dealer newspaper", and not "Nova d.d.".
func proper(s string) string {
	words := strings.Fields(s)
	for len(words) > 1 && words[len(words)-1] == strings.ToLower(words[len(words)-1]) && !strings.Contains(words[len(words)-1], ".") {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// stateBody reports whether a body is one that every state has.
func stateBody(s string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(s)), entity.State)
}

// sameButNation reports whether two names have the same words but for countries,
// in any order and spelling.
func sameButNation(a, b string) bool {
	words := func(s string) []string {
		var out []string
		for _, w := range strings.Fields(place.Fold(s)) {
			if _, ok := place.Nation(w); !ok && !text.Stop(w) {
				out = append(out, text.Stem(w))
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(words(a), words(b))
}

// sameButOwner reports whether two names of a body are the same but for the country whose
// it is, before one of them: "Armenia's Civil Aviation Committee". An adjective says no more
// than that before an office alone: the American Red Cross is not all of the Red Cross.
func sameButOwner(a, b string) bool {
	x, codeX := unowned(a)
	y, codeY := unowned(b)
	return (codeX == "") != (codeY == "") && lettered(x) == lettered(y)
}

// unowned is a body's name without the country before it, and the country's code; "" where
// none stands there.
func unowned(s string) (rest, code string) {
	w := strings.Fields(s)
	if len(w) > 1 && strings.EqualFold(w[0], "the") {
		w = w[1:]
	}
	for n := min(3, len(w)-1); n > 0; n-- {
		nation := strings.Join(w[:n], " ")
		code, ok := place.Nation(nation)
		if !ok {
			continue
		}
		rest := w[n:]
		possessive := strings.HasSuffix(nation, "'s") || strings.HasSuffix(nation, "’s") || strings.HasSuffix(nation, "'") || strings.HasSuffix(nation, "’")
		if possessive || len(rest) > 1 && office(rest) {
			return strings.Join(rest, " "), code
		}
	}
	return s, ""
}

// office reports whether a body's name opens or ends with a word for an office of a state.
func office(words []string) bool {
	return offices[strings.ToLower(words[0])] || offices[strings.ToLower(words[len(words)-1])]
}

// offices are the words for what every state has one of. "Office" is none: the Met Office is
// one country's, the Icelandic Met Office another's.
var offices = map[string]bool{"ministry": true, "department": true, "agency": true, "committee": true, "commission": true,
	"service": true, "directorate": true, "inspectorate": true, "administration": true, "authority": true, "navy": true, "army": true, "police": true, "parliament": true}

func alikeWhy(l, r string) string {
	if fold(l) == fold(r) {
		return "written alike"
	}
	return "one name, in other words"
}

// variantSeverity is higher where an editor would have to look the name up: a
// letter differs that no usual rule explains.
func variantSeverity(m name.Match) model.Severity {
	if m.Rules.Has(name.Letters) || m.Rules.Has(name.Spelling) {
		return model.Medium
	}
	return model.Low
}

// fullest is the form with most words, then most letters, then the first; a body
// in words counts before its acronym.
func fullest(e entity.Entity) string {
	best := ""
	for _, f := range e.Forms {
		if x, ok := place.Lookup(f); e.Kind == model.Place && !e.Adjective && ok && x.Sort == place.People {
			continue // "Syrian" beside "Syria"
		}
		if n, b := nameWords(f), nameWords(best); best == "" || n > b || n == b && len(f) > len(best) && !strings.EqualFold(f, best) {
			best = f
		}
	}
	return best
}

func nameWords(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }))
}

// first is the first mention written in the given form.
func first(e entity.Entity, form string) entity.Mention {
	for _, m := range e.Mentions {
		if e.Forms[m.Form] == form {
			return m
		}
	}
	return e.Mentions[0]
}

// subjects are the people, bodies and places of both articles for the ledger,
// twins first in the order of the left article, then what one side alone names.
func (p *pairing) subjects() []model.Subject {
	var out []model.Subject
	usedL, usedR := make(map[int]bool), make(map[int]bool)
	for _, t := range p.twins {
		usedL[t.left], usedR[t.right] = true, true
		s := model.Subject{Kind: p.left.Entities[t.left].Kind, Label: p.left.Entities[t.left].Label}
		s.Forms[model.Left], s.Titles[model.Left] = forms(&p.left, p.left.Entities[t.left])
		s.Forms[model.Right], s.Titles[model.Right] = forms(&p.right, p.right.Entities[t.right])
		out = append(out, s)
	}
	for s, d := range [2]*side{&p.left, &p.right} {
		for i, e := range d.Entities {
			if (s == 0 && usedL[i]) || (s == 1 && usedR[i]) || e.Loose || e.Adjective && e.Kind == model.Place {
				continue
			}
			x := model.Subject{Kind: e.Kind, Label: e.Label}
			x.Forms[s], x.Titles[s] = forms(d, e)
			out = append(out, x)
		}
	}
	return out
}

// forms are the distinct spellings and titles of an entity with their first places.
func forms(s *side, e entity.Entity) (spelled, titled []model.Form) {
	spelled = make([]model.Form, len(e.Forms))
	for _, m := range e.Mentions {
		f := &spelled[m.Form]
		if f.Count == 0 {
			f.Mention = model.Mention{Claim: m.Claim, Span: m.Span, Value: fold(e.Forms[m.Form])}
		}
		f.Count++
	}
	seen := make(map[string]int)
	for _, t := range e.Titles {
		k := fold(s.words(t.Span))
		if i, ok := seen[k]; ok {
			titled[i].Count++
			continue
		}
		seen[k] = len(titled)
		titled = append(titled, model.Form{Mention: model.Mention{Claim: t.Claim, Span: t.Span, Value: k}, Count: 1})
	}
	return spelled, titled
}

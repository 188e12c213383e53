// This file says how two sources, one of each article, stand to each other.

package voice

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/place"
	"doubletake/model/text"
)

// SourceRelation is how two sources stand to each other.
type SourceRelation uint8

// The relations between sources.
const (
	SameSource     SourceRelation = iota // one voice: the same person or body, or the same unnamed party
	BodyAndMouth                         // one is the body, the other who speaks for it: no difference an editor would note
	NamedVsUnnamed                       // a name on one side, "an official" on the other
	TwoSources                           // two parties
	RecordVsVoice                        // a record on one side, somebody's word on the other
	OneSideSilent                        // one side gives no source
	PossiblySame                         // two unnamed parties of one country that may be the same: "officials in Tashkent", "a senior Uzbek official"
)

var sourceRelationNames = [...]string{"same source", "body and mouth", "named and unnamed", "two sources", "record and voice", "one side silent", "possibly the same"}

// String is the relation in a few lower-case words.
func (r SourceRelation) String() string {
	if int(r) < len(sourceRelationNames) {
		return sourceRelationNames[r]
	}
	return "unknown"
}

// Party is a source as CompareSources sees it.
type Party struct {
	Text  string // the phrase as written; "" for the writer's own voice
	Name  string // a key that is equal for the same person or body in both articles; "" where unknown
	Body  string // the same kind of key for the body it speaks for; "" for none
	Kind  Kind
	Named bool
	Head  string
}

// PartyOf is the party of a source. key gives an entity's key in both articles;
// it is asked only about IDs of 0 and more.
func PartyOf(a model.Article, s Source, key func(id int) string) Party {
	p := Party{Text: s.Text.In(a.Text), Kind: s.Kind, Named: s.Named, Head: s.Head}
	if s.Entity >= 0 {
		p.Name = key(s.Entity)
	}
	if s.Of >= 0 {
		p.Body = key(s.Of)
	}
	return p
}

// SourceMatch is what CompareSources saw.
type SourceMatch struct {
	Relation SourceRelation
	Why      string
}

// CompareSources compares who says a claim on each side. It is symmetric.
func CompareSources(x, y Party) SourceMatch {
	switch {
	case x.Text == "" && y.Text == "":
		return SourceMatch{SameSource, "both in the writer's own voice"}
	case x.Text == "" || y.Text == "":
		return SourceMatch{OneSideSilent, "one side names no source"}
	case x.Name != "" && x.Name == y.Name:
		return SourceMatch{SameSource, "the same " + x.Kind.String()}
	case x.Name != "" && x.Name == y.Body, y.Name != "" && y.Name == x.Body:
		return SourceMatch{BodyAndMouth, "a body and somebody who speaks for it"}
	case (x.Kind == Record) != (y.Kind == Record):
		return SourceMatch{RecordVsVoice, "a record on one side, somebody's word on the other"}
	case x.Named != y.Named:
		return SourceMatch{NamedVsUnnamed, "named on one side, not named on the other"}
	case x.Named:
		return compareNamed(x, y)
	}
	return compareUnnamed(x, y)
}

// compareNamed compares two named parties that no common name makes one.
func compareNamed(x, y Party) SourceMatch {
	known := x.Name != "" && y.Name != ""
	bodies := x.Kind == Body && y.Kind == Body
	switch {
	case (!known || bodies) && sameWords(unadorned(x.Text), unadorned(y.Text)):
		return SourceMatch{SameSource, "the same words"}
	case bodies && (generic(x.Text, y.Text) || generic(y.Text, x.Text)):
		return SourceMatch{PossiblySame, "a body, and what it is called for short"}
	case bodies && !known && shareNation(x.Text, y.Text):
		return SourceMatch{PossiblySame, "two bodies of one country"}
	}
	return SourceMatch{TwoSources, "two sources"}
}

// unadorned is a source phrase without the insertions behind its noun.
func unadorned(s string) string {
	s, _, _ = strings.Cut(s, ",")
	return s
}

// generic reports whether a is only what sort of body b is: "police" beside "Sussex Police".
func generic(a, b string) bool {
	a = strings.TrimPrefix(strings.ToLower(a), "the ")
	b = unadorned(b)
	return a != "" && !strings.Contains(a, " ") && strings.HasSuffix(b, " "+strings.ToUpper(a[:1])+a[1:])
}

// shareNation reports whether two phrases name one country.
func shareNation(a, b string) bool {
	of := nations(b)
	return slices.ContainsFunc(nations(a), func(code string) bool { return slices.Contains(of, code) })
}

// compareUnnamed compares two parties of whom neither is named.
func compareUnnamed(x, y Party) SourceMatch {
	if sameWords(x.Text, y.Text) {
		return SourceMatch{SameSource, "the same words"}
	}
	one, other := nation(x.Text), nation(y.Text)
	heads := text.Stem(x.Head) == text.Stem(y.Head)
	switch {
	case one != "" && other != "" && one != other:
		return SourceMatch{TwoSources, "unnamed sources of two countries"}
	case heads && one == other && many(x.Head) == many(y.Head) && sameDegree(x.Text, y.Text) && contained(x.Text, y.Text):
		return SourceMatch{SameSource, "the same unnamed party"}
	case heads && one != "" && one == other && many(x.Head) == many(y.Head) && sameDegree(x.Text, y.Text):
		return SourceMatch{SameSource, "unnamed " + strings.ToLower(x.Head) + " of one country"}
	case one != "" && one == other, heads, anyOfficials(x.Text) && anyOfficials(y.Text):
		return SourceMatch{PossiblySame, "two unnamed sources that may be one"}
	case x.Kind == Record && y.Kind == Record && ofOne(x, y):
		return SourceMatch{PossiblySame, "two records of one body"}
	}
	return SourceMatch{TwoSources, "two unnamed sources"}
}

// anyOfficials holds for the words that stand for whoever is in charge.
func anyOfficials(s string) bool {
	switch strings.TrimPrefix(strings.ToLower(s), "the ") {
	case "officials", "authorities", "local officials", "local authorities":
		return true
	}
	return false
}

// ofOne reports whether two records say whose they are in the same word: "data from the
// ministry", "the ministry's own figures".
func ofOne(x, y Party) bool {
	a, b := stems(x.Text), stems(y.Text)
	delete(a, text.Stem(x.Head))
	delete(b, text.Stem(y.Head))
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// many reports whether a noun is a plural.
func many(head string) bool { return hasSuffix(head, "s") || head == "people" }

// sameDegree reports whether both or neither speak of seniority.
func sameDegree(a, b string) bool {
	return strings.Contains(a, "senior") == strings.Contains(b, "senior")
}

// sameWords reports whether two phrases have the same content stems.
func sameWords(a, b string) bool {
	x, y := stems(a), stems(b)
	if len(x) == 0 || len(x) != len(y) {
		return false
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return true
}

// contained reports whether all content stems of the shorter phrase stand in the other.
func contained(a, b string) bool {
	x, y := stems(a), stems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) > 0
}

// stems are the content stems of a phrase, nationalities as their country's code.
func stems(s string) map[string]bool {
	out := make(map[string]bool)
	for _, t := range text.Tokens(s, model.Span{End: len(s)}) {
		if t.Kind == text.Mark || text.Stop(t.Norm) {
			continue
		}
		if code, ok := place.NationOf(t.Norm); ok && t.Upper() {
			out[code] = true
			continue
		}
		switch t.Norm {
		case "unnamed", "unidentified", "anonymous", "undisclosed":
			continue
		}
		out[text.Stem(spelling(t.Norm))] = true
	}
	return out
}

// nation is the code of the first country that a phrase names by its name, its
// people or its capital; "" for none.
func nation(s string) string {
	if all := nations(s); len(all) > 0 {
		return all[0]
	}
	return ""
}

// nations are the codes of all countries that a phrase names.
func nations(s string) (codes []string) {
	toks := text.Tokens(s, model.Span{End: len(s)})
	for i, t := range toks {
		if !t.Upper() || t.Kind != text.Word {
			continue
		}
		if i+1 < len(toks) && toks[i+1].Upper() {
			if code, ok := place.NationOf(t.Norm + " " + toks[i+1].Norm); ok {
				codes = append(codes, code)
				continue
			}
		}
		if code, ok := place.NationOf(t.Norm); ok {
			codes = append(codes, code)
		}
	}
	return codes
}

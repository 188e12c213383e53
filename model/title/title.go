// Package title recognises the offices, ranks, roles and professions of people
// in running words, and says how two of them stand to each other: "Deputy
// Defense Minister" is "Deputy Minister of Defense", a deputy is not the head, a
// vice admiral is no rear admiral. It works on tokens and knows nothing of the
// article they come from. What the lists in titles.txt do not have is no title.
package title

import (
	"strings"

	"doubletake/model/place"
)

// Level is the standing an office is held in, as a set.
type Level uint16

// The standings. The zero Level is the holder himself.
const (
	Deputy    Level = 1 << iota // also vice
	First                       // first deputy, first vice
	Assistant                   // also associate
	Acting                      // also interim, caretaker
	Former                      // also ex-, then-, ousted
	Elect                       // also designate, incoming
	Retired                     // also emeritus
	Honorary
	Senior
	Junior // also trainee, apprentice
	Chief  // chief forecaster, lead investigator
	Joint  // co-
	Guest  // guest conductor: comes now and then
)

var levelWords = [...]string{"deputy", "first", "assistant", "acting", "former", "elect", "retired", "honorary", "senior", "junior", "chief", "joint", "guest"}

// String names the standings in a fixed order, "" for the holder himself.
func (l Level) String() string {
	var words []string
	for _, i := range [...]int{4, 3, 6, 7, 8, 9, 1, 0, 2, 5, 10, 11, 12} {
		if l&(1<<i) != 0 {
			words = append(words, levelWords[i])
		}
	}
	return strings.Join(words, " ")
}

// Class is the walk of life a title belongs to.
type Class uint8

// The classes; Lead holds what any body can have: head, director, chair, commander.
const (
	Trade Class = iota
	Government
	Lead
	Corporate
	Military
	Police
	Academic
	Clergy
	Legal
	Medical
	Press
	Sport
	Royal
	Honorific
	Kin
	Role // neighbour, witness, activist
)

var classNames = [...]string{"trade", "government", "lead", "corporate", "military", "police", "academic", "clergy",
	"legal", "medical", "press", "sport", "royal", "honorific", "kin", "role"}

// String is the class's word.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "unknown"
}

func classNamed(s string) Class {
	for i, n := range classNames {
		if n == s {
			return Class(i)
		}
	}
	return Trade
}

// Office is one title in the form in which titles are compared. Words of Field
// and Body are stems, or the names fields.txt gives them; countries among them
// are ISO codes in capitals. Each list is in text order without repetition.
type Office struct {
	Level   Level
	Head    string // canonical: "minister", "lieutenant general", "spokesperson"
	Class   Class
	Rank    int      // order within a ranked class, 0 where there is none
	Field   []string // what it is in charge of: "defence", "foreign"
	Country string   // ISO code, "" where not given
	Body    []string // the body or place it belongs to
	Short   []string // initials of names in capitals beside the head: "who" for the World Health Organization
	Letters []string // its acronyms in capitals, in lower case: "who"
	Written string   // the head as the article has it, in lower case but for acronyms: "finance director", "CFO"
	Plural  bool     // "foreign ministers"
	Sole    bool     // told as the only one: "its leader", "the leader of the party"
	Part    string   // stem of the noun for the part of a body it heads: "ward", "depart"
	Within  bool     // of a part of a ministry: "head of the ministry's press office"
}

// String writes the office the same way however the article put it: "deputy
// minister of defence, Syria". It is a key and a label, not prose.
func (o Office) String() string {
	var b strings.Builder
	if l := o.Level.String(); l != "" {
		b.WriteString(l + " ")
	}
	b.WriteString(o.Head)
	if len(o.Field) > 0 {
		b.WriteString(" of " + strings.Join(o.Field, " "))
	}
	for i, w := range o.Body {
		if i == 0 {
			b.WriteString(" at")
		}
		if name := place.CountryName(w); name != "" {
			w = name
		}
		b.WriteString(" " + w)
	}
	if name := place.CountryName(o.Country); name != "" {
		b.WriteString(", " + name)
	}
	return b.String()
}

// Package name says whether two strings are names of one person or one body,
// and which rule makes them so. It looks at nothing but the two strings; what
// an article tells besides (an agreeing title, a full name further up) is for
// model/compare to weigh, which alone decides between same and variant.
//
// A name is cut into words, each folded to plain Latin letters. Words are laid
// against each other by an edit distance in which the common romanisations and
// spellings of one sound cost next to nothing (data/letters.txt), anything else
// a good deal, and more in short words. The words of the two names are then
// aligned, in order or with the family name moved; what is left over on a side
// decides: a middle name may be missing, a second given name may not be.
//
// Both doors are symmetric: swapping the arguments gives the same Match but for
// Why, in which the two sides change places. Neither panics on any input.
package name

import "strings"

// Level says how far two names agree on their own.
type Level uint8

// The levels, weakest first.
const (
	No       Level = iota // two people, as far as the names go
	Possible              // one person if something outside the names agrees: a title, a role
	Same                  // one person, unless something outside the names speaks against it
)

// String is "no", "possible" or "same".
func (l Level) String() string { return [...]string{"no", "possible", "same", "same"}[l&3] }

// The scores from which a pair is Possible and Same. They separate the bands;
// the scores inside a band only rank pairs against each other.
const (
	PossibleFrom = 0.55
	SameFrom     = 0.80
)

func level(score float64) Level {
	switch {
	case score >= SameFrom:
		return Same
	case score >= PossibleFrom:
		return Possible
	}
	return No
}

// Rule is one way in which two names of one person or body can differ.
type Rule uint8

// The rules. The first ones concern people, the last ones bodies; those between
// concern both.
const (
	Honorific  Rule = iota // a title or degree on one side only: Dr, Sheikh, MD
	Initials               // an initial for a full name: J. for John
	Surname                // one name is the other's surname alone
	Given                  // one name is the other's given name alone
	Short                  // a short or pet form, or a nickname in quotation marks
	Form                   // two languages' forms of one given name: Volodymyr, Vladimir
	Particle               // al-, bin, van der, de left out or written otherwise
	Patronymic             // a patronymic left out
	Middle                 // a middle name or initial left out
	Second                 // a second surname or a further last name left out
	Forename               // the first of several given names left out
	Gender                 // masculine and feminine form of one family name
	Generation             // Jr, Sr, II on one side, or two that differ

	Exact        // letter for letter
	Case         // capitals
	Punctuation  // dots, commas, shape of apostrophes
	Diacritics   // a mark left out, or the usual way round it: ø as o or oe
	Hyphen       // hyphen, apostrophe or space left out
	Romanisation // two romanisations of one foreign letter or sound
	Spelling     // two spellings of one sound, or a slip
	Order        // family name first, or the words of a body turned round
	Letters      // letters differ that no rule explains

	Acronym // initials for the long form
	Generic // a word that only says what sort of body it is left out: TV, channel, Inc
	Country // a country's name for its adjective, or left out
	Alias   // another well-known name of the body
	Part    // one is a part of the other
	rules
)

var ruleNames = [rules]string{"honorific", "initials", "surname", "given", "short", "form", "particle",
	"patronymic", "middle", "second", "forename", "gender", "generation", "exact", "case", "punctuation", "diacritics",
	"hyphen", "romanisation", "spelling", "order", "letters", "acronym", "generic", "country", "alias", "part"}

// String is the rule's word, lower case.
func (r Rule) String() string {
	if r < rules {
		return ruleNames[r]
	}
	return "unknown"
}

// Rules is a set of rules. The zero Rules is empty.
type Rules uint32

// Has reports whether the set holds r.
func (s Rules) Has(r Rule) bool { return s&(1<<r) != 0 }

// With is the set with r in it.
func (s Rules) With(r Rule) Rules { return s | 1<<r }

// List is the set in the order in which the rules are declared.
func (s Rules) List() []Rule {
	var out []Rule
	for r := Rule(0); r < rules; r++ {
		if s.Has(r) {
			out = append(out, r)
		}
	}
	return out
}

// String lists the rules, separated by spaces.
func (s Rules) String() string {
	var words []string
	for _, r := range s.List() {
		words = append(words, r.String())
	}
	return strings.Join(words, " ")
}

// Match is what two names have in common, as evidence.
type Match struct {
	Score float64 // 0 to 1, two decimals; comparable within Person or within Body only
	Level Level   // the band Score lies in
	Rules Rules   // every rule that was needed to bring the two together, or that keeps them apart
	// Why says in words an editor can check what differs, naming the letters
	// or words, left side first. Never empty.
	Why string
	// Identical is true where nothing but capitals, punctuation and titles differ.
	Identical bool
	// Partial is true where one name is less than the other by a name that
	// matters: surname alone, given name alone, "Abu Kasra" of "Murhaf Abu
	// Kasra", a body without its country. A middle name left out is not Partial.
	Partial bool
}

// Package certainty says how sure each predicate of a claim is ("reportedly
// covered", "has not yet named", "might have been started"), and whether two
// claims that report the same thing differ in certainty or contradict each
// other in polarity.
//
// There is no tagger: verbs are found by their auxiliaries, their endings and a
// lexicon derived from WordNet, hedges and negations by closed lists of English
// function words. What comes out is evidence; the comparison decides.
package certainty

import "doubletake/model"

// Strength is how far a predicate is asserted.
type Strength uint8

// The strengths. Negation is separate: "may not have deployed" is Possible and
// Negated.
const (
	Asserted    Strength = iota // told flatly
	Confirmed                   // "confirmed that", "officially"
	Planned                     // firmly to come: "will", "is to", "is scheduled to"
	Hoped                       // to come if all goes well: "hopes to", "plans to", "is expected to"
	Conditional                 // "would", "if it materializes"
	Hedged                      // not vouched for: "reportedly", "appears to", "is believed to"
	Possible                    // "may", "might", "could", "a potential"
	Unconfirmed                 // "the unconfirmed", "not yet official"
	Denied                      // stands under "denied that"
)

var strengthNames = [...]string{"asserted", "confirmed", "planned", "hoped for", "conditional", "hedged", "possible", "unconfirmed", "denied"}

// String is the strength as a reader is told it.
func (s Strength) String() string {
	if int(s) < len(strengthNames) {
		return strengthNames[s]
	}
	return "unknown"
}

// Doubtful reports whether the writer does not vouch for the predicate.
func (s Strength) Doubtful() bool { return s == Hedged || s == Possible || s == Unconfirmed }

// Term is a content word that stands near a predicate.
type Term struct {
	Stem   string  // text.Stem of the word
	Weight float64 // how much the word tells, 0 to 1, less the farther it stands

	lemma string
}

// Predicate is one verb group of a claim with the words that hedge or negate
// it, or a noun under a hedging or negating word ("a potential thaw", "no
// serious injuries").
type Predicate struct {
	Span     model.Span
	Verb     int    // index into the tokens of the main verb or the noun
	Stem     string // text.Stem of the main verb or the noun
	Strength Strength
	Negated  bool
	Cue      string // the words that hedge or negate, as written; "" where told flatly
	Passive  bool
	Noun     bool // a noun under a cue, not a verb group

	// Near holds the content words of the clause, those after the verb first:
	// subjects and objects, without any attempt to tell them apart.
	Near []Term

	lemma    string // of the verb or noun, as the lexicon has it
	sentence int    // number of its sentence within the stretch
	particle string // "off" of "called off"
	state    string // what the subject is, after a form of be: "custody" of "was in custody"
	unreal   bool   // "would have", "could have": told as what did not happen
	it       bool   // the object is a pronoun
	idle     bool   // no object follows
	reduced  bool   // a participle without an auxiliary
	iffy     bool   // an if-clause, or the clause that depends on one
	after    int    // number of leading terms in Near that stand after the verb
	object   int    // number of leading terms in Near that stand after the verb, before the next predicate
}

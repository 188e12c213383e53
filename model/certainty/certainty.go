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

// firm reports whether the strength leaves room for a contradiction: what is
// merely hoped for or possible does not contradict its absence, what is
// reported does.
func (s Strength) firm() bool { return s <= Planned || s == Hedged || s == Denied }

// Reduced reports a participle without an auxiliary, which describes what stands before it:
// "wrapped in a blanket".
func (p Predicate) Reduced() bool { return p.reduced }

// Predicate is one verb group of a claim with the words that hedge or negate
// it, or a noun under a hedging or negating word ("a potential thaw", "no
// serious injuries").
type Predicate struct {
	Span     model.Span
	Verb     int    // index into the tokens of the main verb or the noun
	Lemma    string // of the main verb or the noun, as WordNet lists it: "call_off"; its text.Stem where unlisted
	Strength Strength
	Negated  bool
	Cue      string // the words that hedge or negate, as written; "" where told flatly
	Passive  bool
	Noun     bool // a noun under a cue, not a verb group

	sentence int    // number of its sentence within the stretch
	state    string // what the subject is, after a form of be: "custody" of "was in custody"
	stateEnd int    // where state ends in the text
	unreal   bool   // "would have", "could have": told as what did not happen
	left     bool   // the gerund is left open by "not ruling out"; unlike ruling, not said of "did not rule out the plan"
	ruling   int8   // 1 for what is ruled out, -1 for what somebody would not rule out
	upTo     bool   // so until a time, or before it: "did not arrive before seven"
	yet      bool   // not so yet, and may be to come
	last     bool   // told as the last time: "was last serviced"
	done     bool   // told as past: "has signed", "signed"
	capped   bool   // the object has a limit that turns the verb round: "allows no more than"
	it       bool   // the object is a pronoun
	idle     bool   // no object follows
	reduced  bool   // a participle without an auxiliary
	iffy     bool   // an if-clause, or the clause that depends on one
	none     string // the noun after "no": "No arrests were made", "made no arrests"
	open     bool   // what it tells is a question that somebody looks into
	nobody   bool   // the subject is "nobody", "no one", "none"

	speech     bool // tells only that somebody spoke
	light      bool // says little without its object
	opposes    bool // Lemma has opposites
	stateFaces bool // state has opposites

	near   []nearby // content words after the verb, then before it, each nearest first
	after  int      // how many of near stand after the verb
	object int      // how many of those stand before the next predicate
	words  []known  // the words of the article, shared by all its predicates
}

// nearby is a content word near a predicate.
type nearby struct {
	at     int32   // index into words
	weight float32 // how much it tells, less the farther it stands
	mask   uint64  // of the word: see known
}

// Near lists the stems of the content words around the predicate, those after
// the verb first: its subjects and objects, without any attempt to tell them
// apart.
func (p Predicate) Near() []string {
	out := make([]string, len(p.near))
	for i, n := range p.near {
		out[i] = p.words[n.at].stem
	}
	return out
}

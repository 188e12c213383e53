// This file lists the closed classes of English words that carry certainty and
// polarity: auxiliaries, negations, hedges and the verbs that doubt or deny
// what follows them. Own lists, from general grammar (Quirk et al., A
// Comprehensive Grammar of the English Language, chapters 3, 4, 8 and 10) and
// from newspaper usage.

package certainty

import (
	"strings"
	"sync"
)

// class is what a closed-class word does in a verb group or a clause.
type class uint8

const (
	open      class = iota // any other word
	formBe                 // "is", "been"
	formHave               // "has"
	formDo                 // "did"
	modal                  // "will", "could"; its strength in cue
	to                     // "to"
	negation               // "not", "never"
	adverb                 // may stand inside a verb group
	hedge                  // an adverb that hedges
	determiner             // opens a noun phrase
	pronoun                // subject pronouns
	relative               // "which", "who", "that"
	joint                  // conjunctions: a new clause may begin
	proposal               // prepositions
	nothing                // negative determiners and pronouns: "no", "neither", "none"
	condition              // "if"
	question               // "whether"
)

// cue is one closed-class word.
type cue struct {
	class    class
	strength Strength
	finite   bool // a finite auxiliary: opens a predicate of its own
}

var closedWords = sync.OnceValue(func() map[string]cue {
	m := make(map[string]cue, 400)
	add := func(words string, c cue) {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	add("am is are was were 're", cue{class: formBe, finite: true})
	add("be been being", cue{class: formBe})
	add("has have had 've", cue{class: formHave, finite: true})
	add("having", cue{class: formHave})
	add("do does did", cue{class: formDo, finite: true})
	add("will shall 'll", cue{class: modal, strength: Planned, finite: true})
	add("would 'd", cue{class: modal, strength: Conditional, finite: true})
	add("may might could", cue{class: modal, strength: Possible, finite: true})
	add("can should must cannot", cue{class: modal, finite: true})
	add("to", cue{class: to})
	add("not never", cue{class: negation})
	add("no neither none nobody nothing", cue{class: nothing})
	add("reportedly allegedly apparently seemingly supposedly purportedly presumably probably ostensibly likely arguably perhaps maybe "+
		"reputedly evidently", cue{class: hedge, strength: Hedged})
	add("possibly potentially conceivably tentatively", cue{class: hedge, strength: Possible})
	add("yet already still also now then just soon often once again ever even only first last later earlier so far always all both "+
		"almost nearly quickly together together today tomorrow yesterday back instead thus therefore indeed too either rather well", cue{class: adverb})
	add("a an the this that's these those his her its their our my your some any every each several many most more another", cue{class: determiner})
	add("he she it they we i you there someone everyone", cue{class: pronoun})
	add("who which whom that whose", cue{class: relative})
	add("and but or nor as while because although though when where after before until since unless than so", cue{class: joint})
	add("of in on at by for with from into onto over under about against between among through during within across along near off "+
		"around behind beyond despite amid toward towards upon via per without like", cue{class: proposal})
	add("if", cue{class: condition, strength: Conditional})
	add("whether how what why", cue{class: question, strength: Unconfirmed})
	return m
})

// raising maps verbs and adjectives that stand between the subject and "to"
// with another verb to what they make of that verb. Participles of the passive
// ("is believed to") and adjectives ("is likely to") are listed as they stand,
// the rest by lemma.
var raising = sync.OnceValue(func() map[string]raiser {
	m := make(map[string]raiser, 100)
	add := func(words string, r raiser) {
		for w := range strings.FieldsSeq(words) {
			m[w] = r
		}
	}
	add("appear seem look", raiser{strength: Hedged})
	add("believed thought said reported understood alleged suspected feared presumed claimed rumored rumoured assumed considered "+
		"estimated likely unlikely accused", raiser{strength: Hedged, after: formBe})
	add("expected projected anticipated hoped meant intended", raiser{strength: Hoped, after: formBe})
	add("scheduled set slated due planned bound poised about supposed", raiser{strength: Planned, after: formBe})
	add("hope aim plan intend expect seek want wish vow pledge promise threaten propose try attempt agree offer prepare", raiser{strength: Hoped})
	add("fail refuse decline neglect", raiser{negates: true})
	add("unable", raiser{negates: true, after: formBe})
	add("begin start continue manage go come able need", raiser{})
	return m
})

// raiser is what a raising word makes of the verb after "to".
type raiser struct {
	strength Strength
	negates  bool
	after    class // formBe: only after a form of be
}

// clausal maps verbs to what they make of the clause that is their object:
// "believes that the van had stopped".
var clausal = map[string]Strength{
	"believe": Hedged, "think": Hedged, "suspect": Hedged, "suggest": Hedged, "allege": Hedged, "assume": Hedged, "speculate": Hedged,
	"reckon": Hedged, "fear": Hedged, "presume": Hedged, "hint": Hedged, "imply": Hedged, "guess": Hedged, "indicate": Hedged,
	"confirm": Confirmed, "verify": Confirmed,
	"deny": Denied, "dispute": Denied,
	"doubt": Hedged,
}

// hedgingAdjectives make the noun after them doubtful.
var hedgingAdjectives = map[string]Strength{
	"potential": Possible, "possible": Possible, "prospective": Possible,
	"alleged": Hedged, "suspected": Hedged, "apparent": Hedged, "reported": Hedged, "presumed": Hedged, "purported": Hedged,
	"probable": Hedged, "likely": Hedged, "supposed": Hedged, "rumored": Hedged, "rumoured": Hedged, "preliminary": Hedged, "unverified": Unconfirmed,
	"unconfirmed": Unconfirmed,
}

// silence holds the verbs of speech: that somebody did not say a thing neither
// contradicts the thing nor that somebody else said it.
var silence = map[string]bool{
	"say": true, "comment": true, "answer": true, "respond": true, "reply": true, "react": true, "speak": true, "tell": true, "give": true,
	"elaborate": true, "specify": true, "mention": true, "know": true, "provide": true, "offer": true, "rule": true, "clarify": true,
	"disclose": true, "identify": true, "explain": true, "reveal": true, "report": true, "discuss": true, "name": false,
}

// This file reads the word lists: cue verbs, what words do around an
// attribution, and the set phrases for anonymity and silence.

package voice

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/cues.txt
var cuesText string

//go:embed data/words.txt
var wordsText string

//go:embed data/reasons.txt
var reasonsText string

//go:embed data/silences.txt
var silencesText string

//go:embed data/spelling.txt
var spellingText string

//go:embed data/indirect.txt
var indirectText string

// flag is what a word can do around an attribution; a word may have several.
type flag uint32

const (
	unnamed     flag = 1 << iota // heads a phrase for a source one cannot call
	role                         // what a named person is called again by
	body                         // what a body is called again by
	record                       // speaks without a mouth
	media                        // the press
	listener                     // is told, never tells
	subordinate                  // begins a clause
	relative
	conjunction
	auxiliary
	modal
	negation
	be
	pronoun // he, she, they
	other   // pronouns that are no source
	article
	adverb
	timeWord
	preposition
	venue      // where or how a thing is said
	participle // what a source does while speaking
	degree     // senior, unnamed
	finite     // a past tense or other finite verb that its ending does not give away
	male
	female
	reasonStart  // a phrase for anonymity may begin here
	silenceStart // a phrase for silence may begin here
)

// party holds for words that can head a source phrase.
const party = unnamed | role | body | record | media

var flagNames = map[string]flag{
	"unnamed": unnamed, "role": role, "body": body, "record": record, "media": media, "listener": listener,
	"subordinate": subordinate, "relative": relative, "conjunction": conjunction, "auxiliary": auxiliary, "modal": modal,
	"negation": negation, "be": be, "pronoun": pronoun, "other": other, "article": article, "adverb": adverb,
	"time": timeWord, "preposition": preposition, "venue": venue, "participle": participle, "degree": degree, "finite": finite,
	"he": male, "she": female,
}

// strength is how sure a verb's form is to report speech.
type strength uint8

const (
	speechCue strength = iota + 1 // wherever it has a subject
	reportCue                     // with a party for a subject, or before "that" or a quotation
	quoteCue                      // only before "that" or next to a quotation
	citeCue                       // names the source after it: "citing X"
	countCue                      // with a body for a subject, before what was counted
)

var strengthNames = map[string]strength{
	"speech": speechCue, "report": reportCue, "quote": quoteCue, "cite": citeCue, "count": countCue,
}

var classNames = map[string]Class{
	"neutral": Neutral, "assert": Asserts, "confirm": Confirms, "deny": Denies, "hedge": Hedges,
}

// verb is one cue verb.
type verb struct {
	lemma    string
	class    Class
	strength strength
}

// entry is what the lists say of one word; verb is an index into lexicon.verbs,
// 0 for none.
type entry struct {
	flags flag
	verb  int16
}

// lexicon is all word lists, by lower-case word.
type lexicon struct {
	words    map[string]entry
	verbs    []verb // the first is the zero verb
	reasons  map[string][][]string
	silences map[string][][]string
}

var words = sync.OnceValue(func() lexicon {
	l := lexicon{words: make(map[string]entry, 2048), verbs: make([]verb, 1, 128)}
	for line := range dataLines(wordsText) {
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			e := l.words[w]
			e.flags |= flagNames[fields[0]]
			l.words[w] = e
		}
	}
	for line := range dataLines(cuesText) {
		fields := strings.Fields(line)
		l.verbs = append(l.verbs, verb{fields[0], classNames[fields[1]], strengthNames[fields[2]]})
		for _, w := range fields[3:] {
			e := l.words[w]
			e.verb = int16(len(l.verbs) - 1)
			l.words[w] = e
		}
	}
	l.reasons = l.phrases(reasonsText, reasonStart)
	l.silences = l.phrases(silencesText, silenceStart)
	return l
})

// phrases reads set phrases by their first word, which gets the flag.
func (l lexicon) phrases(s string, first flag) map[string][][]string {
	m := make(map[string][][]string)
	for line := range dataLines(s) {
		fields := strings.Fields(line)
		m[fields[0]] = append(m[fields[0]], fields[1:])
		e := l.words[fields[0]]
		e.flags |= first
		l.words[fields[0]] = e
	}
	return m
}

// smallWords is what comparing quotations knows of words that carry no sense,
// and of spelling.
type smallWords struct {
	reported map[string]string // a small word to what indirect speech leaves of it
	american map[string]string // British spelling to American
	our      map[string]bool   // what stands before -our
}

var small = sync.OnceValue(func() smallWords {
	s := smallWords{make(map[string]string, 128), make(map[string]string, 64), make(map[string]bool, 32)}
	for line := range dataLines(indirectText) {
		left, forms, _ := strings.Cut(line, ":")
		for w := range strings.FieldsSeq(forms) {
			s.reported[w] = left
		}
	}
	for line := range dataLines(spellingText) {
		first, forms, _ := strings.Cut(line, " ")
		for w := range strings.FieldsSeq(forms) {
			if first == "our:" {
				s.our[w] = true
			} else {
				s.american[w] = first
			}
		}
	}
	return s
})

// dataLines yields the lines of an embedded list without comments and blanks.
func dataLines(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(s) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// This file reads the lexicon: verbs with their forms, words of one meaning,
// and opposites, all derived from WordNet by data/derive.go; and the closed
// classes of cue.go.

package certainty

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"doubletake/model/text"
)

//go:embed data/verbs.txt
var verbsText string

//go:embed data/senses.txt
var sensesText string

//go:embed data/opposites.txt
var oppositesText string

// form is how a verb form is inflected.
type form uint8

const (
	notVerb form = iota
	base
	third // "names"
	past  // "named", "held", "broken": past tense or participle
	ing   // "naming"
)

// inflection is one reading of a word as a verb.
type inflection struct {
	lemma string
	form  form
	class byte // how often the lemma is a verb: 'v' mostly, 'b' as often as not, 'n' seldom
}

// lexicon is all that is known about words. It is read once and not changed.
type lexicon struct {
	cues     map[string]cue
	verbs    map[string]inflection // by word form
	raisers  map[string]raiser
	clausal  map[string]Strength
	hedging  map[string]Strength // adjectives
	settled  map[string]Strength
	sets     [lastSet]map[string]bool
	opposite map[string][]string // lemma to lemmas

	// What the words mean: numbers of meanings by lemma, verbs and nouns apart,
	// and the wider meaning of each verb meaning, 0 for none.
	verbSenses, nounSenses map[string][]int32
	wider                  []int32
}

// words is the lexicon; reading it takes some milliseconds, once.
var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{
		cues:     closedWords(),
		verbs:    make(map[string]inflection, 24000),
		raisers:  raisingWords(),
		clausal:  strengths(clausalVerbs),
		hedging:  strengths(hedgingAdjectives),
		settled:  strengths(settledWords),
		sets:     wordSets(),
		opposite: make(map[string][]string, 1500),

		verbSenses: make(map[string][]int32, 6000),
		nounSenses: make(map[string][]int32, 6000),
		wider:      []int32{0},
	}
	for line := range entries(verbsText) { // irregular forms first: "found" is a form of "find"
		f := strings.Fields(line)
		for _, w := range f[2:] {
			if w != f[0] && x.cues[w].class == open {
				x.verbs[w] = inflection{f[0], past, f[1][0]}
			}
		}
	}
	for line := range entries(verbsText) {
		f := strings.Fields(line)
		x.addVerb(f[0], f[1][0])
	}
	for line := range entries(sensesText) {
		x.addMeaning(line)
	}
	for line := range entries(oppositesText + contraries) {
		f := strings.Fields(line)
		x.opposite[f[0]] = append(x.opposite[f[0]], f[1:]...)
		for _, w := range f[1:] {
			x.opposite[w] = append(x.opposite[w], f[0])
		}
	}
	return x
})

// addVerb lists the regular forms of a verb, where no other verb has them.
func (x *lexicon) addVerb(lemma string, class byte) {
	add := func(word string, f form) {
		if old, ok := x.verbs[word]; !ok || f == base && old.form == third && class != 'n' {
			x.verbs[word] = inflection{lemma, f, class}
		}
	}
	add(lemma, base)
	if soft, ok := strings.CutSuffix(lemma, "y"); ok && !vowelBefore(lemma) {
		add(soft+"ies", third)
		add(soft+"ied", past)
		add(lemma+"ing", ing)
		return
	}
	add(lemma+"s", third)
	n := len(lemma)
	if strings.IndexByte("sxzho", lemma[n-1]) >= 0 {
		add(lemma+"es", third)
	}
	stem := strings.TrimSuffix(lemma, "e")
	if n > 2 && vowelBefore(lemma) && strings.IndexByte("aeiouwxy", lemma[n-1]) < 0 {
		add(lemma+lemma[n-1:]+"ed", past)
		add(lemma+lemma[n-1:]+"ing", ing)
		if n <= 4 && !vowelBefore(lemma[:n-1]) { // "hop" doubles always: "hoped" is a form of "hope"
			return
		}
	}
	add(stem+"ed", past)
	if strings.HasSuffix(lemma, "ee") {
		stem = lemma
		add(lemma+"d", past)
	}
	add(stem+"ing", ing)
}

// vowelBefore reports whether the last letter but one is a vowel.
func vowelBefore(s string) bool {
	return len(s) > 1 && strings.IndexByte("aeiou", s[len(s)-2]) >= 0
}

// addMeaning reads one line of senses.txt.
func (x *lexicon) addMeaning(line string) {
	id, wider := int32(len(x.wider)), 0
	into := x.verbSenses
	for word := range strings.FieldsSeq(line) {
		switch {
		case word == "|":
			into = x.nounSenses
		case word[0] == '^':
			wider, _ = strconv.Atoi(word[1:]) // the data is our own: a number, or no wider meaning
		default:
			into[word] = append(into[word], id)
		}
	}
	x.wider = append(x.wider, int32(wider))
}

// entries yields the lines of an embedded list without comments.
func entries(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(s) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// asVerb is the reading of a word as a verb. Words in -ed that the list does not
// know are taken for verbs.
func (x *lexicon) asVerb(norm string) inflection {
	v, ok := x.verbs[norm]
	if !ok && len(norm) > 5 && strings.HasSuffix(norm, "ed") && !strings.HasSuffix(norm, "eed") {
		return inflection{text.Stem(norm), past, 'v'}
	}
	return v
}

// manner reports whether a word is an adverb in -ly: neither a verb nor one of
// the adjectives and nouns that end so.
func (x *lexicon) manner(norm string) bool {
	return len(norm) > 4 && strings.HasSuffix(norm, "ly") && x.verbs[norm].form == notVerb && !x.sets[friendly][norm]
}

// verbsAlike is how close two verbs are in meaning: 1 the same, .8 one meaning,
// .6 one the wider meaning of the other, .3 two kinds of one meaning; 0 else.
func (x *lexicon) verbsAlike(a, b string) float64 {
	switch {
	case a == b, "re"+a == b, a == "re"+b:
		return 1
	case x.sets[begins][a] && x.sets[begins][b], x.sets[causes][a] && x.sets[causes][b]:
		return .8
	}
	best := 0.0
	if i := strings.IndexByte(a, '_'); i > 0 && strings.HasPrefix(b, a[:i]) { // "take effect", "take hold"
		best = .3
	} else if i := strings.IndexByte(b, '_'); i > 0 && strings.HasPrefix(a, b[:i]) {
		best = .3
	}
	for _, i := range x.verbSenses[a] {
		for _, j := range x.verbSenses[b] {
			switch {
			case i == j:
				return .8
			case x.wider[i] == j || x.wider[j] == i:
				best = max(best, .6)
			case x.wider[i] == x.wider[j] && x.wider[i] != 0:
				best = max(best, .3)
			}
		}
	}
	return best
}

// nounsAlike reports whether two nouns share a meaning.
func (x *lexicon) nounsAlike(a, b string) bool {
	return meet(x.nounSenses[a], x.nounSenses[b])
}

// derived reports whether the noun names what the verb does: "signature" and
// "sign".
func (x *lexicon) derived(noun, verb string) bool {
	return meet(x.nounSenses[noun], x.verbSenses[verb]) || x.asVerb(noun).lemma == verb
}

// opposed reports whether two words are opposites.
func (x *lexicon) opposed(a, b string) bool { return slices.Contains(x.opposite[a], b) }

func meet(a, b []int32) bool {
	for _, i := range a {
		if slices.Contains(b, i) {
			return true
		}
	}
	return false
}

// singular is a noun without its plural ending, as far as the lexicon knows it.
func (x *lexicon) singular(n string) string {
	if _, ok := x.nounSenses[n]; ok || len(n) < 4 || n[len(n)-1] != 's' || n[len(n)-2] == 's' {
		return n
	}
	if root, ok := strings.CutSuffix(n, "ies"); ok {
		return root + "y"
	}
	if root, ok := strings.CutSuffix(n, "es"); ok {
		if _, known := x.nounSenses[root]; known {
			return root
		}
	}
	return n[:len(n)-1]
}

// This file reads the lexicon: verbs with their forms, words of one meaning,
// and opposites, all derived from WordNet by data/derive.go; and the closed
// classes of cue.go.

package certainty

import (
	"cmp"
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

//go:embed data/contraries.txt
var contrariesText string

//go:embed data/standing.txt
var standingText string

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

// verb is one line of verbs.txt: a lemma with its place in the list.
type verb struct {
	lemma string
	at    int
	class byte
}

// lexicon is all that is known about words. It is read once and not changed.
type lexicon struct {
	cues      map[string]cue
	verbs     map[string]verb       // by lemma
	irregular map[string]inflection // by word form
	raisers   map[string]raiser
	clausal   map[string]Strength
	hedging   map[string]Strength // adjectives
	settled   map[string]Strength
	sets      [lastSet]map[string]bool
	opposite  map[string][]string // lemma to lemmas
	passing   map[[2]string]bool  // opposites that contradict nothing, each both ways
	under     map[string]string   // the verb of a noun after "under"
	standing  map[string][]string // states that exclude each other, though their verbs do not
	meanings
}

// words is the lexicon; reading it takes a few milliseconds, once.
var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{
		cues:      closedWords(),
		verbs:     make(map[string]verb, 5000),
		irregular: make(map[string]inflection, 400),
		raisers:   raisingWords(),
		clausal:   strengths(clausalVerbs),
		hedging:   strengths(hedgingAdjectives),
		settled:   strengths(settledWords),
		sets:      wordSets(),
		opposite:  make(map[string][]string, 1500),
		standing:  make(map[string][]string, 20),
		meanings:  readMeanings(sensesText),
	}
	for line := range entries(verbsText) {
		lemma, rest, _ := strings.Cut(line, " ")
		class, forms, _ := strings.Cut(rest, " ")
		x.verbs[lemma] = verb{lemma, len(x.verbs), class[0]}
		for w := range strings.FieldsSeq(forms) {
			if w != lemma && x.cues[w].class == open {
				x.irregular[w] = inflection{lemma, past, class[0]}
			}
		}
	}
	x.under = make(map[string]string)
	for line := range entries(under) {
		noun, verb, _ := strings.Cut(line, " ")
		x.under[noun] = verb
	}
	x.passing = make(map[[2]string]bool)
	for line := range entries(passing) {
		f := strings.Fields(line)
		x.passing[[2]string{f[0], f[1]}], x.passing[[2]string{f[1], f[0]}] = true, true
	}
	for line := range entries(oppositesText + contrariesText) {
		f := strings.Fields(line)
		if len(f) == 2 && x.passing[[2]string{f[0], f[1]}] {
			continue
		}
		for i, w := range f {
			if v := x.asVerb(w); v.form == past && x.verbs[v.lemma].lemma == "" {
				f[i] = v.lemma // "unharmed" is read as a verb
			}
		}
		face(x.opposite, f)
	}
	for line := range entries(standingText) {
		face(x.standing, strings.Fields(line))
	}
	return x
})

// face notes that the first of some words is the opposite of each other one.
func face(of map[string][]string, words []string) {
	of[words[0]] = append(of[words[0]], words[1:]...)
	for _, w := range words[1:] {
		of[w] = append(of[w], words[0])
	}
}

// inflected finds the verb that a word is a form of: an irregular one, "found" of
// "find" and not of "found"; else the first of the list, but that a verb's own lemma
// goes before another's third person.
func (x *lexicon) inflected(word string) (v inflection, ok bool) {
	v, ok = x.irregular[word]
	var found [4]verb
	n := 0
	consider := func(lemma string) {
		if w, known := x.verbs[lemma]; known {
			found[n] = w
			n++
		}
	}
	consider(word)
	if stem, cut := strings.CutSuffix(word, "s"); cut {
		consider(stem)
		if stem, cut := strings.CutSuffix(stem, "e"); cut {
			consider(stem)
			if stem, cut := strings.CutSuffix(stem, "i"); cut {
				consider(stem + "y")
			}
		}
	} else if stem, cut := strings.CutSuffix(word, "ed"); cut {
		consider(stem)
		consider(word[:len(word)-1])
		if soft, cut := strings.CutSuffix(stem, "i"); cut {
			consider(soft + "y")
		} else if doubled(stem) {
			consider(stem[:len(stem)-1])
		}
	} else if stem, cut := strings.CutSuffix(word, "ing"); cut {
		consider(stem)
		consider(stem + "e")
		if doubled(stem) {
			consider(stem[:len(stem)-1])
		}
	}
	slices.SortFunc(found[:n], func(a, b verb) int { return cmp.Compare(a.at, b.at) })
	for _, w := range found[:n] {
		if f := regular(w.lemma, word); f != notVerb && (!ok || f == base && v.form == third && w.class != 'n') {
			v, ok = inflection{w.lemma, f, w.class}, true
		}
	}
	return v, ok
}

// doubled reports whether a word ends in one letter twice.
func doubled(s string) bool { return len(s) > 1 && s[len(s)-1] == s[len(s)-2] }

// regular says which regular form of a verb a word is, notVerb for none.
func regular(lemma, word string) form {
	is := func(root, ending string) bool {
		return len(word) == len(root)+len(ending) && strings.HasPrefix(word, root) && strings.HasSuffix(word, ending)
	}
	if word == lemma {
		return base
	}
	if soft, ok := strings.CutSuffix(lemma, "y"); ok && !vowelBefore(lemma) {
		switch {
		case is(soft, "ies"):
			return third
		case is(soft, "ied"):
			return past
		case is(lemma, "ing"):
			return ing
		}
		return notVerb
	}
	n := len(lemma)
	if is(lemma, "s") || strings.IndexByte("sxzho", lemma[n-1]) >= 0 && is(lemma, "es") {
		return third
	}
	if n > 2 && vowelBefore(lemma) && strings.IndexByte("aeiouwxy", lemma[n-1]) < 0 {
		if root, ok := strings.CutPrefix(word, lemma); ok && root != "" && root[0] == lemma[n-1] {
			switch root[1:] {
			case "ed":
				return past
			case "ing":
				return ing
			}
		}
		if n <= 4 && !vowelBefore(lemma[:n-1]) { // "hop" doubles always: "hoped" is a form of "hope"
			return notVerb
		}
	}
	stem := strings.TrimSuffix(lemma, "e")
	if is(stem, "ed") {
		return past
	}
	if strings.HasSuffix(lemma, "ee") {
		stem = lemma
		if is(lemma, "d") {
			return past
		}
	}
	if is(stem, "ing") {
		return ing
	}
	return notVerb
}

// vowelBefore reports whether the last letter but one is a vowel.
func vowelBefore(s string) bool {
	return len(s) > 1 && strings.IndexByte("aeiou", s[len(s)-2]) >= 0
}

// meanings are what words mean: numbers of meanings by word, of verbs and nouns
// apart, and the wider meaning of each verb meaning, 0 for none.
type meanings struct {
	number       map[string]int32 // of a word, from 1
	verbal, noun [][]int32        // by number of the word
	wider        []int32
}

func (m *meanings) verbSenses(word string) []int32 { return m.verbal[m.number[word]] }

func (m *meanings) nounSenses(word string) []int32 { return m.noun[m.number[word]] }

// readMeanings reads senses.txt. A word has seldom more than three meanings, so they
// are counted first and the lists cut from one piece.
func readMeanings(data string) meanings {
	m := meanings{number: make(map[string]int32, 9000), wider: []int32{0}}
	type use struct {
		word, meaning int32
		noun          bool
	}
	uses := make([]use, 0, len(data)/6)
	for line := range entries(data) {
		id, wider, noun := int32(len(m.wider)), 0, false
		for word := range strings.FieldsSeq(line) {
			switch {
			case word == "|":
				noun = true
			case word[0] == '^':
				wider, _ = strconv.Atoi(word[1:]) // the data is our own: a number, or no wider meaning
			default:
				k, ok := m.number[word]
				if !ok {
					k = int32(len(m.number) + 1)
					m.number[word] = k
				}
				uses = append(uses, use{k, id, noun})
			}
		}
		m.wider = append(m.wider, int32(wider))
	}
	counts := [2][]int32{make([]int32, len(m.number)+1), make([]int32, len(m.number)+1)}
	part := func(u use) int {
		if u.noun {
			return 1
		}
		return 0
	}
	for _, u := range uses {
		counts[part(u)][u.word]++
	}
	var lists [2][][]int32
	room := make([]int32, len(uses))
	for p := range lists {
		lists[p] = make([][]int32, len(m.number)+1)
		for word, n := range counts[p] {
			if n > 0 {
				lists[p][word], room = room[:0:n], room[n:]
			}
		}
	}
	for _, u := range uses {
		lists[part(u)][u.word] = append(lists[part(u)][u.word], u.meaning)
	}
	m.verbal, m.noun = lists[0], lists[1]
	return m
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
	v, ok := x.inflected(norm)
	if !ok && len(norm) > 5 && strings.HasSuffix(norm, "ed") && !strings.HasSuffix(norm, "eed") {
		return inflection{text.Stem(norm), past, 'v'}
	}
	return v
}

// manner reports whether a word is an adverb in -ly: neither a verb nor one of
// the adjectives and nouns that end so.
func (x *lexicon) manner(norm string) bool {
	return len(norm) > 4 && strings.HasSuffix(norm, "ly") && !x.isVerb(norm) && !x.sets[friendly][norm]
}

// isVerb reports whether the list has a verb of which the word is a form.
func (x *lexicon) isVerb(norm string) bool {
	_, ok := x.inflected(norm)
	return ok
}

// verbsAlike is how close two verbs are in meaning: 1 the same, .8 one meaning,
// .6 one the wider meaning of the other, .3 two kinds of one meaning; 0 else.
func (x *lexicon) verbsAlike(a, b string) float64 {
	switch {
	case a == b, len(b) == len(a)+2 && b[:2] == "re" && b[2:] == a, len(a) == len(b)+2 && a[:2] == "re" && a[2:] == b:
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
	theirs := x.verbSenses(b)
	for _, i := range x.verbSenses(a) {
		for _, j := range theirs {
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
	return meet(x.nounSenses(a), x.nounSenses(b))
}

// derived reports whether the noun names what the verb does: "signature" and
// "sign".
func (x *lexicon) derived(noun, verb string) bool {
	return meet(x.nounSenses(noun), x.verbSenses(verb)) || x.asVerb(noun).lemma == verb
}

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
	if x.nounSenses(n) != nil || len(n) < 4 || n[len(n)-1] != 's' || n[len(n)-2] == 's' {
		return n
	}
	if root, ok := strings.CutSuffix(n, "ies"); ok {
		return root + "y"
	}
	if root, ok := strings.CutSuffix(n, "es"); ok {
		if x.nounSenses(root) != nil {
			return root
		}
	}
	return n[:len(n)-1]
}

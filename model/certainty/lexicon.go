// This file reads the lexicon: verbs with their forms, words of one meaning,
// and opposites, all derived from WordNet by data/derive.go.

package certainty

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
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

// inflections maps every form of every listed verb to its lemma.
var inflections = sync.OnceValue(func() map[string]inflection {
	m := make(map[string]inflection, 20000)
	add := func(word, lemma string, f form, class byte) {
		// A lemma of its own wins over a form of another verb; then the first.
		if old, ok := m[word]; !ok || f == base && old.form != base && class != 'n' {
			m[word] = inflection{lemma, f, class}
		}
	}
	for line := range entries(verbsText) {
		f := strings.Fields(line)
		lemma, class := f[0], f[1][0]
		add(lemma, lemma, base, class)
		for _, irregular := range f[2:] {
			if irregular != lemma {
				add(irregular, lemma, past, class)
			}
		}
		stem := strings.TrimSuffix(lemma, "e")
		soft, ok := strings.CutSuffix(lemma, "y")
		if ok && !vowelBefore(lemma) {
			add(soft+"ies", lemma, third, class)
			add(soft+"ied", lemma, past, class)
			add(lemma+"ing", lemma, ing, class)
			continue
		}
		add(lemma+"s", lemma, third, class)
		add(lemma+"es", lemma, third, class)
		if strings.HasSuffix(lemma, "ee") {
			stem = lemma
			add(lemma+"d", lemma, past, class)
		}
		add(stem+"ed", lemma, past, class)
		add(stem+"ing", lemma, ing, class)
		if n := len(lemma); n > 2 && vowelBefore(lemma) && !strings.ContainsRune("aeiouwxy", rune(lemma[n-1])) {
			add(lemma+lemma[n-1:]+"ed", lemma, past, class)
			add(lemma+lemma[n-1:]+"ing", lemma, ing, class)
		}
	}
	return m
})

// vowelBefore reports whether the last letter but one is a vowel.
func vowelBefore(s string) bool {
	return len(s) > 1 && strings.IndexByte("aeiou", s[len(s)-2]) >= 0
}

// senses is what the words mean: numbers of meanings by lemma, verbs and nouns
// apart, and each verb meaning's wider one.
type senses struct {
	verbs, nouns map[string][]int32
	wider        []int32 // by meaning; 0 for none
}

var meanings = sync.OnceValue(func() senses {
	s := senses{make(map[string][]int32, 6000), make(map[string][]int32, 6000), []int32{0}}
	for line := range entries(sensesText) {
		id := int32(len(s.wider))
		wider := int32(0)
		into := s.verbs
		for word := range strings.FieldsSeq(line) {
			switch {
			case word == "|":
				into = s.nouns
			case word[0] == '^':
				n, err := strconv.Atoi(word[1:])
				if err == nil {
					wider = int32(n)
				}
			default:
				into[word] = append(into[word], id)
			}
		}
		s.wider = append(s.wider, wider)
	}
	return s
})

// opposites maps a word to its opposites.
var opposites = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string, 1500)
	for line := range entries(oppositesText) {
		f := strings.Fields(line)
		m[f[0]] = append(m[f[0]], f[1])
		m[f[1]] = append(m[f[1]], f[0])
	}
	return m
})

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

// verbsAlike is how close two verbs are in meaning: 1 the same, .8 one meaning,
// .6 one the wider meaning of the other, .4 two kinds of one meaning; 0 else.
func verbsAlike(a, b string) float64 {
	if a == b {
		return 1
	}
	s := meanings()
	best := 0.0
	for _, x := range s.verbs[a] {
		for _, y := range s.verbs[b] {
			switch {
			case x == y:
				return .8
			case s.wider[x] == y || s.wider[y] == x:
				best = max(best, .6)
			case s.wider[x] == s.wider[y] && s.wider[x] != 0:
				best = max(best, .4)
			}
		}
	}
	return best
}

// nounsAlike reports whether two nouns share a meaning.
func nounsAlike(a, b string) bool {
	n := meanings().nouns
	for _, x := range n[a] {
		if slices.Contains(n[b], x) {
			return true
		}
	}
	return false
}

// derived reports whether the noun names what the verb does: "signature" and
// "sign", "probe" and "investigate".
func derived(noun, verb string) bool {
	s := meanings()
	for _, x := range s.nouns[noun] {
		if slices.Contains(s.verbs[verb], x) {
			return true
		}
	}
	return false
}

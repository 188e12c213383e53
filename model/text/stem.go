// This file brings the forms of a word together: inflected, irregular, and
// spelled the British or the American way.

package text

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed irregular.txt
var irregularText string

// irregular maps a form to the word it is a form of.
var irregular = sync.OnceValue(func() map[string]string {
	forms := make(map[string]string, 1024)
	for line := range lexicon(irregularText) {
		base, rest, _ := strings.Cut(line, " ")
		for form := range strings.FieldsSeq(rest) {
			forms[form] = base
		}
	}
	return forms
})

// lexicon yields the lines of an embedded word list without comments ("#") and
// blank lines.
func lexicon(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(s) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// longestStemmed bounds the words that are stemmed: no English word is longer,
// and the stemmer's time grows with the word.
const longestStemmed = 40

// Stem is the form shared by a word's inflections ("meetings" and "met" give
// "meet") and by its British and American spellings ("organised", "organized").
// It takes Token.Norm; what it returns is a key for comparing, not a word to
// show. The stemmer is Snowball's English one (porter.go); irregular.txt holds what it misses.
func Stem(norm string) string {
	if len(norm) <= 2 || len(norm) > longestStemmed || !asciiWord(norm) {
		return norm
	}
	base, ok := irregular()[norm]
	if !ok {
		base = american(norm)
	}
	if stem := porterStem(base); stem != "" {
		return stem
	}
	return norm // nothing but apostrophes
}

// Irregular reports whether a word, as Token.Norm has it, is an irregular form of another:
// "struck", "men".
func Irregular(norm string) bool {
	_, ok := irregular()[norm]
	return ok
}

// asciiWord holds for what the stemmer can take: lower-case letters and
// apostrophes. Dotted abbreviations and "g20" have no inflections to lose.
func asciiWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// iseEndings are the endings in which British and American spelling differ by
// one letter; longer ones first.
var iseEndings = [...]string{"isations", "isation", "isers", "iser", "ising", "ised", "ises", "ise"}

// iseWords end in -ise on both sides of the ocean, by what stands before it.
const iseWords = " advert adv ar chast circumc compr comprom conc dem desp dev disgu enterpr exc exerc expert franch " +
	"improv incis likew merchand ot otherw parad poise pra prem prec prom ra r reprise rev superv surm surpr telev tort treat upr w cru brui " +
	"no po appra bru fundra no antic turquo ma valu noi ant apprent expr "

// american turns the -ise endings into -ize, as the stemmer expects them.
func american(w string) string {
	for _, end := range iseEndings {
		root, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		if len(root) < 3 || strings.Contains(iseWords, " "+root+" ") {
			return w
		}
		return root + "iz" + end[2:]
	}
	return w
}

// tails are endings, as stems keep them, by which English makes one word of another:
// "prosecutor" and "prosecut", the stem of "prosecution". Own list, after the suffixes
// of Porter's steps.
var tails = [...]string{"al", "an", "ant", "at", "ation", "ator", "ee", "ent", "er", "hood", "i", "ian", "ic", "ing", "ion", "ist", "iti", "ity", "iv", "ive",
	"ment", "ness", "or", "ship", "th", "ur"}

// shortestBase is how many letters a stem has at least that others are made of.
const shortestBase = 5

// Bases yields the stems that a stem may be made of: "elect" for "elector". Whether
// they are stems of words is for the caller to know.
func Bases(stem string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, t := range tails {
			if base, ok := strings.CutSuffix(stem, t); ok && len(base) >= shortestBase && !yield(base) {
				return
			}
		}
	}
}

// Derived reports whether two stems are one, or one is made of the other.
func Derived(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return true
	}
	for base := range Bases(b) {
		if base == a {
			return true
		}
	}
	return false
}

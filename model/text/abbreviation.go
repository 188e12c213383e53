// This file knows which full stops belong to an abbreviation.

package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed abbreviation.txt
var abbreviationText string

// Abbreviation is what the full stop after a word can mean.
type Abbreviation uint8

// The classes of abbreviations.
const (
	NoAbbreviation      Abbreviation = iota // an ordinary word: its full stop ends a sentence
	TitleAbbreviation                       // "Dr.": a name follows, the sentence goes on
	NumberAbbreviation                      // "No.": the sentence goes on if a figure follows
	InnerAbbreviation                       // "e.g.", "vs.": the sentence goes on
	MonthAbbreviation                       // "Nov.": ends a sentence only if a new one clearly begins
	EitherAbbreviation                      // "U.S.", "Inc.": likewise
	InitialAbbreviation                     // "J.", "J.K.": likewise
)

var abbreviationNames = map[string]Abbreviation{
	"title": TitleAbbreviation, "number": NumberAbbreviation, "inner": InnerAbbreviation,
	"month": MonthAbbreviation, "either": EitherAbbreviation,
}

var abbreviations = sync.OnceValue(func() map[string]Abbreviation {
	m := make(map[string]Abbreviation, 300)
	for line := range lexicon(abbreviationText) {
		class, words, _ := strings.Cut(line, " ")
		for w := range strings.FieldsSeq(words) {
			m[w] = abbreviationNames[class]
		}
	}
	return m
})

// Abbreviated is the class of the word before a full stop; word is given as
// written, without that full stop.
func Abbreviated(word string) Abbreviation {
	if class, ok := abbreviations()[word]; ok {
		return class
	}
	if initials(word) {
		return InitialAbbreviation
	}
	return NoAbbreviation
}

// initials holds for one capital letter, and for single letters with dots
// between: "J", "J.K", "U.N.H.C.R".
func initials(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(r) {
		return false
	}
	if size == len(word) {
		return unicode.IsUpper(r)
	}
	for rest := word[size:]; rest != ""; {
		if rest[0] != '.' {
			return false
		}
		r, size := utf8.DecodeRuneInString(rest[1:])
		if !unicode.IsLetter(r) {
			return false
		}
		rest = rest[1+size:]
	}
	return true
}

// openers are words that begin a sentence and hardly ever go on with a name: a
// capital on one of them after an abbreviation means a new sentence.
var openers = map[string]bool{
	"Today": true, "Yesterday": true, "Tomorrow": true, "Nearly": true, "Asked": true, "Following": true, "Police": true,
	"Officials": true, "Authorities": true, "Witnesses": true, "Residents": true, "Investigators": true,
}

// Opener reports whether a capitalised word, standing after an abbreviation,
// shows that a new sentence has begun: "the U.S. The", "Acme Inc. It".
func Opener(word string) bool {
	if openers[word] {
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) || (size < len(word) && word == strings.ToUpper(word)) {
		return false
	}
	return Stop(Norm(word)) && word != "May" && word != "Will" && word != "Said"
}

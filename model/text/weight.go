// This file says how much a word tells: next to nothing for "the", all for a
// name or a word too rare to be listed.

package text

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

//go:embed frequency.txt
var frequencyText string

//go:embed stop.txt
var stopText string

// listed is the number of words in frequency.txt.
const listed = 10000

// ranks maps a word to its place in frequency.txt, from 1.
var ranks = sync.OnceValue(func() map[string]int32 {
	m := make(map[string]int32, listed)
	for word := range lexicon(frequencyText) {
		m[word] = int32(len(m) + 1)
	}
	return m
})

var stops = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 400)
	for line := range lexicon(stopText) {
		for word := range strings.FieldsSeq(line) {
			m[word] = true
		}
	}
	return m
})

// Stop reports whether the word is a function word: article, preposition,
// conjunction, auxiliary, pronoun, or an adverb that carries no fact. It takes
// Token.Norm.
func Stop(norm string) bool { return stops()[norm] }

// Weight is how much a word tells, from 0 (the commonest word) to 1 (not among
// the 10,000 commonest): the logarithm of its rank over that of the list's
// length, which follows the information of a word in Zipf's law. It takes
// Token.Norm. An inflected form that is not listed itself weighs a little more
// than the listed word it comes from.
func Weight(norm string) float64 {
	if r, ok := ranks()[norm]; ok {
		return rankWeight(r)
	}
	switch {
	case Stop(norm):
		return stopWeight
	case len(norm) <= 3:
		return shortWeight[len(norm)]
	}
	if r, ok := baseRank(norm); ok {
		w := rankWeight(r)
		return w + (1-w)/4
	}
	return 1
}

// stopWeight is that of a rank of about 50: the list has no room for some
// function words.
const stopWeight = 0.4

// shortWeight is the weight of unlisted words of up to three letters. The source
// list leaves out words of n letters whose rank is above 10ⁿ, so these are no
// rarer than that; they stand between names (UN, FBI) and scraps.
var shortWeight = [...]float64{0, 0.3, 0.75, 0.9}

func rankWeight(r int32) float64 {
	return math.Log(float64(r)) / math.Log(listed)
}

// endings are the inflections that baseRank undoes, with what takes their place.
var endings = [...][2]string{
	{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}, {"es", ""}, {"s", ""}, {"ly", ""},
}

// baseRank is the rank of the word that norm is an inflection of.
func baseRank(norm string) (int32, bool) {
	for _, e := range endings {
		root, ok := strings.CutSuffix(norm, e[0])
		if !ok || len(root) < 3 {
			continue
		}
		if r, ok := ranks()[root+e[1]]; ok {
			return r, true
		}
	}
	return 0, false
}

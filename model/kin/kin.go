// Package kin knows which words stand near each other in meaning: "truce" and
// "ceasefire", "shut" and "close". It can say that two words may fill one slot,
// never that they mean the same: "rise" is near "fall". The list and how it was
// made: kin.txt, derive/main.go.
package kin

import (
	_ "embed"
	"iter"
	"sort"
	"strings"
	"sync"
)

//go:embed kin.txt
var list string

// All yields the stems near a stem and how near each is, from 0.1 to 0.9, nearest
// first; none where the list does not have the stem.
func All(stem string) iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for f := range strings.FieldsSeq(find(stem)) {
			n := len(f) - 1
			if !yield(f[:n], float64(f[n]-'0')/10) {
				return
			}
		}
	}
}

// Near is how near two stems are: 1 for one stem, 0 where the list does not join them.
func Near(a, b string) float64 {
	if a == b {
		return 1
	}
	for stem, strength := range All(a) {
		if stem == b {
			return strength
		}
	}
	return 0
}

// starts is where each line behind the header begins, and where the last one ends.
var starts = sync.OnceValue(func() []int32 {
	out := make([]int32, 0, 12_000)
	for at := strings.IndexByte(list, '\n') + 1; at < len(list); {
		out = append(out, int32(at))
		n := strings.IndexByte(list[at:], '\n')
		if n < 0 {
			n = len(list) - at
		}
		at += n + 1
	}
	return append(out, int32(len(list)))
})

// Load reads the list, which the first call would do otherwise.
func Load() { starts() }

// find is the part of the stem's line behind the stem, "" for an unknown one, by
// binary search for the line: the list is sorted.
func find(stem string) string {
	starts := starts()
	i := sort.Search(len(starts)-1, func(i int) bool { return !before(list[starts[i]:starts[i+1]], stem) })
	if i == len(starts)-1 || stem == "" {
		return ""
	}
	rest, ok := strings.CutPrefix(list[starts[i]:starts[i+1]], stem)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\n' {
		return ""
	}
	return rest
}

// before reports whether the first word of a line stands before a stem.
func before(line, stem string) bool {
	for i := 0; i < len(line) && line[i] != ' ' && line[i] != '\n'; i++ {
		if i == len(stem) || line[i] > stem[i] {
			return false
		}
		if line[i] < stem[i] {
			return true
		}
		if i+1 == len(stem) {
			return false // the stem, or a longer word
		}
	}
	return true // the line's word begins the stem
}

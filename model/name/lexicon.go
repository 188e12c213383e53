// This file reads the word lists in data.

package name

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/title.txt
var titleData string

//go:embed data/family.txt
var familyData string

//go:embed data/given.txt
var givenData string

// titleKind says where a word that is no part of the name may stand.
type titleKind uint8

const (
	before titleKind = 1 << iota // before the name: Dr
	after                        // after it: MD
	age                          // after it, telling father from son: Jr
	doubt                        // before it, but a given name as well: Dean
)

var titles = sync.OnceValue(func() map[string]titleKind {
	kinds := map[string]titleKind{"before": before, "after": after, "age": age}
	out := make(map[string]titleKind)
	for words := range rows(titleData) {
		for _, w := range words[1:] {
			k := kinds[words[0]]
			if strings.HasSuffix(w, "?") {
				k |= doubt
			}
			out[strings.TrimSuffix(w, "?")] |= k
		}
	}
	return out
})

// families maps an East Asian family name to the rows it stands on.
var families = sync.OnceValue(func() map[string][]uint16 {
	out := make(map[string][]uint16)
	n := uint16(0)
	for words := range rows(familyData) {
		for _, w := range words {
			out[w] = append(out[w], n)
		}
		n++
	}
	return out
})

// EastAsian reports whether a word, and two that a hyphen joins, are built as a Korean or
// Chinese name is: one of the commonest family names, then two syllables. All in lower case.
func EastAsian(family, first, second string) bool {
	return len(families()[family]) > 0 && syllables([]byte(first)) && syllables([]byte(second))
}

// givenRow is one row of data/given.txt on which a name stands.
type givenRow struct {
	row   uint16
	short bool
}

var givens = sync.OnceValue(func() map[string][]givenRow {
	out := make(map[string][]givenRow)
	n := uint16(0)
	for words := range rows(givenData) {
		short := false
		for _, w := range words {
			if w == "|" {
				short = true
				continue
			}
			out[w] = append(out[w], givenRow{n, short})
		}
		n++
	}
	return out
})

// givenRows are the rows on which a folded given name stands: as it is, or with another of
// the ways to write what a Slavic name ends in, so that the list need not hold them all:
// Dmitriy, Dmitrii, Dmitry. nil for none.
func givenRows(s string) []givenRow {
	all := givens()
	if rows, ok := all[s]; ok {
		return rows
	}
	for _, end := range slavicEnds {
		stem, ok := strings.CutSuffix(s, end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, other := range slavicEnds {
			if rows, ok := all[stem+other]; ok {
				return rows
			}
		}
		break
	}
	return nil
}

// slavicEnds are the romanisations of the ending of a Slavic man's name, longest first.
var slavicEnds = [...]string{"iy", "ii", "yi", "yy", "ij", "y", "i"}

// Load reads the lists of this package, which the first names that are compared would
// do otherwise.
func Load() {
	titles()
	families()
	givens()
	vocab()
	aliases()
	respell()
}

// rows yields the words of every line that is no comment.
func rows(data string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(data) {
			words := strings.Fields(line)
			if len(words) == 0 || words[0] == "#" {
				continue
			}
			if !yield(words) {
				return
			}
		}
	}
}

// kin is how two listed given names stand to each other.
type kin uint8

const (
	unlisted kin = iota // one of them is not listed
	strangers
	formKin
	shortKin
)

func givenKin(a, b []givenRow) kin {
	if len(a) == 0 || len(b) == 0 {
		return unlisted
	}
	best := strangers
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.row != y.row:
			case x.short || y.short:
				best = max(best, shortKin)
			default:
				return formKin
			}
		}
	}
	return best
}

func sameFamily(a, b []uint16) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

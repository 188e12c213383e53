// This file knows common nouns for where a thing is: a kitchen is no cellar, though both may
// be in one house.

package place

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed spots.txt
var spotsText string

// Spot is a kind of place that a common noun names. Two spots of one level exclude each other
// unless they are of one kind; one of another level may lie within the other.
type Spot struct {
	Level string // "rooms", "houses"
	Kind  string // the first of the nouns that name it
}

// spots are the spots by noun, compounds with a hyphen.
var spots = sync.OnceValue(func() map[string]Spot {
	out := make(map[string]Spot, 200)
	level, fresh := "", true
	for line := range strings.Lines(spotsText) {
		line = strings.TrimSpace(line)
		nouns := strings.Fields(line)
		switch {
		case line == "":
			fresh = true
		case line[0] == '#':
		case fresh:
			level, fresh = line, false
		default:
			for _, n := range nouns {
				out[n] = Spot{level, nouns[0]}
			}
		}
	}
	return out
})

// SpotOf is the spot that a noun phrase names by its last word or its last two, given in lower
// case and in the singular; ok is false for none. The longer name counts: a parking lot is no
// lot.
func SpotOf(before, last string) (Spot, bool) {
	if s, ok := spots()[before+"-"+last]; ok {
		return s, true
	}
	s, ok := spots()[last]
	return s, ok
}

// Vehicle reports whether a noun names something to travel by.
func Vehicle(noun string) bool { return spots()[noun].Level == "vehicles" }

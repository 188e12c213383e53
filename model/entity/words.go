package entity

import (
	_ "embed"
	"strings"
	"sync"

	"doubletake/model/place"
)

//go:embed words.txt
var wordsText string

//go:embed given.txt
var givenText string

// role is what a word can do in or beside a name; roles add up.
type role uint8

const (
	headBody     role = 1 << iota // "Ministry": the run is a body
	headRegion                    // "River": the run is a place
	headThing                     // "War": the run is neither
	afterBody                     // "channel" behind the run
	afterRegion                   // "district" behind the run
	beforeBody                    // "the newspaper" before the run
	beforeRegion                  // "the town of" before the run
	headCompany                   // "Airlines": a body that no "of" follows
)

var roles = sync.OnceValue(func() map[string]role {
	section := map[string]role{"body": headBody, "region": headRegion, "thing": headThing, "afterbody": afterBody,
		"afterregion": afterRegion, "beforebody": beforeBody, "beforeregion": beforeRegion, "company": headBody | headCompany}
	m := make(map[string]role, 600)
	for line := range strings.SplitSeq(wordsText, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		for _, w := range f[1:] {
			m[w] |= section[f[0]]
		}
	}
	return m
})

var given = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 17_000)
	for line := range strings.SplitSeq(givenText, "\n") {
		if line != "" && line[0] != '#' {
			m[line] = true
		}
	}
	return m
})

// isGiven reports whether the word is known as a given name somewhere.
func isGiven(norm string) bool { return given()[place.Fold(norm)] }

func is(norm string, r role) bool { return roles()[norm]&r != 0 }

// Institution reports whether a word, in lower case, is the head of a body that
// is no company: "ministry", "hospital".
func Institution(w string) bool { return is(w, headBody) && !is(w, headCompany) }

// Region reports whether a word, in lower case, says what sort of place a name
// names: "district", "river".
func Region(w string) bool { return is(w, headRegion|afterRegion) }

// State reports whether a word, in lower case, is a body that every state has:
// "ministry", "navy", "police".
func State(w string) bool { return states[w] }

// Given reports whether a word, in lower case, is known as a given name somewhere.
func Given(w string) bool { return isGiven(w) }

// Package marks keeps what the reader decides: a claim or fact checked, a mark
// dismissed, a note. Marks are keyed by the words they stand on and not by
// numbers or offsets, so they survive a better engine and read well in a diff.
package marks

import (
	"cmp"
	"maps"
	"slices"

	"doubletake/model"
	"doubletake/model/text"
)

// State is what the reader has said about one mark.
type State uint8

// The states.
const (
	Unmarked State = iota
	Checked
	Dismissed
)

var stateNames = [...]string{"open", "checked", "dismissed"}

// String is the state's word in the sidecar file and in reports.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "unknown"
}

// Mark is the reader's word on one fact or claim. The zero Mark is none.
type Mark struct {
	State State
	Note  string
}

// Key names what a mark stands on, by its words.
type Key struct {
	What  string // a fact's kind, or "claim"
	About string // a fact's About
	Left  string // the words on the left; "" where that side gives none
	Right string // the words on the right; "" where that side gives none
}

// claim is Key.What of claims.
const claim = "claim"

// OfFact is the key of a fact, and the zero Key where there is none of that
// number.
func OfFact(c model.Comparison, i model.FactIndex) Key {
	if i < 0 || int(i) >= len(c.Facts) {
		return Key{}
	}
	f := c.Facts[i]
	k := Key{What: f.Kind.String(), About: f.About}
	if m, ok := f.On(model.Left); ok {
		k.Left = c.Words(model.Left, m)
	}
	if m, ok := f.On(model.Right); ok {
		k.Right = c.Words(model.Right, m)
	}
	return k
}

// OfClaim is the key of a claim of one side, and the zero Key where there is
// none of that number.
func OfClaim(c model.Comparison, s model.Side, i model.ClaimIndex) Key {
	claims := c.Tellings[s].Claims
	if i < 0 || int(i) >= len(claims) {
		return Key{}
	}
	words := claims[i].Span.In(c.Text(s))
	if s == model.Left {
		return Key{What: claim, Left: words}
	}
	return Key{What: claim, Right: words}
}

// Set is marks by what they stand on.
type Set map[Key]Mark

// put sets a mark, with its note made harmless: it may have been pasted. The zero
// Mark removes the entry.
func (s Set) put(k Key, m Mark) {
	m.Note = text.Clean(m.Note)
	if m == (Mark{}) {
		delete(s, k)
		return
	}
	s[k] = m
}

// Keys is the keys of the set in a fixed order: by what, about, left, right.
func (s Set) Keys() []Key {
	return slices.SortedFunc(maps.Keys(s), func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.About, b.About),
			cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
	})
}

// Store keeps marks for one session.
type Store interface {
	// All is every mark, as far as this store knows; a copy.
	All() Set
	// Put sets one mark, or removes it where m is the zero Mark. After an error
	// the mark is still kept in memory, and written with the next one.
	Put(k Key, m Mark) error
	// Get is one mark; after Put it may hold more than was put, where another
	// reader has noted on the same words.
	Get(k Key) Mark
	// Path is where the marks are written, "" where they go with the session.
	Path() string
}

// Memory is a store that keeps marks for as long as the session lasts.
type Memory struct{ set Set }

// NewMemory makes an empty Memory.
func NewMemory() *Memory { return &Memory{set: make(Set)} }

// All is a copy of every mark.
func (m *Memory) All() Set { return maps.Clone(m.set) }

// Put sets one mark; it cannot fail.
func (m *Memory) Put(k Key, x Mark) error {
	m.set.put(k, x)
	return nil
}

// Get is one mark.
func (m *Memory) Get(k Key) Mark { return m.set[k] }

// Path is empty: nothing is written.
func (m *Memory) Path() string { return "" }

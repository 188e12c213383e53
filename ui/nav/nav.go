// Package nav is where the reader is in a comparison and how each move changes
// it: pure functions from a state to a state, without a screen.
package nav

import (
	"slices"

	"doubletake/model"
	"doubletake/ui/book"
)

// State is where the reader is. The zero State with NoFact is the start, before
// any key: no claim is current yet.
type State struct {
	Side    model.Side          // the text that is read
	Claim   [2]model.ClaimIndex // the current claim and its counterpart; book.None where there is none
	Fact    model.FactIndex     // the difference reached last; book.None before the first
	OnFact  bool                // the difference itself is current, and not only its claim
	Started bool                // a move has been made
	Filter  book.Filter
}

// Start is the state before any key.
func Start() State {
	return State{Claim: [2]model.ClaimIndex{0, book.None}, Fact: book.None}
}

// Current is the fact the reader stands on; ok is false on a claim.
func (s State) Current() (f model.FactIndex, ok bool) {
	return s.Fact, s.OnFact && s.Fact != book.None
}

// Move is one step a reader can take.
type Move uint8

// The moves.
const (
	NextClaim Move = iota
	PrevClaim
	NextFact // through the filtered list, worst first, past what is dismissed
	PrevFact
	NextRow // through the filtered list, dismissed ones too
	PrevRow
	FirstClaim
	LastClaim
	FirstRow
	LastRow
	OtherSide
)

// Walk is what moves need to know: the book, and which facts the reader has
// dismissed (nil for none).
type Walk struct {
	Book      *book.Book
	Dismissed func(model.FactIndex) bool
}

// Go takes one move. A move that leads nowhere gives the state back unchanged
// but for Started.
func (w Walk) Go(s State, m Move) State {
	fresh := !s.Started
	s.Started = true
	switch m {
	case NextClaim:
		if fresh {
			return w.ToClaim(s, s.Side, s.Claim[s.Side])
		}
		return w.ToClaim(s, s.Side, s.Claim[s.Side]+1)
	case PrevClaim:
		return w.ToClaim(s, s.Side, s.Claim[s.Side]-1)
	case FirstClaim:
		return w.ToClaim(s, s.Side, 0)
	case LastClaim:
		return w.ToClaim(s, s.Side, model.ClaimIndex(w.Book.Claims(s.Side)-1))
	case NextFact:
		return w.along(s, 1, true)
	case PrevFact:
		return w.along(s, -1, true)
	case NextRow:
		return w.along(s, 1, false)
	case PrevRow:
		return w.along(s, -1, false)
	case FirstRow, LastRow:
		return w.end(s, m == FirstRow)
	case OtherSide:
		return w.cross(s)
	}
	return s
}

// ToClaim goes to a claim of one side, and to its best counterpart on the other.
// A claim that is not there leaves the state as it is.
func (w Walk) ToClaim(s State, side model.Side, i model.ClaimIndex) State {
	if i < 0 || int(i) >= w.Book.Claims(side) {
		return s
	}
	s.Started, s.OnFact, s.Side = true, false, side
	s.Claim[side] = i
	s.Claim[side.Other()] = w.Book.Partner(side, i)
	return s
}

// ToFact goes to a fact: to its claim on both sides, or on the one side that
// tells it and to the counterpart of that claim.
func (w Walk) ToFact(s State, i model.FactIndex) State {
	if i < 0 || int(i) >= len(w.Book.C.Facts) {
		return s
	}
	f := w.Book.C.Facts[i]
	if m, ok := f.On(s.Side); ok {
		s = w.ToClaim(s, s.Side, m.Claim)
	} else if m, ok := f.On(s.Side.Other()); ok {
		s = w.ToClaim(s, s.Side.Other(), m.Claim)
	}
	if m, ok := f.On(s.Side.Other()); ok && int(m.Claim) < w.Book.Claims(s.Side.Other()) {
		s.Claim[s.Side.Other()] = m.Claim
	}
	s.Started, s.Fact, s.OnFact = true, i, true
	return s
}

// along walks the filtered list from the fact reached last. From a place that
// is not in the list it begins at the list's end.
func (w Walk) along(s State, step int, skip bool) State {
	list := w.Book.List(s.Filter)
	at := slices.Index(list, s.Fact)
	if at < 0 {
		at = -1
		if step < 0 {
			at = len(list)
		}
	}
	for at += step; at >= 0 && at < len(list); at += step {
		if skip && w.Dismissed != nil && w.Dismissed(list[at]) {
			continue
		}
		return w.ToFact(s, list[at])
	}
	// Nothing further: stand on the fact again, if a claim had been read since.
	if slices.Contains(list, s.Fact) {
		return w.ToFact(s, s.Fact)
	}
	return s
}

func (w Walk) end(s State, first bool) State {
	list := w.Book.List(s.Filter)
	if len(list) == 0 {
		return s
	}
	if first {
		return w.ToFact(s, list[0])
	}
	return w.ToFact(s, list[len(list)-1])
}

// cross goes over to the other text: to the counterpart, or, where there is
// none, to the claim at which the current one would stand.
func (w Walk) cross(s State) State {
	other := s.Side.Other()
	if s.Claim[other] != book.None {
		s.Side = other
		return s
	}
	at := w.Book.Stands(s.Side, s.Claim[s.Side])
	if i, ok := w.Book.C.ClaimAt(other, max(at-1, 0)); ok {
		return w.ToClaim(s, other, i)
	}
	return s
}

// Place is the reader's position in the filtered list, from 1, and the list's
// length; at is 0 where the last difference reached is not in it.
func (w Walk) Place(s State) (at, of int) {
	list := w.Book.List(s.Filter)
	return slices.Index(list, s.Fact) + 1, len(list)
}

// Package desk is the reader's own work on a comparison: marks and notes, kept
// in a store, with a way back for each.
package desk

import (
	"maps"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/scene"
)

// Desk joins a store of marks to one comparison's facts and claims.
type Desk struct {
	c     model.Comparison
	store marks.Store
	marks scene.Marks
	known marks.Set // what the store held when marks was made of it
	done  []change  // what can be undone, the latest last
}

// Item is what a mark stands on: a fact, or a claim of one side.
type Item struct {
	Fact    model.FactIndex
	IsFact  bool
	Side    model.Side
	Claim   model.ClaimIndex
	Nothing bool // there is nothing to mark
}

type change struct {
	item    Item
	was, is marks.Mark
}

// undone is a mark without the change. What another reader has changed since
// stands.
func (c change) undone(m marks.Mark) marks.Mark {
	if m.State == c.is.State {
		m.State = c.was.State
	}
	if m.Note == c.is.Note {
		m.Note = c.was.Note
	}
	return m
}

// most is how many changes can be undone.
const most = 1000

// New opens a desk on a comparison with the marks that the store holds for it.
// Marks on words that the comparison does not hold stay in the store untouched.
func New(c model.Comparison, store marks.Store) Desk {
	return Desk{c: c, store: store}.read(store.All())
}

// read takes over every mark of the store, those of other readers among them.
func (d Desk) read(set marks.Set) Desk {
	d.known = set
	d.marks.Facts = make(map[model.FactIndex]marks.Mark)
	for s := range d.marks.Claims {
		d.marks.Claims[s] = make(map[model.ClaimIndex]marks.Mark)
	}
	if len(set) == 0 {
		return d
	}
	for i := range d.c.Facts {
		if m, ok := set[marks.OfFact(d.c, model.FactIndex(i))]; ok {
			d.marks.Facts[model.FactIndex(i)] = m
		}
	}
	for s := model.Left; s <= model.Right; s++ {
		for i := range d.c.Tellings[s].Claims {
			if m, ok := set[marks.OfClaim(d.c, s, model.ClaimIndex(i))]; ok {
				d.marks.Claims[s][model.ClaimIndex(i)] = m
			}
		}
	}
	return d
}

// Marks is the marks for drawing. It is not changed by later calls.
func (d Desk) Marks() scene.Marks { return d.marks }

// Store is where the marks are kept.
func (d Desk) Store() marks.Store { return d.store }

// Current is what a mark key stands on: the current difference, else the current
// claim of the side that is read.
func Current(sc scene.Scene) Item {
	if !sc.At.Started {
		return Item{Nothing: true}
	}
	if i, ok := sc.At.Current(); ok {
		return Item{Fact: i, IsFact: true}
	}
	at := sc.At.Claim[sc.At.Side]
	return Item{Side: sc.At.Side, Claim: at, Nothing: int(at) >= sc.Book.Claims(sc.At.Side) || at < 0}
}

// Mark is the mark on an item.
func (d Desk) Mark(i Item) marks.Mark {
	if i.IsFact {
		return d.marks.Fact(i.Fact)
	}
	return d.marks.Claim(i.Side, i.Claim)
}

// Toggle sets a state on an item, or clears it where it is set already.
func (d Desk) Toggle(i Item, s marks.State) (Desk, error) {
	m := d.Mark(i)
	if m.State == s {
		s = marks.Unmarked
	}
	m.State = s
	return d.put(i, m)
}

// Write sets an item's note.
func (d Desk) Write(i Item, note string) (Desk, error) {
	m := d.Mark(i)
	m.Note = note
	return d.put(i, m)
}

// Undo takes the last change back; ok is false where there is none.
func (d Desk) Undo() (next Desk, item Item, ok bool, err error) {
	if len(d.done) == 0 {
		return d, Item{}, false, nil
	}
	last := d.done[len(d.done)-1]
	next, err = d.put(last.item, last.undone(d.Mark(last.item)))
	next.done = next.done[:len(d.done)-1]
	return next, last.item, true, err
}

// put sets a mark on the item here and in the store. The mark stands here even
// where the store fails. What other readers have marked meanwhile is taken over:
// the next change is made to what the store holds, and must not undo theirs.
func (d Desk) put(i Item, m marks.Mark) (Desk, error) {
	if i.Nothing || d.Mark(i) == m {
		return d, nil
	}
	d.done = append(d.done[max(0, len(d.done)-most+1):len(d.done):len(d.done)], change{item: i, was: d.Mark(i), is: m})
	key := d.key(i)
	err := d.store.Put(key, m)
	set := d.store.All()
	if others(d.known, set, key) {
		return d.read(set), err
	}
	d.known = set
	if i.IsFact {
		d.marks.Facts = maps.Clone(d.marks.Facts)
		d.marks.Facts[i.Fact] = set[key]
	} else {
		d.marks.Claims[i.Side] = maps.Clone(d.marks.Claims[i.Side])
		d.marks.Claims[i.Side][i.Claim] = set[key]
	}
	return d, err
}

func (d Desk) key(i Item) marks.Key {
	if i.IsFact {
		return marks.OfFact(d.c, i.Fact)
	}
	return marks.OfClaim(d.c, i.Side, i.Claim)
}

// others reports whether two sets differ in more than one key.
func others(before, after marks.Set, but marks.Key) bool {
	for k, m := range after {
		if k != but && before[k] != m {
			return true
		}
	}
	for k := range before {
		if _, ok := after[k]; !ok && k != but {
			return true
		}
	}
	return false
}

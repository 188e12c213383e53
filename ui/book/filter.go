package book

import "doubletake/model"

// Filter says which facts a reader walks through. The zero filter is the quiet
// one: conflicts, differences and variants of every kind.
type Filter struct {
	Only   model.Relation // counts where ByRelation
	Kind   model.Kind     // counts where ByKind
	Shared bool           // shared facts too

	ByRelation, ByKind bool
}

// Relation is the filter with one relation alone, or without it where it was
// set already.
func (f Filter) Relation(r model.Relation) Filter {
	f.ByRelation = !f.ByRelation || f.Only != r
	f.Only = r
	if !f.ByRelation {
		f.Only = 0
	}
	return f
}

// Shows reports whether facts of a relation are marked in the texts and walked
// through, whatever their kind.
func (f Filter) Shows(r model.Relation) bool {
	if f.ByRelation {
		return r == f.Only
	}
	return r == model.Conflict || r == model.Differs || r == model.Variant || r == model.Same && f.Shared
}

// Admits reports whether the filter lets a fact through.
func (f Filter) Admits(x model.Fact) bool {
	return f.Shows(x.Relation) && (!f.ByKind || x.Kind == f.Kind)
}

// List is the facts a filter lets through, worst first. Callers must not change
// the slice.
func (b *Book) List(f Filter) []model.FactIndex {
	b.mu.Lock()
	defer b.mu.Unlock()
	if list, ok := b.lists[f]; ok {
		return list
	}
	list := []model.FactIndex{}
	for _, i := range b.ranked {
		if f.Admits(b.C.Facts[i]) {
			list = append(list, i)
		}
	}
	b.lists[f] = list
	return list
}

// All is every fact, worst first. Callers must not change the slice.
func (b *Book) All() []model.FactIndex { return b.ranked }

// NextKind is the filter with the next kind of fact that the comparison holds
// under the filter's relation, and after the last one with all kinds again.
func (b *Book) NextKind(f Filter) Filter {
	all := f
	all.ByKind, all.Kind = false, 0
	var held [len(model.Kinds)]bool
	for _, i := range b.List(all) {
		if k := b.C.Facts[i].Kind; int(k) < len(held) {
			held[k] = true
		}
	}
	first := 0
	if f.ByKind {
		first = int(f.Kind) + 1
	}
	for k := first; k < len(held); k++ {
		if held[k] {
			all.ByKind, all.Kind = true, model.Kind(k)
			break
		}
	}
	return all
}

// This file finds who of the left article is who in the right one.

package compare

import (
	"cmp"
	"slices"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/name"
	"doubletake/model/place"
	"doubletake/model/title"
)

// twin is one person, body or place that both articles name, with the pair of
// written forms that brought them together.
type twin struct {
	left, right int // indices into the two articles' entities
	match       name.Match
}

// twins pairs the two articles' entities, each at most once, the surest first.
func twins(l, r []entity.Entity) []twin {
	index := make(map[string][]int)
	for j := range r {
		for _, k := range entityKeys(r[j]) {
			if s := index[k]; len(s) == 0 || s[len(s)-1] != j {
				index[k] = append(s, j)
			}
		}
	}
	var all []twin
	for i := range l {
		seen := make(map[int]bool)
		for _, k := range entityKeys(l[i]) {
			for _, j := range index[k] {
				if seen[j] {
					continue
				}
				seen[j] = true
				if m, ok := alike(l[i], r[j]); ok {
					all = append(all, twin{i, j, m})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b twin) int {
		return cmp.Or(cmp.Compare(b.match.Score, a.match.Score), cmp.Compare(a.left+a.right, b.left+b.right), cmp.Compare(a.left, b.left))
	})
	return unique(all, len(l), len(r))
}

// unique keeps the first twin of each entity. Two places or bodies of one side
// may share a twin on the other: a short form is not always clustered.
func unique(all []twin, n, m int) []twin {
	left, right := make([]bool, n), make([]bool, m)
	var out []twin
	for _, t := range all {
		if left[t.left] || right[t.right] {
			continue
		}
		left[t.left], right[t.right] = true, true
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b twin) int { return cmp.Compare(a.left, b.left) })
	return out
}

// entityKeys are the index keys of an entity: those of all its written forms.
func entityKeys(e entity.Entity) []string {
	var out []string
	for _, f := range e.Forms {
		if e.Kind == model.Place {
			out = append(out, placeKey(f))
		}
		out = append(out, name.Keys(f)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// placeKey is shared by the names of one place: a country has its code.
func placeKey(form string) string {
	if e, ok := place.Lookup(form); ok && e.Sort <= place.People {
		return "nation " + e.Code
	}
	return "place " + place.Fold(form)
}

// alike compares two entities by the best pair of their written forms. People
// whose names are only possibly the same need an agreeing title.
func alike(a, b entity.Entity) (name.Match, bool) {
	if a.Kind != b.Kind && (a.Kind == model.Name || b.Kind == model.Name) {
		return name.Match{}, false
	}
	best := name.Match{}
	for _, x := range a.Forms {
		for _, y := range b.Forms {
			if m := formMatch(a.Kind, x, y); m.Score > best.Score {
				best = m
			}
		}
	}
	switch {
	case best.Level == name.Same:
		return best, true
	case best.Level == name.Possible && a.Kind == model.Name:
		return best, agreeing(a.Titles, b.Titles)
	}
	return best, false
}

func formMatch(kind model.Kind, x, y string) name.Match {
	switch kind {
	case model.Name:
		return name.Person(x, y)
	case model.Place:
		return placeMatch(x, y)
	}
	return name.Body(x, y)
}

// placeMatch compares two names of a place: known places that differ are two.
func placeMatch(x, y string) name.Match {
	ex, okx := place.Lookup(x)
	ey, oky := place.Lookup(y)
	if okx && oky {
		switch nations := ex.Sort <= place.People && ey.Sort <= place.People; {
		case nations && ex.Code == ey.Code:
			return name.Match{Score: 1, Level: name.Same, Identical: true, Why: "two words for one country"}
		case nations || ex.Code != ey.Code || ex.Sort <= place.People || ey.Sort <= place.People:
			return name.Match{}
		}
	}
	m := name.Person(x, y)
	if m.Level != name.Same && place.Fold(x) == place.Fold(y) {
		m.Level, m.Score = name.Same, 1
	}
	return m
}

// agreeing reports whether two people share an office.
func agreeing(a, b []entity.Title) bool {
	for _, x := range a {
		for _, y := range b {
			for _, o := range x.Offices {
				for _, p := range y.Offices {
					if e := title.Compare(o, p); e.Relation == title.Same || e.Relation == title.Coarser {
						return true
					}
				}
			}
		}
	}
	return false
}

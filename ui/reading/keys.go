package reading

import (
	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/keys"
	"doubletake/ui/layout"
	"doubletake/ui/nav"
	"doubletake/ui/scene"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/key"
)

// Press takes a key that moves the reader, filters, or changes the shape. It
// gives the new place, a word for the foot line (often ""), and whether the key
// meant anything here.
func (m Model) Press(sc scene.Scene, p keys.Press, km *keys.Map) (next Model, at nav.State, says string, ok bool) {
	before := sc.At
	if at, ok := m.move(sc, p, km); ok {
		sc.At = at
		if before.Started && at == before {
			says = "nothing further that way"
		}
		return m.Settle(sc), at, says, true
	}
	if f, ok := filter(sc, p, km); ok {
		sc.At.Filter = f
		return m.Settle(sc), sc.At, filterSays(f), true
	}
	switch {
	case key.Matches(p, km.Layout):
		m.want = layout.NextShape(m.want, m.w)
		return m.SetSize(sc, m.w, m.h), sc.At, "layout: " + m.Shape().String(), true
	case key.Matches(p, km.Lock):
		m.unlocked = !m.unlocked
		says = "the panes scroll together again"
		if m.unlocked {
			says = "the panes are unlocked: each scrolls alone"
		}
		return m.Settle(sc), sc.At, says, true
	}
	return m, sc.At, "", false
}

// move is the state after a key that moves.
func (m Model) move(sc scene.Scene, p keys.Press, km *keys.Map) (nav.State, bool) {
	w := sc.Walk()
	list := m.Shape() == layout.List
	choose := func(inList, inText nav.Move) nav.State {
		if list {
			return w.Go(sc.At, inList)
		}
		return w.Go(sc.At, inText)
	}
	switch {
	case key.Matches(p, km.NextDifference):
		return w.Go(sc.At, nav.NextFact), true
	case key.Matches(p, km.PrevDifference):
		return w.Go(sc.At, nav.PrevFact), true
	case key.Matches(p, km.NextClaim):
		return choose(nav.NextRow, nav.NextClaim), true
	case key.Matches(p, km.PrevClaim):
		return choose(nav.PrevRow, nav.PrevClaim), true
	case key.Matches(p, km.First):
		return choose(nav.FirstRow, nav.FirstClaim), true
	case key.Matches(p, km.Last):
		return choose(nav.LastRow, nav.LastClaim), true
	case key.Matches(p, km.Side):
		return w.Go(sc.At, nav.OtherSide), true
	}
	if rows := m.stride(sc, p, km); rows != 0 {
		return m.jump(sc, rows), true
	}
	return sc.At, false
}

// stride is how many rows a key jumps; 0 for keys that do not.
func (m Model) stride(sc scene.Scene, p keys.Press, km *keys.Map) int {
	f := m.frame(sc)
	h := max(2, f.Panes[sc.At.Side].H)
	if m.Shape() == layout.List {
		h = max(2, f.List.H)
	}
	switch {
	case key.Matches(p, km.HalfDown):
		return h / 2
	case key.Matches(p, km.HalfUp):
		return -h / 2
	case key.Matches(p, km.PageDown):
		return h
	case key.Matches(p, km.PageUp):
		return -h
	}
	return 0
}

// jump goes to what stands some rows further: a difference in the list, else a
// claim in the text; always at least one of them further, where there is one.
func (m Model) jump(sc scene.Scene, rows int) nav.State {
	w := sc.Walk()
	if m.Shape() == layout.List {
		list := sc.Book.List(sc.At.Filter)
		if len(list) == 0 {
			return sc.At
		}
		at, _ := w.Place(sc.At)
		return w.ToFact(sc.At, list[max(0, min(at-1+rows, len(list)-1))])
	}
	side := sc.At.Side
	page := m.page(sc, m.frame(sc), side)
	if page == nil || len(page.Lines) == 0 {
		return sc.At
	}
	row := max(0, min(m.row(sc, side)+rows, len(page.Lines)-1))
	to, _ := sc.Book.C.ClaimAt(side, page.Lines[row].Span.Start)
	step := model.ClaimIndex(1)
	if rows < 0 {
		step = -1
	}
	if (to-sc.At.Claim[side])*step <= 0 {
		to = sc.At.Claim[side] + step
	}
	return w.ToClaim(sc.At, side, to)
}

// filter is the filter after a key that changes it.
func filter(sc scene.Scene, p keys.Press, km *keys.Map) (book.Filter, bool) {
	f := sc.At.Filter
	switch {
	case key.Matches(p, km.Conflicts):
		return f.Relation(model.Conflict), true
	case key.Matches(p, km.Differences):
		return f.Relation(model.Differs), true
	case key.Matches(p, km.Variants):
		return f.Relation(model.Variant), true
	case key.Matches(p, km.Shared):
		return f.Relation(model.Same), true
	case key.Matches(p, km.LeftOnly):
		return f.Relation(model.LeftOnly), true
	case key.Matches(p, km.RightOnly):
		return f.Relation(model.RightOnly), true
	case key.Matches(p, km.ShowShared):
		f.Shared = !f.Shared
		return f, true
	case key.Matches(p, km.Kind):
		return sc.Book.NextKind(f), true
	}
	return f, false
}

func filterSays(f book.Filter) string {
	says := "all differences"
	switch {
	case f.ByRelation:
		says = "only " + theme.Nouns(f.Only)
	case f.Shared:
		says = "shared facts too"
	}
	if f.ByKind {
		says += ", of kind " + f.Kind.String()
	}
	return says
}

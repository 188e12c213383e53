package reading

import (
	"fmt"

	"doubletake/model"
	"doubletake/ui/detail"
	"doubletake/ui/differences"
	"doubletake/ui/head"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/texts"
	"doubletake/ui/theme"
)

// Rows draws the screen but for its foot line: h-1 rows, none wider than w.
func (m Model) Rows(sc scene.Scene) []string {
	f := m.frame(sc)
	rows := make([]string, 0, m.h)
	rows = append(rows, head.Line(sc, m.w))
	for i := range f.Glance.H {
		rows = append(rows, m.glance[i])
	}
	switch f.Shape {
	case layout.Three:
		rows = append(rows, beside(sc.Theme, m.panes(sc, f), m.column(sc, f))...)
	case layout.List:
		rows = append(rows, m.column(sc, f)...)
	default:
		rows = append(rows, m.panes(sc, f)...)
		rows = append(rows, m.detail(sc, f, detail.Never)...)
	}
	return rows
}

// panes draws the texts that the shape shows, with their titles.
func (m Model) panes(sc scene.Scene, f layout.Frame) []string {
	if f.Shape == layout.One {
		return m.pane(sc, f, sc.At.Side)
	}
	return beside(sc.Theme, m.pane(sc, f, model.Left), m.pane(sc, f, model.Right))
}

// pane draws one text with its title.
func (m Model) pane(sc scene.Scene, f layout.Frame, s model.Side) []string {
	r := f.Panes[s]
	strong := s == sc.At.Side
	page := m.page(sc, f, s)
	p := texts.Pane{Side: s, Page: page, Top: m.tops[s], Gap: gap(sc, page)}
	title := theme.Arrow(s) + " " + sc.Name(s)
	rows := []string{head.Rule(sc.Theme, title, m.paneSays(sc, s), r.W, strong)}
	return append(rows, p.Rows(sc, r.W, r.H)...)
}

// paneSays is the remark above a pane: whether the panes are unlocked.
func (m Model) paneSays(sc scene.Scene, s model.Side) string {
	if m.unlocked && s == sc.At.Side {
		return "unlocked"
	}
	return ""
}

// column draws the list with the detail below it.
func (m Model) column(sc scene.Scene, f layout.Frame) []string {
	at, of := sc.Walk().Place(sc.At)
	remark := fmt.Sprintf("%d", of)
	if at > 0 {
		remark = fmt.Sprintf("%d of %d", at, of)
	}
	rows := []string{head.Rule(sc.Theme, Title(sc), remark, f.List.W, f.Shape == layout.List)}
	rows = append(rows, differences.Rows(sc, m.list, f.List.W, f.List.H)...)
	context := detail.IfRoom
	if f.Shape == layout.Three {
		context = detail.Never
	}
	return append(rows, m.detail(sc, f, context)...)
}

// Title names the list by its filter.
func Title(sc scene.Scene) string {
	if sc.At.Filter.ByRelation {
		return theme.Sign(sc.At.Filter.Only) + " " + theme.Nouns(sc.At.Filter.Only)
	}
	return "differences, worst first"
}

func (m Model) detail(sc scene.Scene, f layout.Frame, context detail.Context) []string {
	if !sc.At.Started && f.List.H == 0 {
		return opening(sc, f.Detail.W, f.Detail.H)
	}
	rows := []string{head.Rule(sc.Theme, "detail", "", f.Detail.W, false)}
	body := detail.Rows(sc, f.Detail.W, f.Detail.H, context)
	return append(rows, layout.Window(body, 0, f.Detail.H)...)
}

// opening is the panel below the texts before the first key: as many of the worst
// differences as there is room for, and how to go on from there. Where the list has
// a place of its own this is not needed.
func opening(sc scene.Scene, w, h int) []string {
	n := len(sc.Book.List(sc.At.Filter))
	room := max(h-2, 1)
	remark := fmt.Sprint(n)
	if n > room {
		remark = fmt.Sprintf("%d of %d", room, n)
	}
	rows := []string{head.Rule(sc.Theme, Title(sc), remark, w, false)}
	rows = append(rows, differences.Rows(sc, 0, w, min(max(n, 1), room))...)
	return layout.Window(append(rows, "", detail.Hint(sc.Theme, w)), 0, h+1)
}

// beside sets two columns of equal height side by side, a line between them.
func beside(th theme.Theme, left, right []string) []string {
	line := th.Rule.Of(theme.Down)
	rows := make([]string, min(len(left), len(right)))
	for i := range rows {
		rows[i] = left[i] + line + right[i]
	}
	return rows
}

// Package ledger draws the facts as tables, one a kind: people with all their
// spellings and titles, bodies, places, dates, numbers and the rest, what each
// side says beside what the other says.
package ledger

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/ui/scene"
	"doubletake/ui/table"
	"doubletake/ui/theme"
)

// Rows draws the whole ledger on w cells.
func Rows(sc scene.Scene, w int) []string {
	l := ledger{sc: sc, widths: widths(w)}
	l.columns()
	for _, part := range []struct {
		kind  model.Kind
		title string
	}{{model.Name, "People"}, {model.Organisation, "Bodies"}, {model.Place, "Places"}} {
		l.subjects(part.kind, part.title)
	}
	for _, part := range []struct {
		kind  model.Kind
		title string
	}{{model.Date, "Dates and times"}, {model.Quantity, "Numbers"}, {model.Quote, "Quotations"},
		{model.Attribution, "Who says it"}, {model.Certainty, "How sure"}} {
		l.facts(part.kind, part.title)
	}
	return l.rows
}

func widths(w int) []int {
	about := max(10, min(28, w/4))
	return append([]int{1}, table.Halves(w-5, about)...)
}

type ledger struct {
	sc     scene.Scene
	widths []int
	rows   []string
}

func (l *ledger) row(cells ...table.Cell) {
	for _, row := range table.Row(l.widths, cells...) {
		l.rows = append(l.rows, " "+row)
	}
}

// columns says which column is which article.
func (l *ledger) columns() {
	q := l.sc.Theme.Quiet
	l.row(table.Cell{}, table.Cell{},
		table.Cell{Text: theme.Arrow(model.Left) + " " + l.sc.Name(model.Left), Style: q},
		table.Cell{Text: theme.Arrow(model.Right) + " " + l.sc.Name(model.Right), Style: q})
}

func (l *ledger) title(s string, n int) {
	l.rows = append(l.rows, "", fmt.Sprintf(" %s %s", l.sc.Theme.Title.Of(s), l.sc.Theme.Quiet.Of(fmt.Sprint(n))))
}

// subjects adds the table of one kind of subject.
func (l *ledger) subjects(k model.Kind, title string) {
	var held []model.Subject
	for _, s := range l.sc.Book.C.Subjects {
		if s.Kind == k {
			held = append(held, s)
		}
	}
	if len(held) == 0 {
		return
	}
	l.title(title, len(held))
	for _, s := range held {
		sign, style := l.sign(s)
		l.row(table.Cell{Text: sign, Style: style}, table.Cell{Text: s.Label, Style: l.sc.Theme.Strong},
			l.forms(s, model.Left), l.forms(s, model.Right))
	}
}

// forms is every spelling of a subject on one side, with its count, and below
// them every title.
func (l *ledger) forms(s model.Subject, side model.Side) table.Cell {
	var names, titles []string
	for _, f := range s.Forms[side] {
		name := l.sc.Book.C.Words(side, f.Mention)
		if f.Count > 1 {
			name += fmt.Sprintf(" (%d)", f.Count)
		}
		names = append(names, name)
	}
	for _, f := range s.Titles[side] {
		titles = append(titles, l.sc.Book.C.Words(side, f.Mention))
	}
	if len(names)+len(titles) == 0 {
		return table.Cell{Text: theme.Across, Style: l.sc.Theme.Quiet}
	}
	text := strings.Join(names, ", ")
	if len(titles) > 0 {
		text += "\n" + strings.Join(titles, "; ")
	}
	return table.Cell{Text: text}
}

// sign is the worst relation of the facts that stand on the subject's words.
func (l *ledger) sign(s model.Subject) (string, theme.Seq) {
	worst, found := model.Same, false
	for side := model.Left; side <= model.Right; side++ {
		for _, f := range append(append([]model.Form{}, s.Forms[side]...), s.Titles[side]...) {
			for _, i := range l.sc.Book.Facts(side, f.Mention.Claim) {
				x := l.sc.Book.C.Facts[i]
				if m, ok := x.On(side); ok && !x.Relation.OneSided() && m.Span.Overlaps(f.Mention.Span) && about(x.Kind, s.Kind) {
					worst, found = max(worst, x.Relation), true
				}
			}
		}
	}
	switch {
	case found:
	case len(s.Forms[model.Right]) == 0:
		worst = model.LeftOnly
	case len(s.Forms[model.Left]) == 0:
		worst = model.RightOnly
	default:
		return " ", l.sc.Theme.Text
	}
	return theme.Sign(worst), l.sc.Theme.Relation[worst]
}

// about reports whether a fact of a kind speaks of a subject of a kind.
func about(fact, subject model.Kind) bool {
	return fact == subject || fact == model.Title && subject == model.Name
}

// facts adds the table of one kind of fact, worst first.
func (l *ledger) facts(k model.Kind, title string) {
	var held []model.FactIndex
	for _, i := range l.sc.Book.All() {
		if l.sc.Book.C.Facts[i].Kind == k {
			held = append(held, i)
		}
	}
	if len(held) == 0 {
		return
	}
	l.title(title, len(held))
	for _, i := range held {
		f := l.sc.Book.C.Facts[i]
		l.row(table.Cell{Text: theme.Sign(f.Relation), Style: l.sc.Theme.Relation[f.Relation]},
			table.Cell{Text: f.About, Style: l.sc.Theme.Strong}, l.words(f, model.Left), l.words(f, model.Right))
	}
}

func (l *ledger) words(f model.Fact, s model.Side) table.Cell {
	m, ok := f.On(s)
	if !ok {
		return table.Cell{Text: theme.Across, Style: l.sc.Theme.Quiet}
	}
	return table.Cell{Text: l.sc.Book.C.Words(s, m)}
}

// Package glance draws the five lines a reader sees before any key is pressed:
// one event or two, one origin or two, the worst clash, how much there is, and
// who is talking.
package glance

import (
	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// label is the width of the column of labels.
const label = 8

// entry is one of the five lines.
type entry struct {
	name  string
	rows  []string
	style theme.Seq
}

// Rows draws the five lines on w cells. Lines too long for one row go on below,
// as long as most rows are not exceeded; what is lost then ends in an ellipsis.
func Rows(sc scene.Scene, w, most int) []string {
	entries := wrap(sc, max(1, w-label-3))
	grant := make([]int, len(entries))
	spare := most - len(entries)
	for i := range grant {
		grant[i] = 1
	}
	// Further rows go first to where the clash is, then from the top down.
	for _, i := range []int{2, 0, 1, 4, 3} {
		more := min(len(entries[i].rows)-1, max(spare, 0))
		grant[i] += more
		spare -= more
	}
	var out []string
	for i, e := range entries {
		out = append(out, e.draw(sc.Theme, grant[i], w)...)
	}
	return out
}

func wrap(sc scene.Scene, width int) []entry {
	g := sc.Comparison().Glance
	worst := sc.Theme.Text
	if sc.Comparison().Count(model.Conflict) > 0 {
		worst = sc.Theme.Alarm
	}
	entries := []entry{
		{name: "EVENT"}, {name: "ORIGIN"}, {name: "WORST", style: worst}, {name: "COUNT"}, {name: "VOICES"},
	}
	for i, s := range []string{g.Event, g.Origin, g.Worst, g.Count, g.Voices} {
		entries[i].rows = layout.Paragraph(s, width)
	}
	return entries
}

func (e entry) draw(th theme.Theme, n, w int) []string {
	out := make([]string, 0, n)
	for i := range n {
		head := layout.Spaces(label)
		if i == 0 {
			head = th.Quiet.Of(layout.Fit(e.name, label))
		}
		row := e.rows[i]
		if i == n-1 && n < len(e.rows) {
			row = layout.Cut(row+" "+e.rows[i+1], max(1, w-label-3), theme.Ellipsis)
		}
		out = append(out, layout.Fit("  "+head+e.style.Of(row), w))
	}
	return out
}

// Package helping draws the help: the foot line and the full screen, both made
// from the key bindings by the help bubble, and the legend of the signs.
package helping

import (
	"strings"

	"doubletake/model"
	"doubletake/ui/keys"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
)

// Bubble is the help bubble in the session's own styles; left to itself it would
// use those of the whole process.
func Bubble(th theme.Theme) *help.Model {
	h := help.New()
	h.ShortSeparator = "  "
	h.Styles = help.Styles{
		Ellipsis:       th.QuietStyle(),
		ShortKey:       th.KeyStyle(),
		ShortDesc:      th.QuietStyle(),
		ShortSeparator: th.QuietStyle(),
		FullKey:        th.KeyStyle(),
		FullDesc:       th.Style(),
		FullSeparator:  th.QuietStyle(),
	}
	return &h
}

// Foot is the foot line on w cells: the keys that matter now, or what the
// program has to say, and at the right the keys that always matter.
func Foot(h *help.Model, says string, now, always []key.Binding, w int) string {
	right := h.ShortHelpView(always)
	switch {
	case says != "" && layout.Width(says)+layout.Width(right)+3 > w: // it is said once, the keys can be seen again
		return layout.Fit(" "+says, w)
	case says != "":
		return layout.Ends(" "+says, right+" ", w)
	}
	return layout.Ends(" "+fitted(h, now, w-layout.Width(right)-3), right+" ", w)
}

// Keys is the keys that matter while something is typed on the foot line; "" where
// that needs the room.
func Keys(h *help.Model, now []key.Binding, w int) string {
	if w < 60 {
		return ""
	}
	return h.ShortHelpView(now) + " "
}

// fitted is as many keys as stand on w cells, with an ellipsis where some are left
// out. The bubble has a width of its own, but goes over it where the ellipsis alone
// does not fit.
func fitted(h *help.Model, now []key.Binding, w int) string {
	all := h.ShortHelpView(now)
	if layout.Width(all) <= w {
		return all
	}
	more := h.Styles.Ellipsis.Render(theme.Ellipsis)
	for n := len(now) - 1; n > 0; n-- {
		if some := h.ShortHelpView(now[:n]) + " " + more; layout.Width(some) <= w {
			return some
		}
	}
	return more
}

// Rows is the full help on w cells: every binding in its group, the signs, and
// where marks are kept.
func Rows(th theme.Theme, km *keys.Map, marksPath string, w int) []string {
	h := Bubble(th)
	var blocks [][]string
	for _, g := range km.Groups() {
		block := []string{th.Title.Of(g.Title)}
		block = append(block, strings.Split(h.FullHelpView([][]key.Binding{even(g.Bindings)}), "\n")...)
		blocks = append(blocks, block)
	}
	blocks = append(blocks, legend(th))
	rows := columns(blocks, w)
	kept := "Marks and notes go with this session; nothing is written."
	if marksPath != "" {
		kept = "Marks and notes are kept in " + marksPath
	}
	for _, row := range layout.Paragraph(kept, max(1, w-4)) {
		rows = append(rows, "  "+th.Quiet.Of(row))
	}
	return rows
}

// even is the bindings with the names of their keys made equally wide, so that
// what they do stands in one column over all groups.
func even(bindings []key.Binding) []key.Binding {
	const widest = 7
	out := make([]key.Binding, len(bindings))
	for i, b := range bindings {
		b.SetHelp(layout.Fit(b.Help().Key, widest), b.Help().Desc)
		out[i] = b
	}
	return out
}

func legend(th theme.Theme) []string {
	rows := []string{th.Title.Of("Signs")}
	for _, s := range [...]struct {
		r    model.Relation
		says string
	}{
		{model.Conflict, "cannot both be true"},
		{model.Differs, "both can be true, yet worth a note"},
		{model.Variant, "one name, written in two ways"},
		{model.Same, "the same value, whatever the words"},
		{model.LeftOnly, "the left article alone tells it"},
		{model.RightOnly, "the right article alone tells it"},
	} {
		rows = append(rows, th.Relation[s.r].Of(theme.Sign(s.r))+"       "+s.says)
	}
	return append(rows,
		theme.Unseen+"       in the list: not looked at yet",
		theme.Checked+" "+theme.Dropped+" "+theme.Noted+"   checked, dismissed, with a note",
		theme.Moved+"       told at another point of the story")
}

// columns sets blocks under each other in one column, or in two where they fit,
// the second one begun when half of the rows are placed.
func columns(blocks [][]string, w int) []string {
	const indent, gap = 2, 4
	widest, total := 0, 0
	for _, b := range blocks {
		total += len(b) + 1
		for _, row := range b {
			widest = max(widest, layout.Width(row))
		}
	}
	var left, right []string
	for _, b := range blocks {
		if 2*widest+gap+2*indent <= w && len(left)+len(b)/2 > total/2 {
			right = append(append(right, b...), "")
		} else {
			left = append(append(left, b...), "")
		}
	}
	rows := make([]string, 0, len(left))
	for i := range max(len(left), len(right)) {
		row := layout.Spaces(indent)
		if i < len(left) {
			row += left[i]
		}
		if i < len(right) {
			row = layout.Fit(row, indent+widest+gap) + right[i]
		}
		rows = append(rows, layout.Cut(row, w, theme.Ellipsis))
	}
	return rows
}

// Package head draws the lines that frame every screen: the head line with the
// counts and the reader's position, titled rules, and the foot line.
package head

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// Line is the head line: how many facts of each class, and where the reader is.
func Line(sc scene.Scene, w int) string {
	return layout.Ends(" "+counts(sc, w >= layout.TwoFrom), position(sc)+" ", w)
}

// counts is the facts of each class; the class filtered for stands out.
func counts(sc scene.Scene, wordy bool) string {
	th := sc.Theme
	var parts []string
	for _, r := range model.Relations {
		n := sc.Book.Total(r)
		part := fmt.Sprintf("%s%d", theme.Sign(r), n)
		if wordy {
			part = fmt.Sprintf("%s %d", theme.Sign(r), n)
			if !r.OneSided() {
				part += " " + plural(theme.Word(r), n)
			}
		}
		style := th.Quiet
		switch {
		case sc.At.Filter.ByRelation && sc.At.Filter.Only == r:
			part = "[" + part + "]"
			style = th.Relation[r]
		case n > 0 && sc.At.Filter.Shows(r):
			style = th.Relation[r]
		}
		parts = append(parts, style.Of(part))
	}
	return strings.Join(parts, "  ")
}

func plural(word string, n int) string {
	if n != 1 && (word == "conflict" || word == "variant") {
		return word + "s"
	}
	return word
}

// position is how far the reader is in the list and in the text.
func position(sc scene.Scene) string {
	var parts []string
	if sc.At.Filter.ByKind {
		parts = append(parts, sc.At.Filter.Kind.String()+"s only")
	}
	at, of := sc.Walk().Place(sc.At)
	switch {
	case sc.Hits.On && sc.Hits.Count() > 0:
		n := sc.Hits.Index + 1
		if sc.Hits.Side == model.Right {
			n += len(sc.Hits.Spans[model.Left])
		}
		parts = append(parts, fmt.Sprintf("hit %d/%d", n, sc.Hits.Count()))
	case at > 0:
		parts = append(parts, fmt.Sprintf("difference %d/%d", at, of))
	default:
		parts = append(parts, fmt.Sprintf("%d to read", of))
	}
	if sc.At.Started {
		parts = append(parts, fmt.Sprintf("%s claim %d/%d", sc.At.Side, sc.At.Claim[sc.At.Side]+1, sc.Book.Claims(sc.At.Side)))
	}
	return sc.Theme.Quiet.Of(strings.Join(parts, " "+theme.Dot+" "))
}

// Rule is a ruled row of w cells with a title at its left and a remark at its
// right. A strong title says that the part below has the reader's attention.
func Rule(th theme.Theme, title, remark string, w int, strong bool) string {
	style, line, across := th.Quiet, th.Rule, theme.Across
	if strong {
		style, line, across = th.Title, th.Key, theme.Heavy
	}
	if title != "" {
		title = " " + layout.Cut(title, max(0, w-6), theme.Ellipsis) + " "
	}
	if remark != "" {
		remark = " " + remark + " "
	}
	if layout.Width(title)+layout.Width(remark)+4 > w {
		remark = ""
	}
	fill := w - layout.Width(title) - layout.Width(remark) - 2
	if fill < 0 {
		return line.Of(strings.Repeat(across, max(w, 0)))
	}
	return line.Of(across) + style.Of(title) + line.Of(strings.Repeat(across, fill)) + th.Quiet.Of(remark) + line.Of(across)
}

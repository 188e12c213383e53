// Package head draws the lines that frame every screen: the head line with the
// counts and the reader's position, titled rules, and the foot line.
package head

import (
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// words is how many words a row has room for.
type words uint8

const (
	few words = iota // figures and signs
	some
	many
)

// gap is the cells between the counts and the place that keep them from being read
// as one; on the narrowest screens it goes too.
const gap = 3

// Line is the head line: how many facts of each class, and where the reader is.
// Both are said in as many words as there is room for, so that no figure is cut.
func Line(sc scene.Scene, w int) string {
	left, right := " "+counts(sc, w >= layout.TwoFrom), position(sc, many)+" "
	for _, n := range []words{many, some, few} {
		if layout.Width(left)+gap+layout.Width(right) <= w {
			break
		}
		left, right = " "+counts(sc, false), position(sc, n)+" "
	}
	return layout.Ends(left, right, w)
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

// position is how far the reader is in the list and in the text, and the kind that
// is filtered for.
func position(sc scene.Scene, n words) string {
	wordy := n == many
	parts := []string{inList(sc, wordy)}
	if sc.At.Filter.ByKind && n > few {
		parts = slices.Insert(parts, 0, kinds(sc.At.Filter.Kind, wordy))
	}
	if sc.At.Started {
		claim := fmt.Sprintf("%d/%d", sc.At.Claim[sc.At.Side]+1, sc.Book.Claims(sc.At.Side))
		if wordy {
			parts = append(parts, sc.At.Side.String()+" claim "+claim)
		} else {
			parts = append(parts, theme.Arrow(sc.At.Side)+" "+claim)
		}
	}
	return sc.Theme.Quiet.Of(strings.Join(parts, " "+theme.Dot+" "))
}

// inList is how far the reader is among the hits of a search, or among what the
// filter lets through.
func inList(sc scene.Scene, wordy bool) string {
	at, of := sc.Walk().Place(sc.At)
	switch {
	case sc.Hits.On && sc.Hits.Count() > 0:
		n := sc.Hits.Index + 1
		if sc.Hits.Side == model.Right {
			n += len(sc.Hits.Spans[model.Left])
		}
		return fmt.Sprintf("hit %d/%d", n, sc.Hits.Count())
	case at > 0 && wordy:
		noun := "difference"
		if sc.At.Filter.ByRelation {
			noun = theme.Noun(sc.At.Filter.Only)
		}
		return fmt.Sprintf("%s %d/%d", noun, at, of)
	case at > 0:
		return fmt.Sprintf("%d/%d", at, of)
	}
	return fmt.Sprintf("%d to read", of)
}

// kinds names the kind that is filtered for.
func kinds(k model.Kind, wordy bool) string {
	name := k.String() + "s"
	if stem, ok := strings.CutSuffix(k.String(), "y"); ok {
		name = stem + "ies"
	}
	if wordy {
		name += " only"
	}
	return name
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

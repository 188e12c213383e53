// Package sources draws every voice heard in the two articles: named or not, why
// it is not named, how much it is quoted, and who kept silent.
package sources

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// Rows draws both sides on w cells: beside each other from 80 cells on, else the
// left one above the right one.
func Rows(sc scene.Scene, w int) []string {
	if w < 80 {
		return append(append(side(sc, model.Left, w), ""), side(sc, model.Right, w)...)
	}
	half := (w - 2) / 2
	left, right := side(sc, model.Left, half), side(sc, model.Right, half)
	rows := make([]string, max(len(left), len(right)))
	for i := range rows {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		rows[i] = layout.Fit(l, half) + "  " + r
	}
	return rows
}

func side(sc scene.Scene, s model.Side, w int) []string {
	th, t := sc.Theme, sc.Book.C.Tellings[s]
	rows := []string{" " + th.Relation[theme.Class(s)].Of(theme.Arrow(s)) + " " + th.Strong.Of(layout.Cut(sc.Name(s), w-4, theme.Ellipsis))}
	for _, row := range layout.Paragraph(summary(t), max(1, w-4)) {
		rows = append(rows, "   "+th.Quiet.Of(row))
	}
	rows = append(rows, "")
	for _, v := range t.Voices {
		rows = append(rows, voice(sc, s, v, w)...)
	}
	if len(t.Voices) == 0 {
		rows = append(rows, "   "+th.Quiet.Of("no source is given: all in the writer's own voice"))
	}
	return rows
}

// summary counts the voices, as the first glance does, and what the article tells
// without any. Who is quoted is heard, be it with a refusal to comment.
func summary(t model.Telling) string {
	named, unnamed, silent, quotes := 0, 0, 0, 0
	for _, v := range t.Voices {
		switch {
		case v.Silent && v.Quotations == 0:
			silent++
		case v.Source.Named:
			named++
		default:
			unnamed++
		}
		quotes += v.Quotations
	}
	own, all := 0, 0
	for _, c := range t.Claims {
		if c.Furniture {
			continue
		}
		all++
		if c.Source.Text == "" {
			own++
		}
	}
	return fmt.Sprintf("%d named, %d unnamed, %d silent, %d quoted; %d of %d claims in its own voice", named, unnamed, silent, quotes, own, all)
}

func voice(sc scene.Scene, s model.Side, v model.Voice, w int) []string {
	th := sc.Theme
	name := v.Source.Text
	if name == "" {
		name = "the writer's own voice"
	}
	var rows []string
	for _, row := range layout.Paragraph(name, max(1, w-4)) {
		rows = append(rows, "   "+row)
	}
	parts := []string{"unnamed"}
	if v.Source.Named {
		parts[0] = "named"
	}
	if v.Silent {
		parts = append(parts, "silent")
	}
	if v.Quotations > 0 {
		parts = append(parts, count(v.Quotations, "quotation"))
	}
	if len(v.Claims) > 0 {
		parts = append(parts, count(len(v.Claims), "claim")+" from "+scene.Paragraph(sc.Book.Claim(s, v.Claims[0])))
	}
	meta := []string{strings.Join(parts, " "+theme.Dot+" ")}
	if v.Reason != "" {
		meta = append(meta, "reason given: "+v.Reason)
	}
	for _, m := range meta {
		for _, row := range layout.Paragraph(m, max(1, w-6)) {
			rows = append(rows, "     "+th.Quiet.Of(row))
		}
	}
	return rows
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

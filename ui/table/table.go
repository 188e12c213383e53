// Package table sets rows of cells in columns; a cell too long for its column
// goes on below.
package table

import (
	"doubletake/ui/layout"
	"doubletake/ui/theme"
)

// Cell is words in a style.
type Cell struct {
	Text  string
	Style theme.Seq
}

// Row sets cells into columns of the given widths, two spaces between them, and
// gives as many rows as the tallest cell needs.
func Row(widths []int, cells ...Cell) []string {
	wrapped := make([][]string, len(widths))
	tallest := 0
	for i := range widths {
		if i < len(cells) {
			wrapped[i] = layout.Paragraph(cells[i].Text, max(1, widths[i]))
			tallest = max(tallest, len(wrapped[i]))
		}
	}
	rows := make([]string, tallest)
	for y := range rows {
		for i, w := range widths {
			cell := ""
			if y < len(wrapped[i]) {
				cell = wrapped[i][y]
			}
			var style theme.Seq
			if i < len(cells) {
				style = cells[i].Style
			}
			if i > 0 {
				rows[y] += "  "
			}
			rows[y] += style.Of(layout.Fit(cell, w))
		}
	}
	return rows
}

// Halves divides w cells into a first column and two equal ones behind it, each
// two spaces from the next.
func Halves(w, first int) []int {
	rest := max(2, w-first-4)
	return []int{first, rest / 2, rest - rest/2}
}

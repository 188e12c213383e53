package room

import (
	"fmt"

	"doubletake/ui/picker"
	"doubletake/ui/serve/pair"
	"doubletake/ui/theme"
)

// newPicker is a list of pairs that stands on one of them.
func newPicker(pairs []pair.Pair, th theme.Theme, at int) *picker.Model {
	items := make([]picker.Item, len(pairs))
	for i, p := range pairs {
		g := p.Book.C.Glance
		items[i] = picker.Item{Name: p.Name, Title: p.Title, Count: g.Count, Worst: g.Worst}
	}
	m := picker.New(items, fmt.Sprintf("%d pairs of articles", len(pairs)), Notice, th)
	m.Select(at)
	return m
}

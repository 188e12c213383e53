// Package scene holds what every screen is drawn from: the book, the theme,
// where the reader is, and the reader's marks. Screens take a Scene and a size
// and give rows; none of them changes it.
package scene

import (
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/nav"
	"doubletake/ui/theme"
)

// Scene is what screens are drawn from.
type Scene struct {
	Book  *book.Book
	Theme theme.Theme
	At    nav.State
	Marks Marks
	Seen  Seen
	Hits  Hits
}

// Marks is the reader's marks by fact and claim of this comparison.
type Marks struct {
	Facts  map[model.FactIndex]marks.Mark
	Claims [2]map[model.ClaimIndex]marks.Mark
}

// Fact is the mark on a fact.
func (m Marks) Fact(i model.FactIndex) marks.Mark { return m.Facts[i] }

// Claim is the mark on a claim.
func (m Marks) Claim(s model.Side, i model.ClaimIndex) marks.Mark { return m.Claims[s][i] }

// Dismissed reports whether the reader has dismissed the fact's mark.
func (m Marks) Dismissed(i model.FactIndex) bool { return m.Facts[i].State == marks.Dismissed }

// Seen is which claims and facts have been current. It grows in place: the
// copies of one session's scene share it.
type Seen struct {
	Claims [2]map[model.ClaimIndex]bool
	Facts  map[model.FactIndex]bool
}

// NewSeen is a Seen of nothing yet.
func NewSeen() Seen {
	return Seen{
		Claims: [2]map[model.ClaimIndex]bool{make(map[model.ClaimIndex]bool), make(map[model.ClaimIndex]bool)},
		Facts:  make(map[model.FactIndex]bool),
	}
}

// See notes that the reader has been at a place.
func (s Seen) See(at nav.State) {
	if !at.Started {
		return
	}
	for side, i := range at.Claim {
		if i != book.None {
			s.Claims[side][i] = true
		}
	}
	if i, ok := at.Current(); ok {
		s.Facts[i] = true
	}
}

// Hits is what a search found: spans by side, in text order, and the one the
// reader stands on.
type Hits struct {
	On    bool
	Query string
	Spans [2][]model.Span
	Side  model.Side
	Index int // in Spans[Side]
}

// Count is the number of hits on both sides.
func (h Hits) Count() int { return len(h.Spans[0]) + len(h.Spans[1]) }

// Focus is the words of one side that the reader stands on: those of the current
// difference, or the current hit of a search. ok is false for a claim as a whole.
func (s Scene) Focus(side model.Side) (words model.Span, ok bool) {
	if h := s.Hits; h.On && h.Side == side && h.Index < len(h.Spans[side]) && !s.At.OnFact {
		return h.Spans[side][h.Index], true
	}
	if i, ok := s.At.Current(); ok {
		if m, told := s.Book.C.Facts[i].On(side); told {
			return m.Span, true
		}
	}
	return model.Span{}, false
}

// Walk is the navigation of this scene: it passes what is dismissed.
func (s Scene) Walk() nav.Walk {
	return nav.Walk{Book: s.Book, Dismissed: s.Marks.Dismissed}
}

// Comparison is the comparison that is read.
func (s Scene) Comparison() model.Comparison { return s.Book.C }

// Name is what a side is called on screen: its headline, its outlet, or where
// it came from.
func (s Scene) Name(side model.Side) string {
	a := s.Book.C.Tellings[side].Article
	for _, name := range []string{a.Title, a.Source, a.Outlet} {
		if name != "" {
			return name
		}
	}
	return side.String() + " article"
}

// Credits is who published an article, who wrote it, when, and where it came
// from, as far as it says and Name does not.
func (s Scene) Credits(side model.Side) string {
	a := s.Book.C.Tellings[side].Article
	var parts []string
	for _, x := range []string{a.Outlet, a.Byline, a.Published, a.Source} {
		if x != "" && x != s.Name(side) && !slices.Contains(parts, x) {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, " · ")
}

// Voice is who a claim is put down to, in words for the screen.
func Voice(c model.Claim) string {
	switch {
	case c.Source.Text == "":
		return "in the writer's own voice"
	case c.Source.Named:
		return c.Source.Text
	}
	return c.Source.Text + " (unnamed)"
}

// Paragraph is where a claim stands, as a reader counts.
func Paragraph(c model.Claim) string { return fmt.Sprintf("¶%d", c.Paragraph+1) }

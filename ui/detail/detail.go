// Package detail draws the panel on what is current: for a difference the
// question it puts, the words of both sides with what differs in them, why it
// counts and what not to confuse it with; for a claim who tells it and the facts
// in it; and the reader's own mark and note.
package detail

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/differences"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// Context says whether the sentences around the words are shown.
type Context uint8

// The contexts.
const (
	Never  Context = iota // the texts are on the screen already
	IfRoom                // where the panel is tall enough
	Always
)

// Rows draws the panel on at most w cells a row. With Always it gives as many
// rows as there are; else at most h, the last of them saying that there is more.
func Rows(sc scene.Scene, w, h int, context Context) []string {
	p := panel{sc: sc, w: max(w-2, 1)}
	if context != Never {
		rows := p.draw(true)
		if context == Always || len(rows) <= h {
			return indent(rows, w)
		}
		p.rows = nil
	}
	rows := p.draw(false)
	if len(rows) > h && h > 0 {
		rows = append(rows[:h-1:h-1], sc.Theme.Quiet.Of(theme.Ellipsis+" enter shows all"))
	}
	return indent(rows, w)
}

func indent(rows []string, w int) []string {
	for i, r := range rows {
		rows[i] = layout.Cut(" "+r, w, theme.Ellipsis)
	}
	return rows
}

// panel collects rows of w cells.
type panel struct {
	sc   scene.Scene
	w    int
	rows []string
}

func (p *panel) add(rows ...string) { p.rows = append(p.rows, rows...) }

func (p *panel) draw(context bool) []string {
	switch i, ok := p.sc.At.Current(); {
	case !p.sc.At.Started:
		p.welcome()
	case ok:
		p.fact(i, context)
	default:
		p.claim(context)
	}
	return p.rows
}

// hints is what to press first, and what for.
var hints = [...][2]string{
	{"n", "go to the worst difference, and on to the next"},
	{"j", "read claim by claim"},
	{"o", "overview of both articles"},
	{"?", "all keys"},
}

// welcome is what stands here before the first key.
func (p *panel) welcome() {
	th := p.sc.Theme
	p.add("")
	for _, hint := range hints {
		p.add(layout.Cut("  "+th.Key.Of(layout.Fit(hint[0], 4))+th.Quiet.Of(hint[1]), p.w, theme.Ellipsis))
	}
}

// Hint is what to press first, on one row of at most w cells.
func Hint(th theme.Theme, w int) string {
	row := " "
	for _, hint := range hints {
		does, _, _ := strings.Cut(hint[1], ",")
		row += "  " + th.Key.Of(hint[0]) + " " + th.Quiet.Of(does)
	}
	return layout.Cut(row, w, theme.Ellipsis)
}

func (p *panel) fact(i model.FactIndex, context bool) {
	th, f := p.sc.Theme, p.sc.Book.C.Facts[i]
	head := th.Relation[f.Relation].Of(theme.Sign(f.Relation)+" "+theme.Word(f.Relation)) + th.Quiet.Of(" "+theme.Dot+" "+f.Kind.String())
	if f.Severity != model.None {
		head += th.Quiet.Of(" " + theme.Dot + " " + f.Severity.String())
	}
	p.add(layout.Ends(head, p.mark(p.sc.Marks.Fact(i)), p.w))
	for _, row := range layout.Paragraph(f.Question(), p.w) {
		p.add(th.Strong.Of(row))
	}
	p.values(f, context)
	p.labelled("why", f.Why)
	p.labelled("beware", f.Beware)
	p.labelled("note", p.sc.Marks.Fact(i).Note)
}

// mark is the reader's mark as a sign and a word.
func (p *panel) mark(m marks.Mark) string {
	switch m.State {
	case marks.Checked:
		return p.sc.Theme.Key.Of(theme.Checked + " checked ")
	case marks.Dismissed:
		return p.sc.Theme.Quiet.Of(theme.Dropped + " dismissed ")
	}
	return ""
}

// labelled adds a paragraph behind a label; nothing for an empty one.
func (p *panel) labelled(name, s string) {
	if s == "" {
		return
	}
	const label = 8
	for i, row := range layout.Paragraph(s, max(1, p.w-label)) {
		head := layout.Spaces(label)
		if i == 0 {
			head = p.sc.Theme.Quiet.Of(layout.Fit(name, label))
		}
		p.add(head + row)
	}
}

func (p *panel) claim(context bool) {
	sc, th := p.sc, p.sc.Theme
	side := sc.At.Side
	at := sc.At.Claim[side]
	c := sc.Book.Claim(side, at)
	p.add(layout.Ends(p.claimHead(side, at), p.mark(sc.Marks.Claim(side, at)), p.w))
	if context {
		p.sentence(side, at)
		if other := sc.At.Claim[side.Other()]; other != book.None {
			p.sentence(side.Other(), other)
		}
	} else {
		p.speakers(side, c)
	}
	if sc.Book.Moved(side, at) {
		p.labelled("order", theme.Moved+" the "+side.Other().String()+" article tells this at another point of the story")
	}
	p.inside(side, at)
	for _, f := range sc.Book.Facts(side, at) {
		p.add(differences.Row(sc, f, p.w))
	}
	if len(sc.Book.Facts(side, at)) == 0 {
		p.add(th.Quiet.Of("no fact in it was compared"))
	}
	p.labelled("note", sc.Marks.Claim(side, at).Note)
}

// inside adds where the article speaks against itself in this claim.
func (p *panel) inside(side model.Side, at model.ClaimIndex) {
	c := p.sc.Book.C
	for _, x := range c.Inside {
		if x.Side == side && (x.First.Claim == at || x.Second.Claim == at) {
			p.labelled("inside", fmt.Sprintf("“%s” %s, “%s” %s: %s", c.Words(side, x.First), scene.Paragraph(p.sc.Book.Claim(side, x.First.Claim)),
				c.Words(side, x.Second), scene.Paragraph(p.sc.Book.Claim(side, x.Second.Claim)), x.Why))
		}
	}
}

func (p *panel) claimHead(side model.Side, at model.ClaimIndex) string {
	sc, th := p.sc, p.sc.Theme
	place := th.Quiet.Of(fmt.Sprintf(" %s %s claim %d of %d", theme.Dot, side, at+1, sc.Book.Claims(side)))
	class, ok := sc.Book.Class(side, at)
	switch {
	case !ok:
		return th.Quiet.Of("no claim: a line of the page around the text") + place
	case class.OneSided():
		return th.Relation[class].Of(theme.Sign(class)+" only the "+side.String()+" article tells this") + place
	case class == model.Same:
		return th.Relation[class].Of(theme.Sign(class)+" both tell this") + place
	}
	return th.Relation[class].Of(theme.Sign(class)+" both tell this, "+says(class)) + place
}

// says is the class of a linked claim in words.
func says(r model.Relation) string {
	switch r {
	case model.Conflict:
		return "and conflict"
	case model.Differs:
		return "and differ"
	}
	return "written otherwise"
}

// speakers adds who says the claim, a row for each side that tells it.
func (p *panel) speakers(side model.Side, c model.Claim) {
	rows := [2]string{}
	rows[side] = p.speaker(side, c)
	if other := p.sc.At.Claim[side.Other()]; other != book.None {
		rows[side.Other()] = p.speaker(side.Other(), p.sc.Book.Claim(side.Other(), other))
	}
	for _, row := range rows {
		if row != "" {
			p.add(layout.Cut(row, p.w, theme.Ellipsis))
		}
	}
}

func (p *panel) speaker(side model.Side, c model.Claim) string {
	return p.sc.Theme.Relation[theme.Class(side)].Of(theme.Arrow(side)) + " " + p.sc.Theme.Quiet.Of(meta(c))
}

// meta is where a claim stands, who says it and how surely.
func meta(c model.Claim) string {
	parts := []string{scene.Paragraph(c), scene.Voice(c)}
	if c.Hedged {
		parts = append(parts, "hedged")
	}
	return strings.Join(parts, " "+theme.Dot+" ")
}

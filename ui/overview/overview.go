// Package overview draws the comparison from above: whose the articles are, the
// first glance, a strip for each article with a cell a claim, what speaks for one
// origin or two, the ladder of what answers what, and contradictions inside one
// article.
package overview

import (
	"fmt"

	"doubletake/model"
	"doubletake/ui/glance"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/table"
	"doubletake/ui/theme"
)

// Rows draws the whole overview on w cells.
func Rows(sc scene.Scene, w int) []string {
	o := overview{sc: sc, w: w}
	o.articles()
	o.rows = append(o.rows, glance.Rows(sc, w, 15)...)
	o.title("Claims", theme.Here+" where you are, "+theme.Dot+" seen")
	o.rows = append(o.rows, Strip(sc, model.Left, w)...)
	o.rows = append(o.rows, Strip(sc, model.Right, w)...)
	o.inside()
	o.origin()
	o.ladder()
	return o.rows
}

type overview struct {
	sc   scene.Scene
	w    int
	rows []string
}

func (o *overview) title(s, remark string) {
	o.rows = append(o.rows, "", layout.Cut("  "+o.sc.Theme.Title.Of(s)+"   "+o.sc.Theme.Quiet.Of(remark), o.w, theme.Ellipsis))
}

func (o *overview) paragraph(s string, style theme.Seq) {
	for _, row := range layout.Paragraph(s, max(1, min(o.w-4, layout.Measure))) {
		o.rows = append(o.rows, "  "+style.Of(row))
	}
}

// articles says what is compared: each headline, and below it who published it,
// who wrote it and when, as far as the article says.
func (o *overview) articles() {
	for s := model.Left; s <= model.Right; s++ {
		o.rows = append(o.rows, layout.Cut("  "+theme.Arrow(s)+" "+o.sc.Theme.Strong.Of(o.sc.Name(s)), o.w, theme.Ellipsis))
		if credits := o.sc.Credits(s); credits != "" {
			o.rows = append(o.rows, layout.Cut("    "+o.sc.Theme.Quiet.Of(credits), o.w, theme.Ellipsis))
		}
	}
	o.rows = append(o.rows, "")
}

// inside lists where one article contradicts itself.
func (o *overview) inside() {
	c := o.sc.Book.C
	if len(c.Inside) == 0 {
		return
	}
	o.title("Inside one article", "where it speaks against itself")
	for _, x := range c.Inside {
		first, second := o.sc.Book.Claim(x.Side, x.First.Claim), o.sc.Book.Claim(x.Side, x.Second.Claim)
		o.paragraph(fmt.Sprintf("%s %s “%s” %s, “%s” %s", theme.Arrow(x.Side), x.Kind, c.Words(x.Side, x.First), scene.Paragraph(first),
			c.Words(x.Side, x.Second), scene.Paragraph(second)), o.sc.Theme.Text)
		o.paragraph("  "+x.Why, o.sc.Theme.Quiet)
	}
}

// origin says whether the articles look like tellings of one text, and why.
func (o *overview) origin() {
	c := o.sc.Book.C
	o.title("Origin", c.Origin.Likely)
	o.paragraph(c.Origin.Why, o.sc.Theme.Text)
	for _, r := range c.Origin.Runs {
		o.paragraph(fmt.Sprintf("%d words shared: “%s”", r.Words, r.Left.In(c.Text(model.Left))), o.sc.Theme.Quiet)
	}
	for _, s := range c.Origin.Shared {
		o.paragraph("both lean on "+s, o.sc.Theme.Quiet)
	}
}

// most is the number of rungs drawn; a longer ladder helps nobody.
const most = 400

// ladder draws a rung for each claim that has a counterpart, in the order of the
// left article.
func (o *overview) ladder() {
	o.title("Ladder", "what answers what; "+theme.Moved+" told at another point of the story")
	drawn := 0
	for i := range o.sc.Book.Claims(model.Left) {
		left := model.ClaimIndex(i)
		right := o.sc.Book.Partner(model.Left, left)
		if right < 0 {
			continue
		}
		if drawn++; drawn > most {
			o.paragraph(theme.Ellipsis+" and more", o.sc.Theme.Quiet)
			return
		}
		o.rung(left, right)
	}
	if drawn == 0 {
		o.paragraph("no claim of one answers one of the other", o.sc.Theme.Quiet)
	}
}

// rungEdges is the cells of a rung that are not words: two numbers, the sign
// between them, four gaps of two, and the indent.
const rungEdges = 4 + 3 + 4 + 4*2 + 2

func (o *overview) rung(left, right model.ClaimIndex) {
	th := o.sc.Theme
	class, _ := o.sc.Book.Class(model.Left, left)
	across := theme.Across
	if o.sc.Book.Moved(model.Left, left) {
		across = theme.Moved
	}
	half := max(4, (o.w-2-rungEdges)/2)
	row := "  " + table.Row([]int{4, half, 3, 4, half},
		table.Cell{Text: fmt.Sprint(left + 1), Style: th.Quiet}, table.Cell{Text: o.head(model.Left, left, half)},
		table.Cell{Text: across + theme.Sign(class) + across, Style: th.Relation[class]},
		table.Cell{Text: fmt.Sprint(right + 1), Style: th.Quiet}, table.Cell{Text: o.head(model.Right, right, half)})[0]
	o.rows = append(o.rows, layout.Cut(row, o.w, ""))
}

// head is the first words of a claim, n cells of them.
func (o *overview) head(s model.Side, i model.ClaimIndex, n int) string {
	words := o.sc.Book.Claim(s, i).Span.In(o.sc.Book.C.Text(s))
	if first := layout.Paragraph(words, n); len(first) > 1 {
		return layout.Cut(first[0]+" "+first[1], n, theme.Ellipsis)
	}
	return words
}

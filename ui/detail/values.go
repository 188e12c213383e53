package detail

import (
	"slices"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/flow"
	"doubletake/ui/layout"
	"doubletake/ui/theme"
	"doubletake/ui/words"
)

// hang is the indent of what belongs to one side, behind its arrow.
const hang = 2

// values adds the words of both sides, those that the other lacks in the class's
// style, each with its place and speaker.
func (p *panel) values(f model.Fact, context bool) {
	c := p.sc.Book.C
	var said [2]string
	for s := model.Left; s <= model.Right; s++ {
		if m, ok := f.On(s); ok {
			said[s] = c.Words(s, m)
		}
	}
	var lacks [2][]model.Span
	if !f.Relation.OneSided() && f.Relation != model.Same {
		lacks[0], lacks[1] = words.Diff(said[0], said[1])
	}
	for s := model.Left; s <= model.Right; s++ {
		m, ok := f.On(s)
		if !ok {
			p.hung(s, []string{p.sc.Theme.Quiet.Of("the " + s.String() + " article does not say")}, "")
			continue
		}
		claim := p.sc.Book.Claim(s, m.Claim)
		p.hung(s, p.value(said[s], lacks[s], f.Relation), meta(claim))
		if context {
			p.quoted(s, claim, []flow.Run{p.run(s, m.Span, f.Relation, claim)})
		}
	}
}

// value is the words of one side between quotation marks, wrapped.
func (p *panel) value(said string, lacks []model.Span, r model.Relation) []string {
	const open, shut = "“", "”"
	runs := make([]flow.Run, 0, len(lacks))
	for _, s := range lacks {
		s = book.Snap(said, s)
		run := flow.Run{Span: model.Span{Start: s.Start + len(open), End: s.End + len(open)}, Style: p.sc.Theme.Words(r, theme.Plain)}
		if p.sc.Theme.Bare {
			run.Open, run.Close = "[", "]"
		}
		runs = append(runs, run)
	}
	return flow.Rows(open+said+shut, max(1, p.w-hang), p.sc.Theme.Text, runs)
}

// hung adds rows behind a side's arrow, and the meta line beside the last row
// where there is room, else below it.
func (p *panel) hung(s model.Side, rows []string, meta string) {
	th := p.sc.Theme
	for i, row := range rows {
		head := layout.Spaces(hang)
		if i == 0 {
			head = th.Relation[theme.Class(s)].Of(theme.Arrow(s)) + " "
		}
		row = head + row
		if i == len(rows)-1 && meta != "" && layout.Width(row)+3+layout.Width(meta) <= p.w {
			row += "   " + th.Quiet.Of(meta)
			meta = ""
		}
		p.add(row)
	}
	if meta != "" {
		p.add(layout.Cut(layout.Spaces(hang)+th.Quiet.Of(meta), p.w, theme.Ellipsis))
	}
}

// sentence adds a whole claim with the marks of its facts.
func (p *panel) sentence(s model.Side, at model.ClaimIndex) {
	claim := p.sc.Book.Claim(s, at)
	var marks []layout.Mark
	for _, i := range p.sc.Book.Facts(s, at) {
		f := p.sc.Book.C.Facts[i]
		if m, ok := f.On(s); ok && p.sc.At.Filter.Admits(f) && !p.sc.Marks.Dismissed(i) {
			marks = append(marks, layout.Mark{Span: m.Span, Rank: f.Relation.Rank(), ID: int(i)})
		}
	}
	var runs []flow.Run
	for _, m := range layout.Flatten(marks) {
		runs = append(runs, p.run(s, m.Span, p.sc.Book.C.Facts[m.ID].Relation, claim))
	}
	p.hung(s, []string{p.sc.Theme.Quiet.Of(meta(claim))}, "")
	p.quoted(s, claim, runs)
}

// run is a stretch of the claim in its class's style; its span counts from the
// claim's beginning.
func (p *panel) run(s model.Side, span model.Span, r model.Relation, claim model.Claim) flow.Run {
	span = book.Snap(p.sc.Book.C.Text(s), span)
	run := flow.Run{
		Span:  model.Span{Start: span.Start - claim.Span.Start, End: span.End - claim.Span.Start},
		Style: p.sc.Theme.Words(r, theme.Plain),
		Open:  theme.Sign(r),
	}
	if p.sc.Theme.Bare {
		run.Open, run.Close = theme.Sign(r)+"[", "]"
	}
	return run
}

// quoted adds a claim's words below its head, set in.
func (p *panel) quoted(s model.Side, claim model.Claim, runs []flow.Run) {
	text := claim.Span.In(p.sc.Book.C.Text(s))
	runs = slices.DeleteFunc(runs, func(r flow.Run) bool { return r.Span.Start < 0 || r.Span.End > len(text) })
	width := max(1, min(p.w-hang-2, layout.Measure))
	for _, row := range flow.Rows(text, width, p.sc.Theme.Quiet, runs) {
		p.add(layout.Spaces(hang+2) + row)
	}
}

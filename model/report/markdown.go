// This file is the comparison as Markdown, to be mailed or kept.

package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
)

// Markdown writes the comparison as CommonMark with tables: the two articles, the
// first glance, every conflict, difference and variant with the words of both
// sides, where they stand, who says them, why and the reader's word on it, then
// the sources, contradictions inside one article, what one side alone gives, and
// the reader's notes on claims. Every mark of Markdown in an article's words is
// escaped, so they read as they stand.
func Markdown(w io.Writer, c model.Comparison, m marks.Set) error {
	b := bufio.NewWriter(w)
	md := markdown{Writer: b, c: c, marks: m}
	md.head()
	for _, r := range [...]model.Relation{model.Conflict, model.Differs, model.Variant} {
		md.facts(r)
	}
	md.inside()
	md.sources()
	for _, r := range [...]model.Relation{model.Same, model.LeftOnly, model.RightOnly} {
		md.list(r)
	}
	md.notes()
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the comparison as Markdown: %w", err)
	}
	return nil
}

type markdown struct {
	*bufio.Writer
	c     model.Comparison
	marks marks.Set
}

func (md markdown) f(format string, args ...any) { fmt.Fprintf(md.Writer, format, args...) }

// heading opens a section.
func (md markdown) heading(words string) {
	md.f("\n## %s\n\n", words)
}

func (md markdown) head() {
	md.f("# Two tellings of one story\n\n")
	for _, s := range sides {
		a := md.c.Tellings[s].Article
		md.f("- **%s**: %s", titles[s], escaped(headline(a)))
		for _, x := range []string{origins(a), a.Source} {
			if x != "" {
				md.f(" · %s", escaped(x))
			}
		}
		md.f("\n")
	}
	md.heading("At first glance")
	for i, line := range glances(md.c) {
		name := labels[i][:1] + strings.ToLower(labels[i][1:])
		md.f("- **%s**: %s\n", name, escaped(line))
	}
}

// facts lists every fact of one relation in full.
func (md markdown) facts(r model.Relation) {
	if md.c.Count(r) == 0 {
		return
	}
	md.heading(headings[r])
	n := 0
	for _, i := range md.c.Ranked() {
		f := md.c.Facts[i]
		if f.Relation != r {
			continue
		}
		if n++; n > 1 {
			md.f("\n")
		}
		md.f("### %s %s\n\n*%s · %s*\n\n", Sign(r), escaped(f.Question()), f.Kind, f.Severity)
		for _, s := range sides {
			md.side(s, f)
		}
		md.f("- **Why**: %s\n", escaped(f.Why))
		if f.Beware != "" {
			md.f("- **Beware**: %s\n", escaped(f.Beware))
		}
		state, note := reader(md.c, md.marks, i)
		md.word(state, note)
	}
}

// side is the words of one side, where they stand, and the claim around them.
func (md markdown) side(s model.Side, f model.Fact) {
	m, ok := f.On(s)
	if !ok {
		return
	}
	x := claimOf(md.c, s, m)
	body := md.c.Text(s)
	md.f("- **%s**: “%s” (%s, %s)\n", titles[s], escaped(m.Span.In(body)), place(md.c, s, m), escaped(speaker(x)))
	if x.Span != m.Span && x.Span.Contains(m.Span) {
		before := model.Span{Start: x.Span.Start, End: m.Span.Start}
		after := model.Span{Start: m.Span.End, End: x.Span.End}
		md.f("  > %s**%s**%s\n", escaped(flat(before.In(body))), escaped(m.Span.In(body)), escaped(flat(after.In(body))))
	}
}

// word is the reader's own word on something.
func (md markdown) word(state, note string) {
	switch {
	case state != "" && note != "":
		md.f("- **Reader**: %s; %s\n", state, escaped(note))
	case state+note != "":
		md.f("- **Reader**: %s\n", escaped(state+note))
	}
}

func (md markdown) inside() {
	if len(md.c.Inside) == 0 {
		return
	}
	md.heading("Inside one article")
	for _, x := range md.c.Inside {
		md.f("- **%s**, %s: “%s” (%s) / “%s” (%s): %s\n", titles[x.Side], x.Kind,
			escaped(md.c.Words(x.Side, x.First)), place(md.c, x.Side, x.First),
			escaped(md.c.Words(x.Side, x.Second)), place(md.c, x.Side, x.Second), escaped(x.Why))
	}
}

// sources is a table of every voice on each side.
func (md markdown) sources() {
	md.heading("Sources")
	md.f("| side | source | named | quotations | claims | remark |\n| --- | --- | --- | ---: | ---: | --- |\n")
	for _, s := range sides {
		for _, v := range md.c.Tellings[s].Voices {
			md.f("| %s | %s | %s | %d | %d | %s |\n", s, escaped(v.Source.Text), yes(v.Source.Named), v.Quotations, len(v.Claims), escaped(remark(v)))
		}
	}
}

// remark is what is to be said of a voice beside its name.
func remark(v model.Voice) string {
	var parts []string
	if v.Reason != "" {
		parts = append(parts, v.Reason)
	}
	if v.Silent {
		parts = append(parts, "did not comment")
	}
	return strings.Join(parts, "; ")
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// list is shared and one-sided facts, one line each.
func (md markdown) list(r model.Relation) {
	if md.c.Count(r) == 0 {
		return
	}
	md.heading(headings[r])
	for i, f := range md.c.Facts {
		if f.Relation != r {
			continue
		}
		md.f("- %s: %s", f.Kind, escaped(both(md.c, f, " / ")))
		if state, note := reader(md.c, md.marks, model.FactIndex(i)); state+note != "" {
			md.f(" (reader: %s)", escaped(strings.TrimSuffix(state+"; "+note, "; ")))
		}
		md.f("\n")
	}
}

// notes is the reader's word on whole claims.
func (md markdown) notes() {
	open := false
	for _, s := range sides {
		for i, x := range md.c.Tellings[s].Claims {
			mark := md.marks[marks.OfClaim(md.c, s, model.ClaimIndex(i))]
			if mark == (marks.Mark{}) {
				continue
			}
			if !open {
				md.heading("The reader’s marks on claims")
				open = true
			}
			md.f("- **%s %s**: “%s”: %s\n", titles[s], ClaimID(s, model.ClaimIndex(i)), escaped(flat(x.Span.In(md.c.Text(s)))), escaped(said(mark)))
		}
	}
}

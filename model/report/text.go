// This file is the comparison as plain text.

package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"doubletake/model"
)

// Text writes the comparison as plain text: the five lines of the first glance,
// then the facts worst first, each with the words of both sides and why, then
// what each article tells alone and what stands against itself inside one.
// Shared facts are one line each.
func Text(w io.Writer, c model.Comparison) error {
	b := bufio.NewWriter(w)
	glance(b, c)
	for _, r := range [...]model.Relation{model.Conflict, model.Differs, model.Variant} {
		full(b, c, r)
	}
	short(b, c)
	inside(b, c)
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the comparison as text: %w", err)
	}
	return nil
}

func glance(b *bufio.Writer, c model.Comparison) {
	for _, s := range sides {
		a := c.Tellings[s].Article
		fmt.Fprintf(b, "%-7s %s: %s\n", strings.ToUpper(titles[s]), a.Source, headline(a))
		if from := origins(a); from != "" {
			fmt.Fprintf(b, "%-7s %s\n", "", from)
		}
	}
	b.WriteByte('\n')
	for i, line := range glances(c) {
		fmt.Fprintf(b, "%-7s %s\n", labels[i], line)
	}
}

// full lists every fact of one relation with its words and reason.
func full(b *bufio.Writer, c model.Comparison, r model.Relation) {
	if c.Count(r) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", strings.ToUpper(headings[r]))
	for _, i := range c.Ranked() {
		f := c.Facts[i]
		if f.Relation != r {
			continue
		}
		fmt.Fprintf(b, "\n%s %s · %s · %s\n", Sign(r), f.Question(), f.Kind, f.Severity)
		fmt.Fprintf(b, "  left   %-4s “%s”\n", ClaimID(model.Left, f.Left.Claim), c.Words(model.Left, f.Left))
		fmt.Fprintf(b, "  right  %-4s “%s”\n", ClaimID(model.Right, f.Right.Claim), c.Words(model.Right, f.Right))
		fmt.Fprintf(b, "  why    %s\n", f.Why)
		if f.Beware != "" {
			fmt.Fprintf(b, "  beware %s\n", f.Beware)
		}
	}
}

// short lists shared and one-sided facts, one line each.
func short(b *bufio.Writer, c model.Comparison) {
	for _, r := range [...]model.Relation{model.Same, model.LeftOnly, model.RightOnly} {
		if c.Count(r) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n%s\n", strings.ToUpper(headings[r]))
		for _, f := range c.Facts {
			if f.Relation == r {
				fmt.Fprintf(b, "%s %-12s %s\n", Sign(r), f.Kind, both(c, f, " / "))
			}
		}
	}
}

// both is the words of a fact on each side that gives it, once where they are
// the same.
func both(c model.Comparison, f model.Fact, between string) string {
	var words []string
	for _, s := range sides {
		if m, ok := f.On(s); ok && (len(words) == 0 || words[0] != c.Words(s, m)) {
			words = append(words, c.Words(s, m))
		}
	}
	return strings.Join(words, between)
}

func inside(b *bufio.Writer, c model.Comparison) {
	if len(c.Inside) == 0 {
		return
	}
	b.WriteString("\nINSIDE ONE ARTICLE\n")
	for _, x := range c.Inside {
		fmt.Fprintf(b, "%-5s %-12s “%s” / “%s”: %s\n", x.Side, x.Kind, c.Words(x.Side, x.First), c.Words(x.Side, x.Second), x.Why)
	}
}

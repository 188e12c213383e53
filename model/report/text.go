// Package report writes a comparison for people and programs: JSON and plain
// text. It decides nothing; everything it prints stands in the Comparison.
package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"doubletake/model"
)

// Sign is the mark that carries a relation in every output without colour.
func Sign(r model.Relation) string {
	return [...]string{"=", "≈", "~", "≠", "◂", "▸"}[min(int(r), 5)]
}

// Text writes the comparison as plain text: the five lines of the first glance,
// then the facts worst first, each with the words of both sides and why, then
// what each article tells alone and what stands against itself inside one.
// Shared facts are counted, one line each.
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

// Labels name the lines of the first glance, in order.
var labels = [...]string{"EVENT", "ORIGIN", "WORST", "COUNT", "VOICES"}

func glance(b *bufio.Writer, c model.Comparison) {
	for s, side := range [...]string{"LEFT", "RIGHT"} {
		a := c.Tellings[s].Article
		head := a.Title
		if head == "" {
			head = "(no headline)"
		}
		fmt.Fprintf(b, "%-7s %s: %s\n", side, a.Source, head)
	}
	b.WriteByte('\n')
	for i, line := range [...]string{c.Glance.Event, c.Glance.Origin, c.Glance.Worst, c.Glance.Count, c.Glance.Voices} {
		fmt.Fprintf(b, "%-7s %s\n", labels[i], line)
	}
}

var headings = map[model.Relation]string{
	model.Conflict: "CONFLICTS (both cannot be true)",
	model.Differs:  "DIFFERENCES (both can be true)",
	model.Variant:  "VARIANTS (one referent, written differently)",
	model.Same:     "SHARED",
	model.LeftOnly: "LEFT ONLY", model.RightOnly: "RIGHT ONLY",
}

// full lists every fact of one relation with its words and reason.
func full(b *bufio.Writer, c model.Comparison, r model.Relation) {
	if c.Count(r) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", headings[r])
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
		fmt.Fprintf(b, "\n%s\n", headings[r])
		for _, f := range c.Facts {
			if f.Relation != r {
				continue
			}
			var words []string
			for _, s := range [...]model.Side{model.Left, model.Right} {
				if m, ok := f.On(s); ok && (len(words) == 0 || words[0] != c.Words(s, m)) {
					words = append(words, c.Words(s, m))
				}
			}
			fmt.Fprintf(b, "%s %-12s %s\n", Sign(r), f.Kind, strings.Join(words, " / "))
		}
	}
}

func inside(b *bufio.Writer, c model.Comparison) {
	if len(c.Inside) == 0 {
		return
	}
	b.WriteString("\nINSIDE ONE ARTICLE\n")
	for _, x := range c.Inside {
		fmt.Fprintf(b, "%s %-12s “%s” / “%s”: %s\n", x.Side, x.Kind, c.Words(x.Side, x.First), c.Words(x.Side, x.Second), x.Why)
	}
}

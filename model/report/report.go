// Package report writes a comparison for people and programs: plain text, JSON,
// Markdown, HTML and CSV. It decides nothing; everything it prints stands in the
// Comparison or in the reader's own marks.
//
// No byte that it writes can steer a terminal: the articles were made harmless
// before they were compared, and notes are made so here.
package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/model/text"
)

// Format is the name of an output.
type Format string

// The formats.
const (
	AsText     Format = "text"
	AsJSON     Format = "json"
	AsMarkdown Format = "markdown"
	AsHTML     Format = "html"
	AsCSV      Format = "csv"
)

// Formats is every format, in the order in which help lists them.
var Formats = [...]Format{AsText, AsJSON, AsMarkdown, AsHTML, AsCSV}

// Names is the formats in words: "text, json, markdown, html or csv".
func Names() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = string(f)
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// ParseFormat reads a format's name.
func ParseFormat(s string) (Format, error) {
	if f := Format(s); slices.Contains(Formats[:], f) {
		return f, nil
	}
	if s == "md" {
		return AsMarkdown, nil
	}
	return "", fmt.Errorf("unknown format %q: use %s", s, Names())
}

// FormatOf is the format that a file's name stands for, by its ending; ok is
// false where it stands for none.
func FormatOf(path string) (f Format, ok bool) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".text":
		return AsText, true
	case ".json":
		return AsJSON, true
	case ".md", ".markdown":
		return AsMarkdown, true
	case ".html", ".htm":
		return AsHTML, true
	case ".csv":
		return AsCSV, true
	}
	return "", false
}

// Write writes the comparison in the format, with the reader's marks where the
// format has a place for them: Markdown, HTML and CSV.
func (f Format) Write(w io.Writer, c model.Comparison, m marks.Set) error {
	switch f {
	case AsText:
		return Text(w, c)
	case AsJSON:
		return JSON(w, c)
	case AsMarkdown:
		return Markdown(w, c, m)
	case AsHTML:
		return HTML(w, c, m)
	case AsCSV:
		return CSV(w, c, m)
	}
	return fmt.Errorf("unknown format %q: use %s", string(f), Names())
}

// AtLeast is the comparison without the conflicts, differences and variants
// below a severity, and how many those were. Links keep their verdicts, and the
// first glance stays that of the whole comparison.
func AtLeast(c model.Comparison, s model.Severity) (kept model.Comparison, left int) {
	at := make([]model.FactIndex, len(c.Facts)) // where each fact goes, -1 for nowhere
	kept = c
	kept.Facts = make([]model.Fact, 0, len(c.Facts))
	for i, f := range c.Facts {
		if f.Severity != model.None && f.Severity < s {
			at[i] = -1
			left++
			continue
		}
		at[i] = model.FactIndex(len(kept.Facts))
		kept.Facts = append(kept.Facts, f)
	}
	kept.Links = slices.Clone(c.Links)
	for i, l := range kept.Links {
		facts := make([]model.FactIndex, 0, len(l.Facts))
		for _, f := range l.Facts {
			if at[f] >= 0 {
				facts = append(facts, at[f])
			}
		}
		kept.Links[i].Facts = facts
	}
	return kept, left
}

// Sign is the mark that carries a relation in every output without colour.
func Sign(r model.Relation) string {
	return [...]string{"=", "≈", "~", "≠", "◂", "▸"}[min(int(r), 5)]
}

// labels name the lines of the first glance, in order.
var labels = [...]string{"EVENT", "ORIGIN", "WORST", "COUNT", "VOICES"}

// glances is the lines of the first glance, in the order of labels.
func glances(c model.Comparison) [5]string {
	return [...]string{c.Glance.Event, c.Glance.Origin, c.Glance.Worst, c.Glance.Count, c.Glance.Voices}
}

// headings say what a relation means, at the head of its list.
var headings = map[model.Relation]string{
	model.Conflict: "Conflicts (both cannot be true)",
	model.Differs:  "Differences (both can be true)",
	model.Variant:  "Variants (one referent, written differently)",
	model.Same:     "Shared",
	model.LeftOnly: "Left only", model.RightOnly: "Right only",
}

// sides is both sides in reading order.
var sides = [...]model.Side{model.Left, model.Right}

// titles is what the sides are called in a list.
var titles = [...]string{"Left", "Right"}

// headline is what an article is called.
func headline(a model.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return "(no headline)"
}

// origins is who published an article, who wrote it and when, as far as it says.
func origins(a model.Article) string {
	var parts []string
	for _, s := range []string{a.Outlet, a.Byline, a.Published} {
		if s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// place is where a mention stands, as a reader counts: its claim and paragraph.
func place(c model.Comparison, s model.Side, m model.Mention) string {
	return ClaimID(s, m.Claim) + ", paragraph " + strconv.Itoa(claimOf(c, s, m).Paragraph+1)
}

// claimOf is the claim a mention stands in.
func claimOf(c model.Comparison, s model.Side, m model.Mention) model.Claim {
	claims := c.Tellings[s].Claims
	if m.Claim < 0 || int(m.Claim) >= len(claims) {
		return model.Claim{Span: m.Span}
	}
	return claims[m.Claim]
}

// speaker is who a claim is put down to.
func speaker(x model.Claim) string {
	switch {
	case x.Source.Text == "":
		return "the writer’s own voice"
	case x.Source.Named:
		return x.Source.Text
	}
	return x.Source.Text + " (unnamed)"
}

// reader is what the reader marked and noted on a fact, harmless and on one
// line; both are "" where there is nothing.
func reader(c model.Comparison, m marks.Set, i model.FactIndex) (state, note string) {
	mark := m[marks.OfFact(c, i)]
	if mark.State != marks.Unmarked {
		state = mark.State.String()
	}
	return state, text.Line(mark.Note)
}

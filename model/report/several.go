// This file writes what came of comparing each two of several articles.

package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"

	_ "embed"

	"doubletake/model"
)

// Several is what came of comparing two at a time of several articles.
type Several struct {
	Articles []model.Article
	Pairs    []Brief
}

// Brief is one comparison of two of several articles, by their indices.
type Brief struct {
	Left, Right int
	Name        string // what the pair is called, "" where it has no name
	Counts      [6]int // of facts, by model.Relation
	Worst       string // the first glance's WORST
}

// BriefOf keeps of a comparison what Several shows.
func BriefOf(left, right int, name string, c model.Comparison) Brief {
	b := Brief{Left: left, Right: right, Name: name, Worst: c.Glance.Worst}
	for _, r := range model.Relations {
		b.Counts[r] = c.Count(r)
	}
	return b
}

// Conflicts is the number of conflicts in all pairs.
func (s Several) Conflicts() int {
	n := 0
	for _, p := range s.Pairs {
		n += p.Counts[model.Conflict]
	}
	return n
}

// Write writes the table in the format.
func (s Several) Write(w io.Writer, f Format) error {
	b := bufio.NewWriter(w)
	var err error
	switch f {
	case AsText:
		err = s.text(b)
	case AsJSON:
		err = s.json(b)
	case AsMarkdown:
		s.markdown(b)
	case AsHTML:
		err = severalTemplate().Execute(b, s.view())
	case AsCSV:
		err = s.csv(b)
	default:
		err = fmt.Errorf("unknown format %q: use %s", string(f), Names())
	}
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing the table of %d articles: %w", len(s.Articles), err)
	}
	return nil
}

// between is the comparison of two articles; ok is false where there is none.
func (s Several) between(i, j int) (b Brief, ok bool) {
	for _, p := range s.Pairs {
		if p.Left == min(i, j) && p.Right == max(i, j) {
			return p, true
		}
	}
	return Brief{}, false
}

// cell is the conflicts and differences between two articles in the table.
func (s Several) cell(i, j int) string {
	b, ok := s.between(i, j)
	switch {
	case i == j:
		return "\\"
	case !ok:
		return "."
	}
	return Counted(b.Counts, model.Conflict, model.Differs)
}

// Counted is counts with their signs: "2≠ 9~".
func Counted(counts [6]int, relations ...model.Relation) string {
	parts := make([]string, len(relations))
	for i, r := range relations {
		parts[i] = strconv.Itoa(counts[r]) + Sign(r)
	}
	return strings.Join(parts, " ")
}

// widestTable is how many articles a table of each with each can show.
const widestTable = 12

// hasTable reports whether the pairs are worth a table: some article stands in
// more than one, and they are few.
func (s Several) hasTable() bool {
	return 2*len(s.Pairs) > len(s.Articles) && len(s.Articles) > 2 && len(s.Articles) <= widestTable
}

// rows is the table of each article with each other, with their numbers around it.
func (s Several) rows() [][]string {
	head := []string{""}
	for j := range s.Articles {
		head = append(head, strconv.Itoa(j+1))
	}
	out := [][]string{head}
	for i := range s.Articles {
		row := []string{strconv.Itoa(i + 1)}
		for j := range s.Articles {
			row = append(row, s.cell(i, j))
		}
		out = append(out, row)
	}
	return out
}

func (s Several) text(b *bufio.Writer) error {
	b.WriteString("ARTICLES\n")
	for i, a := range s.Articles {
		fmt.Fprintf(b, "%3d  %s: %s\n", i+1, a.Source, headline(a))
	}
	if s.hasTable() {
		b.WriteString("\nCONFLICTS AND DIFFERENCES BETWEEN EACH TWO\n")
		t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
		for _, row := range s.rows() {
			fmt.Fprintf(t, "  %s\n", strings.Join(row, "\t"))
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	b.WriteString("\nPAIRS\n")
	for _, p := range s.Pairs {
		fmt.Fprintf(b, "%3d %d  %s", p.Left+1, p.Right+1, Counted(p.Counts, model.Relations[:]...))
		if p.Worst != "" {
			fmt.Fprintf(b, "  %s", p.Worst)
		}
		b.WriteByte('\n')
	}
	return nil
}

type (
	jsonSeveral struct {
		Schema   int           `json:"schema"`
		Articles []jsonHead    `json:"articles"`
		Pairs    []jsonBetween `json:"pairs"`
	}
	jsonHead struct {
		Source    string `json:"source"`
		Title     string `json:"title"`
		Byline    string `json:"byline"`
		Outlet    string `json:"outlet"`
		Published string `json:"published"`
	}
	jsonBetween struct {
		Left    int            `json:"left"`
		Right   int            `json:"right"`
		Name    string         `json:"name"`
		Summary map[string]int `json:"summary"`
		Worst   string         `json:"worst"`
	}
)

// json writes one object: articles, and pairs by indices into them, from 0.
func (s Several) json(w io.Writer) error {
	d := jsonSeveral{Schema: Schema, Articles: make([]jsonHead, 0, len(s.Articles)), Pairs: make([]jsonBetween, 0, len(s.Pairs))}
	for _, a := range s.Articles {
		d.Articles = append(d.Articles, jsonHead{a.Source, a.Title, a.Byline, a.Outlet, a.Published})
	}
	for _, p := range s.Pairs {
		summary := make(map[string]int)
		for _, r := range model.Relations {
			summary[r.String()] = p.Counts[r]
		}
		d.Pairs = append(d.Pairs, jsonBetween{p.Left, p.Right, p.Name, summary, p.Worst})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(d)
}

func (s Several) markdown(b *bufio.Writer) {
	b.WriteString("# Tellings of one story\n\n")
	for i, a := range s.Articles {
		fmt.Fprintf(b, "%d. %s · %s\n", i+1, escaped(headline(a)), escaped(a.Source))
	}
	if s.hasTable() {
		b.WriteString("\n## Conflicts and differences between each two\n\n")
		for i, row := range s.rows() {
			fmt.Fprintf(b, "| %s |\n", strings.ReplaceAll(strings.Join(row, " | "), "\\", ""))
			if i == 0 {
				fmt.Fprintf(b, "|%s\n", strings.Repeat(" --- |", len(row)))
			}
		}
	}
	b.WriteString("\n## Pairs\n\n")
	for _, p := range s.Pairs {
		fmt.Fprintf(b, "- **%d and %d**: %s", p.Left+1, p.Right+1, escaped(Counted(p.Counts, model.Relations[:]...)))
		if p.Worst != "" {
			fmt.Fprintf(b, ": %s", escaped(p.Worst))
		}
		b.WriteByte('\n')
	}
}

func (s Several) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{"name", "left", "right", "left_title", "right_title"}
	for _, r := range model.Relations {
		head = append(head, r.String())
	}
	_ = out.Write(append(head, "worst")) // kept for Error
	for _, p := range s.Pairs {
		l, r := s.Articles[p.Left], s.Articles[p.Right]
		row := []string{p.Name, l.Source, r.Source, l.Title, r.Title}
		for _, r := range model.Relations {
			row = append(row, strconv.Itoa(p.Counts[r]))
		}
		row = append(row, p.Worst)
		for i := range row {
			row[i] = unformula(row[i])
		}
		_ = out.Write(row) // kept for Error
	}
	out.Flush()
	return out.Error()
}

//go:embed several.html
var severalSource string

// severalTemplate is read when it is first needed; see pageTemplate.
var severalTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("several").Parse(severalSource))
})

type severalView struct {
	Articles []model.Article
	Rows     [][]string
	Pairs    []pairView
}

type pairView struct{ Left, Right, Counts, Worst string }

func (s Several) view() severalView {
	v := severalView{Articles: s.Articles}
	if s.hasTable() {
		v.Rows = s.rows()
	}
	for _, p := range s.Pairs {
		v.Pairs = append(v.Pairs, pairView{headline(s.Articles[p.Left]), headline(s.Articles[p.Right]), Counted(p.Counts, model.Relations[:]...), p.Worst})
	}
	return v
}

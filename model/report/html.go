// This file is the comparison as one page of HTML.

package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"doubletake/model"
	"doubletake/model/marks"
)

//go:embed page.html
var pageSource string

// pageTemplate is read when the first page is written: other formats do not pay
// for it. The source is embedded and tested, so it cannot fail.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

// HTML writes the comparison as one page that needs nothing else: no script, no
// font, no picture, and a policy that lets a browser fetch none. It holds the
// first glance, every conflict, difference and variant, both texts with each mark
// leading to its fact, the sources, and the reader's marks and notes. It can be
// printed, follows the browser's light or dark theme, and says the class of each
// mark in words to a screen reader.
//
// All words go through html/template, which escapes by where they stand.
func HTML(w io.Writer, c model.Comparison, m marks.Set) error {
	b := bufio.NewWriter(w)
	if err := pageTemplate().Execute(b, page(c, m)); err != nil {
		return fmt.Errorf("writing the comparison as HTML: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the comparison as HTML: %w", err)
	}
	return nil
}

// The page as the template takes it.
type (
	pageView struct {
		Title    string
		Sides    []sideView
		Glance   []rowView
		Sections []sectionView
		Quiet    []sectionView
		Inside   []insideView
		Claims   []rowView // the reader's word on whole claims
		Signs    []signView
	}
	rowView  struct{ Name, Words string }
	signView struct{ Class, Sign, Word string }
	sideView struct {
		Name, Headline, From, Source string
		Paragraphs                   [][]piece
		Voices                       []voiceView
	}
	voiceView struct {
		Source, Named, Remark string
		Quotations, Claims    int
	}
	sectionView struct {
		ID, Heading string
		Facts       []factView
	}
	factView struct {
		ID, Class, Sign, Word, Kind, Severity string
		Question, Short                       string
		Quotes                                []quoteView
		Why, Beware, State, Note              string
	}
	quoteView struct {
		Side, Before, Words, After, Place, Speaker, Mark string
	}
	insideView struct{ Side, Kind, First, FirstPlace, Second, SecondPlace, Why string }
)

func page(c model.Comparison, m marks.Set) pageView {
	v := pageView{Title: "Two tellings: " + headline(c.Tellings[model.Left].Article) + " / " + headline(c.Tellings[model.Right].Article)}
	for _, r := range model.Relations {
		v.Signs = append(v.Signs, signView{r.String(), Sign(r), word(r)})
	}
	for i, line := range glances(c) {
		v.Glance = append(v.Glance, rowView{labels[i], line})
	}
	for _, s := range sides {
		v.Sides = append(v.Sides, sideOf(c, s))
		for i, x := range c.Tellings[s].Claims {
			if mark := m[marks.OfClaim(c, s, model.ClaimIndex(i))]; mark != (marks.Mark{}) {
				v.Claims = append(v.Claims, rowView{titles[s] + " " + ClaimID(s, model.ClaimIndex(i)), "“" + flat(x.Span.In(c.Text(s))) + "”: " + said(mark)})
			}
		}
	}
	for _, r := range model.Relations {
		section := sectionView{ID: r.String(), Heading: headings[r]}
		for _, i := range c.Ranked() {
			if c.Facts[i].Relation == r {
				section.Facts = append(section.Facts, factOf(c, m, i))
			}
		}
		switch {
		case len(section.Facts) == 0:
		case r == model.Conflict || r == model.Differs || r == model.Variant:
			v.Sections = append(v.Sections, section)
		default:
			v.Quiet = append(v.Quiet, section)
		}
	}
	for _, x := range c.Inside {
		v.Inside = append(v.Inside, insideView{titles[x.Side], x.Kind.String(), c.Words(x.Side, x.First), place(c, x.Side, x.First),
			c.Words(x.Side, x.Second), place(c, x.Side, x.Second), x.Why})
	}
	return v
}

// word is a relation in a reader's words.
func word(r model.Relation) string {
	switch r {
	case model.Same:
		return "shared"
	case model.LeftOnly:
		return "left only"
	case model.RightOnly:
		return "right only"
	}
	return r.String()
}

func sideOf(c model.Comparison, s model.Side) sideView {
	t := c.Tellings[s]
	v := sideView{Name: titles[s], Headline: headline(t.Article), From: origins(t.Article), Source: t.Article.Source}
	over := marked(c, s)
	for _, p := range t.Article.Paragraphs {
		v.Paragraphs = append(v.Paragraphs, over.cut(t.Article.Text, p))
	}
	for _, x := range t.Voices {
		v.Voices = append(v.Voices, voiceView{x.Source.Text, yes(x.Source.Named), remark(x), x.Quotations, len(x.Claims)})
	}
	return v
}

func factOf(c model.Comparison, m marks.Set, i model.FactIndex) factView {
	f := c.Facts[i]
	v := factView{ID: FactID(i), Class: f.Relation.String(), Sign: Sign(f.Relation), Word: word(f.Relation), Kind: f.Kind.String(),
		Question: f.Question(), Short: both(c, f, " / "), Why: f.Why, Beware: f.Beware}
	if f.Severity != model.None {
		v.Severity = f.Severity.String()
	}
	v.State, v.Note = reader(c, m, i)
	for _, s := range sides {
		if x, ok := f.On(s); ok {
			v.Quotes = append(v.Quotes, quoteOf(c, s, x, FactID(i)))
		}
	}
	return v
}

// quoteOf is the words of one side inside their claim.
func quoteOf(c model.Comparison, s model.Side, m model.Mention, id string) quoteView {
	x, body := claimOf(c, s, m), c.Text(s)
	if !x.Span.Contains(m.Span) {
		x.Span = m.Span
	}
	return quoteView{
		Side:    titles[s],
		Before:  model.Span{Start: x.Span.Start, End: m.Span.Start}.In(body),
		Words:   m.Span.In(body),
		After:   model.Span{Start: m.Span.End, End: x.Span.End}.In(body),
		Place:   place(c, s, m),
		Speaker: speaker(x),
		Mark:    markID(s, id),
	}
}

// markID is the anchor of a fact's mark in a text.
func markID(s model.Side, fact string) string { return s.String() + "-" + fact }

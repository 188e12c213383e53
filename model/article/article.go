// Package article makes raw text an Article: harmless characters, real
// paragraphs, and the headline, byline, date and dateline told from the body.
// Parse is total: any text gives an article, and no text makes it panic.
package article

import (
	"cmp"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// Parse reads plain or lightly marked-up (Markdown) text. name is where it came
// from, as the user gave it.
//
// The article's Text holds every word of raw but those of the headline, the
// byline and the date lines between headline and body, and but the marks of
// Markdown and its front matter. A dateline stays in Text, at the head of the sentence it opens.
// Parse runs in time linear in the length of raw.
func Parse(name, raw string) model.Article {
	front, rest := frontMatter(text.Clean(raw))
	a := fromParagraphs(name, paragraphs(rest))
	front.fill(&a)
	return a
}

// fromParagraphs tells what stands above the body from the body.
func fromParagraphs(name string, all []paragraph) model.Article {
	a := model.Article{Source: text.Line(name)}
	head, body := header(all)
	head.fill(&a)
	a.Text, a.Paragraphs = join(body)
	if len(body) > 0 {
		first := 0
		for first < len(body)-1 && isStandfirst(body[first].text) {
			first++
		}
		d := FindDateline(body[first].text)
		a.Dateline = cmp.Or(text.Line(d.Place), a.Dateline)
		a.Outlet = cmp.Or(a.Outlet, text.Line(d.Outlet))
		a.Published = cmp.Or(a.Published, d.Published)
	}
	return a
}

// join sets paragraphs one blank line apart and says where each one stands.
func join(body []paragraph) (string, []model.Span) {
	size := 0
	for _, p := range body {
		size += len(p.text) + len(gap)
	}
	var b strings.Builder
	b.Grow(size)
	spans := make([]model.Span, 0, len(body))
	for i, p := range body {
		if i > 0 {
			b.WriteString(gap)
		}
		start := b.Len()
		b.WriteString(p.text)
		spans = append(spans, model.Span{Start: start, End: b.Len()})
	}
	return b.String(), spans
}

// gap stands between the paragraphs of an article's Text.
const gap = "\n\n"

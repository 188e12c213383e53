// This file makes an Article of a page of HTML.

package article

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/model/article/page"
	"doubletake/model/text"
)

// ErrNone is what Read gives for a page that holds no article.
var ErrNone = errors.New("no article")

// none is ErrNone behind the words of another error.
type none struct{ error }

func (none) Is(target error) bool { return target == ErrNone }

// Read reads text, Markdown or HTML, told apart by content. name is where it came
// from, as the user gave it. The only error is that a page of HTML holds no
// article: it is ErrNone, names the source and says what to do.
func Read(name, raw string) (model.Article, error) {
	if !page.Is(raw) {
		return Parse(name, raw), nil
	}
	p, err := page.Read(raw)
	if err != nil {
		return model.Article{}, fmt.Errorf("%s: %w", name, none{err})
	}
	return fromPage(name, p), nil
}

// fromPage is Parse for what stood in a page: its paragraphs are known, and what
// the page says of itself goes before what its text looks like.
func fromPage(name string, p page.Page) model.Article {
	title := text.Line(p.Title)
	all := make([]paragraph, 0, len(p.Blocks)+1)
	if title != "" {
		all = append(all, paragraph{text: title, level: 1, apart: true})
	}
	for _, b := range p.Blocks {
		s := text.Line(b.Text)
		if !hasWord(s) || len(all) <= deepestHeader && strings.EqualFold(s, title) {
			continue
		}
		all = append(all, paragraph{text: s, level: b.Level, apart: true})
	}
	a := fromParagraphs(name, all)
	a.Title = cmp.Or(title, a.Title)
	a.Byline = cmp.Or(text.Line(p.Byline), a.Byline)
	a.Outlet = cmp.Or(text.Line(p.Outlet), a.Outlet)
	a.Published = cmp.Or(p.Published, a.Published)
	return a
}

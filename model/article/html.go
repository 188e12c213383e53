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

// MaxText is the length of the longest body that Read takes, in bytes: ten times
// that of the longest reports in print.
const MaxText = 2 << 20

// Read reads text, Markdown or HTML, told apart by content. name is where it came
// from, as the user gave it. The error names the source and says what to do; it is
// ErrNone where a page of HTML holds no article, or the text no word.
func Read(name, raw string) (model.Article, error) {
	a, err := read(name, raw)
	switch {
	case err != nil:
		return model.Article{}, err
	case len(a.Text) > MaxText:
		return model.Article{}, fmt.Errorf("%s: holds more than %d MB of text; cut it down to the article", name, MaxText>>20)
	case !hasWord(a.Text):
		return model.Article{}, fmt.Errorf("%s: %w", name, none{errors.New("holds no words; an article needs some text")})
	}
	return a, nil
}

func read(name, raw string) (model.Article, error) {
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

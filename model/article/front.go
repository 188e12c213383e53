// This file reads the front matter of Markdown files: lines of "key: value"
// between two lines of "---" at the head, as static site generators and note
// programs keep them.

package article

import (
	"cmp"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// longestFront is how many lines front matter may have.
const longestFront = 60

// front is what front matter says of the article.
type front struct{ title, byline, outlet, published string }

// frontMatter cuts front matter off cleaned text. Where the head is not clearly
// that, it is left to the text.
func frontMatter(clean string) (f front, rest string) {
	head, ok := strings.CutPrefix(clean, "---\n")
	if !ok {
		return front{}, clean
	}
	known := false
	list := "" // the key whose values follow a line each
	for range longestFront {
		line, after, more := strings.Cut(head, "\n")
		head = after
		bare := strings.TrimSpace(line)
		switch key, value, isPair := strings.Cut(bare, ":"); {
		case bare == "---" || bare == "...":
			if !known {
				return front{}, clean
			}
			return f, head
		case bare == "" || strings.HasPrefix(bare, "#"):
		case strings.HasPrefix(bare, "- "):
			f.set(list, unquote(bare[2:]))
		case isPair && !strings.Contains(strings.TrimSpace(key), " "):
			list = strings.ToLower(strings.TrimSpace(key))
			known = f.set(list, unquote(value)) || known
		default:
			return front{}, clean
		}
		if !more {
			break
		}
	}
	return front{}, clean
}

// set keeps a value under its key; false where the key says nothing of interest.
func (f *front) set(key, value string) bool {
	switch key {
	case "title", "headline":
		f.title = cmp.Or(f.title, value)
	case "author", "authors", "byline", "by":
		if value != "" && f.byline != "" {
			value = f.byline + ", " + value
		}
		f.byline = cmp.Or(value, f.byline)
	case "outlet", "source", "publication", "publisher", "site", "sitename":
		if !strings.Contains(value, "://") {
			f.outlet = cmp.Or(f.outlet, value)
		}
	case "date", "published", "pubdate", "created", "publishdate":
		f.published = cmp.Or(f.published, fullDate(tokens(value)))
	default:
		return false
	}
	return true
}

// unquote takes quotation marks and the brackets of a list off a value.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "["); ok && strings.HasSuffix(inner, "]") {
		parts := strings.Split(strings.TrimSuffix(inner, "]"), ",")
		for i := range parts {
			parts[i] = unquote(parts[i])
		}
		return strings.Join(parts, ", ")
	}
	for _, q := range [...]string{`"`, `'`} {
		if len(s) > 1 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			return s[1 : len(s)-1]
		}
	}
	return s
}

// fill sets what the front matter says, before what the text looks like.
func (f front) fill(a *model.Article) {
	a.Title = cmp.Or(text.Line(f.title), a.Title)
	a.Byline = cmp.Or(text.Line(f.byline), a.Byline)
	a.Outlet = cmp.Or(text.Line(f.outlet), a.Outlet)
	a.Published = cmp.Or(f.published, a.Published)
}

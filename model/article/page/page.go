// Package page reads the article out of a page of HTML: its words in paragraphs,
// and what the page says of itself (headline, byline, outlet, day). What is
// around the article is left out. No script is run and nothing is fetched.
//
// The article is found by go-readability, a port of the code behind Firefox's
// reader view, which is kept up, permissively licensed, and costs about half a
// millisecond at the start of a program that reads no HTML; go-trafilatura, which
// finds a little more, costs 200 ms there.
package page

import (
	"errors"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// The errors of Read, each with what to do.
var (
	ErrNoArticle = errors.New("no article was found in this page; save the article's own text")
	ErrPaywall   = errors.New("the page shows a teaser in front of a paywall and no article; save the text from where you can read it")
	ErrTooDeep   = errors.New("the page is nested too deep to be read; save the article as plain text")
	ErrTooLarge  = errors.New("the page has too many parts to be read; save the article as plain text")
)

// Page is an article as its page gives it. All words are as they stand there, not
// yet made harmless.
type Page struct {
	Title     string
	Byline    string // authors, joined by ", "
	Outlet    string
	Published string // ISO date, "" where the page does not say
	Blocks    []Block
}

// Block is a paragraph, a list item or a heading, with single spaces inside.
type Block struct {
	Text  string
	Level int // of a heading, 1 to 6; else 0
}

// Bounds on a page. The library's work grows faster than the page does.
const (
	maxElements = 100_000
	fewestWords = 20 // in sentences, below which a page holds no article
)

// sniffed is how much of a text tells whether it is HTML, in bytes.
const sniffed = 16 << 10

// Is reports whether a text is a page of HTML or a piece of one: it begins with a
// tag that pages begin with, or holds several closing tags of paragraphs.
func Is(raw string) bool {
	head := strings.ToLower(strings.TrimLeft(raw[:min(len(raw), sniffed)], "\ufeff \t\r\n\f\v"))
	for strings.HasPrefix(head, "<!--") {
		_, after, ok := strings.Cut(head, "-->")
		if !ok {
			return true
		}
		head = strings.TrimLeft(after, " \t\r\n")
	}
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta", "<title", "<?xml"} {
		if strings.HasPrefix(head, tag) {
			return tag != "<?xml" || strings.Contains(head, "<html")
		}
	}
	begins := strings.HasPrefix(head, "<p") || strings.HasPrefix(head, "<div") || strings.HasPrefix(head, "<h") || strings.HasPrefix(head, "<section")
	closed := strings.Count(head, "</p>") + strings.Count(head, "</div>")
	opened := strings.Count(head, "<p>") + strings.Count(head, "<div>")
	return closed > 2 || begins && closed > 0 || begins && opened > 2 || strings.Contains(head, "</body>") || strings.Contains(head, "</html>")
}

// Read finds the article in a page. The error is one of those above.
func Read(raw string) (Page, error) {
	doc, err := html.Parse(strings.NewReader(raw))
	if err != nil {
		return Page{}, ErrTooDeep // the parser takes any page but one nested over 512 deep
	}
	if tooMany(doc) {
		return Page{}, ErrTooLarge
	}
	mend(doc)
	facts := metadata(doc)
	p := Page{Title: facts.headline(), Byline: facts.byline(), Outlet: facts.outlet, Published: facts.published}
	p.Blocks = article(doc)
	if own := plainBlocks(facts.body); words(own) > words(p.Blocks)*3/2 {
		p.Blocks = own // the page gives its article to machines alone
	}
	switch {
	case words(p.Blocks) >= fewestWords:
		return p, nil
	case facts.paywalled:
		return Page{}, ErrPaywall
	}
	return Page{}, ErrNoArticle
}

// tooMany reports whether a page has more elements than the bound.
func tooMany(doc *html.Node) bool {
	n := 0
	for range doc.Descendants() {
		if n++; n > 2*maxElements {
			return true
		}
	}
	return false
}

// article is the blocks of the page's article: those that the library finds, or
// of the whole page where it finds next to nothing, as on a short notice.
func article(doc *html.Node) []Block {
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read here, with more care
	parser.CharThresholds = 250
	parser.MaxElemsToParse = maxElements
	var found []Block
	if a, err := parser.ParseDocument(doc, nil); err == nil && a.Node != nil {
		found = blocks(a.Node)
	}
	if words(found) < fewestWords {
		if all := blocks(doc); words(all) > words(found) {
			return all
		}
	}
	return found
}

// words counts the words of blocks that are sentences: a menu has none.
func words(bs []Block) int {
	n := 0
	for _, b := range bs {
		if sentence(b.Text) {
			n += len(strings.Fields(b.Text))
		}
	}
	return n
}

// plainBlocks is the paragraphs of plain text.
func plainBlocks(s string) []Block {
	var out []Block
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Join(strings.FieldsFunc(line, unicode.IsSpace), " "); line != "" {
			out = append(out, Block{Text: line})
		}
	}
	return out
}

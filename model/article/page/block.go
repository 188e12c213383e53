// This file walks the nodes of an article and gathers its paragraphs.

package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped is what is no part of an article's words.
var dropped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Title: true,
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true, atom.Select: true,
	atom.Textarea: true, atom.Figcaption: true, atom.Svg: true, atom.Math: true, atom.Iframe: true, atom.Object: true,
	atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Del: true, atom.S: true, atom.Dialog: true, atom.Menu: true,
}

// apart is the elements that stand in paragraphs of their own.
var apart = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Body: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hr: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Figure: true,
	atom.Address: true, atom.Details: true, atom.Summary: true, atom.Center: true, atom.Fieldset: true,
}

var levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// walker gathers blocks. The text in hand becomes one when an element begins or
// ends that stands apart.
type walker struct {
	out    []Block
	text   strings.Builder
	level  int // of the heading the walk is in
	breaks int // <br> since the last word
}

// blocks is the paragraphs below a node, in order.
func blocks(root *html.Node) []Block {
	var w walker
	w.walk(root)
	w.flush()
	return w.out
}

// walk goes down; the parser bounds how deep that can be.
func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.word(n.Data)
		return
	case html.ElementNode:
		if dropped[n.DataAtom] || hidden(n) || n.DataAtom == atom.Sup && isReference(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.lineBreak()
			return
		}
	}
	alone := n.Type == html.ElementNode && apart[n.DataAtom]
	if alone {
		w.flush()
	}
	outer := w.level
	if l := levels[n.DataAtom]; l > 0 {
		w.level = l
	}
	if n.DataAtom == atom.Q {
		w.word("“")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if n.DataAtom == atom.Q {
		w.word("”")
	}
	if alone {
		w.flush()
	}
	w.level = outer
}

// word adds text; its white space counts as one space.
func (w *walker) word(s string) {
	if strings.TrimFunc(s, unicode.IsSpace) != "" {
		w.breaks = 0
	}
	w.text.WriteString(s)
}

// lineBreak is a space once, and ends the paragraph when it comes again.
func (w *walker) lineBreak() {
	w.breaks++
	if w.breaks > 1 {
		w.flush()
		return
	}
	w.text.WriteByte(' ')
}

func (w *walker) flush() {
	s := strings.Join(strings.FieldsFunc(w.text.String(), unicode.IsSpace), " ")
	w.text.Reset()
	w.breaks = 0
	if s != "" {
		w.out = append(w.out, Block{Text: s, Level: w.level})
	}
}

// hidden reports whether a page hides an element from its readers.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isReference holds for the number of a footnote.
func isReference(n *html.Node) bool {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Trim(b.String(), "[]() 0123456789abc*†") == ""
}

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

// separator stands for a run of <br>, which old pages part paragraphs with. It is
// Unicode's own for that.
const separator = "\u2029"

// mend puts a separator in place of each run of two or more <br>. The library
// would make paragraphs inside paragraphs of them, and lose where they end.
func mend(doc *html.Node) {
	var runs [][]*html.Node
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Br || previous(n) != nil {
			continue
		}
		run := []*html.Node{n}
		for next := following(n); next != nil; next = following(next) {
			run = append(run, next)
		}
		if len(run) > 1 {
			runs = append(runs, run)
		}
	}
	for _, run := range runs {
		parent := run[0].Parent
		parent.InsertBefore(&html.Node{Type: html.TextNode, Data: separator}, run[0])
		for _, br := range run {
			parent.RemoveChild(br)
		}
	}
}

// following is the <br> right behind one, with white space at most between.
func following(br *html.Node) *html.Node {
	return beside(br, func(n *html.Node) *html.Node { return n.NextSibling })
}

func previous(br *html.Node) *html.Node {
	return beside(br, func(n *html.Node) *html.Node { return n.PrevSibling })
}

func beside(br *html.Node, step func(*html.Node) *html.Node) *html.Node {
	n := step(br)
	for n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
		n = step(n)
	}
	if n != nil && n.DataAtom == atom.Br {
		return n
	}
	return nil
}

// walker gathers blocks. The text in hand becomes one when an element begins or
// ends that stands apart.
type walker struct {
	out    []Block
	text   strings.Builder
	linked int // bytes of text that stand in links
	links  int // how many links the walk is in
	level  int // of the heading the walk is in
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
			w.word(" ")
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
	switch n.DataAtom {
	case atom.A:
		w.links++
	case atom.Q:
		w.word("“")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	switch n.DataAtom {
	case atom.A:
		w.links--
	case atom.Q:
		w.word("”")
	}
	if alone {
		w.flush()
	}
	w.level = outer
}

// word adds text; its white space counts as one space.
func (w *walker) word(s string) {
	for i, part := range strings.Split(s, separator) {
		if i > 0 {
			w.flush()
		}
		w.text.WriteString(part)
		if w.links > 0 {
			w.linked += len(part)
		}
	}
}

// flush ends the block in hand. What is nothing but links, and no sentence, is a
// menu or leads to other articles.
func (w *walker) flush() {
	s := strings.Join(strings.FieldsFunc(w.text.String(), unicode.IsSpace), " ")
	menu := w.linked*10 > len(s)*8 && !sentence(s)
	w.text.Reset()
	w.linked = 0
	if s != "" && !menu && !strings.Contains(labels, "|"+strings.ToLower(s)+"|") {
		w.out = append(w.out, Block{Text: s, Level: w.level})
	}
}

// sentence reports whether words end as a sentence does.
func sentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// labels are what publishing systems put between paragraphs.
const labels = "|advertisement|ad|ads|sponsored|promoted|story continues below|story continues below advertisement|article continues below|" +
	"article continues after ad|article continues after advertisement|continue reading below|share|share this|share this:|share this article|" +
	"print|email|copy link|comments|loading|loading...|loading…|related|read more|recommended|most read|listen|save|follow us|sign up|subscribe|"

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

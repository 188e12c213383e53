package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"doubletake/model"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// update writes the golden files instead of comparing with them:
// go test ./model/report -update
var update = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	c, set := fixture(t)
	for f, name := range map[Format]string{AsText: "ferry.txt", AsJSON: "ferry.json", AsMarkdown: "ferry.md", AsHTML: "ferry.html", AsCSV: "ferry.csv"} {
		t.Run(string(f), func(t *testing.T) {
			var b bytes.Buffer
			if err := f.Write(&b, c, set); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.Bytes())
		})
	}
}

// golden compares with a golden file, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("-want +got; -update writes it:\n%s", diff)
	}
}

// TestHarmless holds every output to printable characters and newlines, whatever
// the reader's notes hold; the articles are cleaned before.
func TestHarmless(t *testing.T) {
	c, set := fixture(t)
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, c, set); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r != '\n' && !unicode.IsPrint(r) && r != ' ' {
				t.Errorf("%s holds %U", f, r)
			}
		}
	}
}

// TestPage holds the HTML to one page that is whole, needs nothing else, runs
// nothing, and shows every word of both texts in order.
func TestPage(t *testing.T) {
	c, set := fixture(t)
	var b bytes.Buffer
	if err := HTML(&b, c, set); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	ids := make(map[string]bool)
	var links []string
	var texts []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "iframe", "link", "object", "embed", "base", "form", "lines":
			t.Errorf("the page holds <%s>", n.Data)
		}
		if n.Data == "article" && strings.HasSuffix(attr(n, "aria-label"), "article") {
			texts = append(texts, shown(n))
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("two elements are called %s", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href":
				links = append(links, a.Val)
			case strings.HasPrefix(a.Key, "on"), a.Key == "src", a.Key == "style":
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, l := range links {
		if !strings.HasPrefix(l, "#") || !ids[l[1:]] {
			t.Errorf("a link leads to %s", l)
		}
	}
	for i, body := range []string{leftText, rightText} {
		if got, want := texts[i], strings.Join(strings.Fields(body), " "); !strings.HasSuffix(got, want) {
			t.Errorf("text %d:\n%s\nwant\n%s", i, got, want)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// shown is the words below a node but for signs and what only screen readers say.
func shown(n *html.Node) string {
	if c := attr(n, "class"); c == "said" || strings.HasPrefix(c, "sign") {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(shown(c))
	}
	return strings.Join(strings.Fields(b.String()), " ") + spaceAfter(n, b.String())
}

func spaceAfter(n *html.Node, words string) string {
	if n.Data == "p" || n.Data == "h3" || strings.HasSuffix(words, " ") {
		return " "
	}
	return ""
}

func TestCSV(t *testing.T) {
	c, set := fixture(t)
	var b bytes.Buffer
	if err := CSV(&b, c, set); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(c.Facts)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows[1:] {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would compute %q", cell)
			}
		}
	}
}

func TestAtLeast(t *testing.T) {
	c, _ := fixture(t)
	for _, x := range []struct {
		floor           model.Severity
		left, conflicts int
		links           [][]model.FactIndex
	}{
		{model.None, 0, 2, [][]model.FactIndex{{0, 1}, {2}}},
		{model.Low, 0, 2, [][]model.FactIndex{{0, 1}, {2}}},
		{model.Medium, 2, 2, [][]model.FactIndex{{0}, {1}}},
		{model.High, 3, 1, [][]model.FactIndex{{0}, {1}}},
	} {
		kept, left := AtLeast(c, x.floor)
		if left != x.left || kept.Count(model.Conflict) != x.conflicts || len(kept.Facts) != len(c.Facts)-left {
			t.Errorf("%s: %d left out, %d conflicts, %d facts", x.floor, left, kept.Count(model.Conflict), len(kept.Facts))
		}
		for i, l := range kept.Links {
			if diff := cmp.Diff(x.links[i], l.Facts); diff != "" {
				t.Errorf("%s, link %d: %s", x.floor, i, diff)
			}
		}
		for _, f := range kept.Facts {
			if f.Severity != model.None && f.Severity < x.floor {
				t.Errorf("%s: kept %v", x.floor, f)
			}
		}
	}
	if len(c.Links[1].Facts) != 1 || c.Links[1].Facts[0] != 2 {
		t.Error("the comparison itself was changed")
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats {
		if got, err := ParseFormat(string(f)); got != f || err != nil {
			t.Errorf("%s: %v, %v", f, got, err)
		}
	}
	if _, err := ParseFormat("pdf"); err == nil || !strings.Contains(err.Error(), Names()) {
		t.Errorf("pdf: %v", err)
	}
	for path, want := range map[string]Format{"a.txt": AsText, "a.JSON": AsJSON, "b/c.md": AsMarkdown, "x.markdown": AsMarkdown, "x.htm": AsHTML, "x.csv": AsCSV, "x.pdf": "", "json": ""} {
		if got, ok := FormatOf(path); got != want || ok != (want != "") {
			t.Errorf("%s: %q", path, got)
		}
	}
	if err := Format("pdf").Write(io.Discard, model.Comparison{}, nil); err == nil {
		t.Error("an unknown format was written")
	}
}

func TestEscaped(t *testing.T) {
	for in, want := range map[string]string{
		"plain words, 10:30, $5 (so): a.b": "plain words, 10:30, $5 (so): a.b",
		"*a* _b_ `c` [d](e) <f> |":         `\*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) \<f> \|`,
		"# a":                              `\# a`,
		"a # b - c + d = e > f":            "a # b - c + d = e > f",
		"- a":                              `\- a`,
		"12. May":                          `12\. May`,
		"12) May":                          `12\) May`,
		"1.5 and 2.":                       `1\.5 and 2.`,
		"AT&T & co &amp; &#35;":            `AT\&T & co \&amp; \&#35;`,
		"see http://a.b/c or www.a.b":      `see http\://a.b/c or www\.a.b`,
		"mail a@b.c, at @ noon":            `mail a\@b.c, at @ noon`,
		"~a~, 2~ 3":                        `\~a\~, 2~ 3`,
		`back\slash`:                       `back\\slash`,
		"":                                 "",
	} {
		if got := escaped(in); got != want {
			t.Errorf("escaped(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestOdd writes comparisons that hold nothing, or spans that fit nothing.
func TestOdd(t *testing.T) {
	empty := model.Comparison{}
	wild := model.Comparison{
		Facts: []model.Fact{{Kind: 99, Relation: model.Conflict, Severity: 99, Left: model.Mention{Claim: 7, Span: model.Span{Start: 5, End: 90}}, Right: model.Mention{Claim: -1, Span: model.Span{Start: -3, End: 2}}}},
		Links: []model.Link{{Facts: []model.FactIndex{0}}},
	}
	wild.Tellings[0].Article = model.Article{Text: "Short.", Paragraphs: []model.Span{{Start: 0, End: 6}}}
	for _, c := range []model.Comparison{empty, wild} {
		for _, f := range Formats {
			var b bytes.Buffer
			if err := f.Write(&b, c, nil); err != nil || b.Len() == 0 {
				t.Errorf("%s: %d bytes, %v", f, b.Len(), err)
			}
			if f == AsJSON && !json.Valid(b.Bytes()) {
				t.Error("no JSON")
			}
		}
	}
}

// full is a writer with no room.
type fullDisk struct{}

var errFull = errors.New("no room")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	c, set := fixture(t)
	for _, f := range Formats {
		if err := f.Write(fullDisk{}, c, set); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// FuzzOverlay cuts a text under marks anywhere: the pieces are the text.
func FuzzOverlay(f *testing.F) {
	f.Add("Two men met.", 0, 3, 2, 9, 4, 5)
	f.Add("ab", 0, 2, 0, 2, 1, 1)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		var x model.Comparison
		x.Tellings[0].Article = model.Article{Text: text, Paragraphs: []model.Span{{Start: 0, End: len(text)}}}
		for i, s := range []model.Span{{Start: a, End: b}, {Start: c, End: d}, {Start: e, End: g}} {
			x.Facts = append(x.Facts, model.Fact{Relation: model.Relation(i), Left: model.Mention{Span: s}})
		}
		got := ""
		for _, p := range marked(x, model.Left).cut(text, x.Tellings[0].Article.Paragraphs[0]) {
			got += p.Words
		}
		if got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func FuzzEscaped(f *testing.F) {
	f.Add("*a* <b> 1. www.x &amp;")
	f.Fuzz(func(t *testing.T, s string) {
		if got := strings.ReplaceAll(escaped(s), `\`, ""); got != strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), `\`, "") && strings.ToValidUTF8(s, "") == s {
			t.Errorf("%q became %q", s, got)
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	t := &testing.T{}
	c, set := fixture(t)
	for b.Loop() {
		if err := HTML(io.Discard, c, set); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSeveral(t *testing.T) {
	c, _ := fixture(t)
	left, right := c.Tellings[0].Article, c.Tellings[1].Article
	third := model.Article{Source: "third | <b>.txt", Title: "=A third telling"}
	s := Several{
		Articles: []model.Article{left, right, third},
		Pairs:    []Brief{BriefOf(0, 1, "ferry", c), BriefOf(0, 2, "", model.Comparison{}), {Left: 1, Right: 2}},
	}
	if s.Conflicts() != 2 {
		t.Errorf("%d conflicts", s.Conflicts())
	}
	for f, name := range map[Format]string{AsText: "several.txt", AsJSON: "several.json", AsMarkdown: "several.md", AsHTML: "several.html", AsCSV: "several.csv"} {
		t.Run(string(f), func(t *testing.T) {
			var b bytes.Buffer
			if err := s.Write(&b, f); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.Bytes())
			if err := s.Write(fullDisk{}, f); !errors.Is(err, errFull) {
				t.Errorf("no room: %v", err)
			}
		})
	}
}

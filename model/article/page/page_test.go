package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
	texttemplate "text/template"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// paragraph is one of the article that all layouts hold.
type paragraph struct {
	Text        string
	Head, Third bool
}

// JSON is the text inside a string of JSON.
func (p paragraph) JSON() string {
	b, _ := json.Marshal(p.Text) // a string always can be
	return string(b[1 : len(b)-1])
}

func story(t *testing.T) []paragraph {
	t.Helper()
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []paragraph
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		out = append(out, paragraph{Text: line, Head: !strings.ContainsAny(line, ".,"), Third: i%3 == 2})
	}
	return out
}

// layout is a page made of the article in the manner of one kind of site.
func layout(t *testing.T, name string, ps []paragraph) string {
	t.Helper()
	path := filepath.Join("testdata", name+".html")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if name == "app" { // its words stand in JSON, which knows escapes of its own
		err = texttemplate.Must(texttemplate.New(name).Parse(string(data))).Execute(&b, ps)
	} else {
		// html/template takes <HTML> apart where it stands in capitals; the words need it for "&".
		err = template.Must(template.New(name).Parse(string(data))).Execute(&b, ps)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLayouts(t *testing.T) {
	ps := story(t)
	var want []string
	for _, p := range ps {
		want = append(want, p.Text)
	}
	title := "Ferry strikes pier in Port Elian, 12 hurt"
	sum := 0.0
	cases := []struct {
		name, title, byline, outlet, published string
		least                                  float64 // F1 of words
	}{
		{"ldjson", title, "Mara Lindqvist, Jon Ashe", "The Elian Courier", "2025-03-04", .99},
		{"weblog", title, "Mara Lindqvist", "The Elian Courier", "2025-03-04", .99},
		{"tables", title, "", "", "", .99},
		{"app", title, "Mara Lindqvist", "The Elian Courier", "2025-03-04", .99},
		{"soup", title, "Mara Lindqvist", "The Elian Courier", "2025-03-04", .99},
		{"micro", title, "Mara Lindqvist", "The Elian Courier", "2025-03-04", .99},
		{"lists", title, "Mara Lindqvist", "The Elian Courier", "2025-03-04", .97},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			raw := layout(t, c.name, ps)
			if !Is(raw) {
				t.Error("not taken for HTML")
			}
			p, err := Read(raw)
			if err != nil {
				t.Fatal(err)
			}
			got := Page{Title: p.Title, Byline: p.Byline, Outlet: p.Outlet, Published: p.Published}
			if diff := cmp.Diff(Page{Title: c.title, Byline: c.byline, Outlet: c.outlet, Published: c.published}, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			var texts []string
			for _, b := range p.Blocks {
				if b.Text != title {
					texts = append(texts, b.Text)
				}
			}
			f1 := score(want, texts)
			sum += f1
			if f1 < c.least {
				t.Errorf("F1 %.3f, want %.2f:\n%s", f1, c.least, cmp.Diff(want, texts))
			}
		})
	}
	t.Logf("mean F1 of %d layouts: %.3f", len(cases), sum/float64(len(cases)))
}

// score is the F1 of the words of two texts, as bags.
func score(want, got []string) float64 {
	count := make(map[string]int)
	n, m, both := 0, 0, 0
	for _, w := range strings.Fields(strings.Join(want, " ")) {
		count[w]++
		n++
	}
	for _, w := range strings.Fields(strings.Join(got, " ")) {
		m++
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(n+m)
}

func TestNoArticle(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "Two men met."
	many := "<p>Two men met.</p>" + strings.Repeat("<i></i>", 2*maxElements+1)
	for name, c := range map[string]struct {
		raw  string
		want error
	}{
		"wall":  {layout(t, "wall", nil), ErrPaywall},
		"menu":  {layout(t, "menu", nil), ErrNoArticle},
		"empty": {"<html></html>", ErrNoArticle},
		"deep":  {deep, ErrTooDeep},
		"many":  {many, ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if _, err := Read(c.raw); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for raw, want := range map[string]bool{
		"<!DOCTYPE html><p>a":                              true,
		"\ufeff\n <html>":                                  true,
		"<!-- saved from url --><html>":                    true,
		"<?xml version=\"1.0\"?><html>":                    true,
		"<?xml version=\"1.0\"?><rss>":                     false,
		"<p>One.</p>":                                      true,
		"<div class=a>One.</div>":                          true,
		"One.<p>Two.</p><p>Three.</p><p>Four.</p>":         true,
		"Two men met. <b>So</b> he said.":                  false,
		"The tag <p> opens a paragraph.":                   false,
		"# A headline\n\nTwo men met.":                     false,
		"":                                                 false,
		"<3 ferries":                                       false,
		"<https://example.org> is where it was published.": false,
	} {
		if got := Is(raw); got != want {
			t.Errorf("Is(%q) = %v", raw, got)
		}
	}
}

func TestBlocks(t *testing.T) {
	filler := "<p>It was the second accident in the harbour this year, and the harbour master said that there would be an inquiry soon.</p>"
	for _, c := range []struct{ name, in, want string }{
		{"white space", "<p>Two\n   men&nbsp;met.</p>", "Two men met."},
		{"breaks", "<p>One.<br>Still one.<br><br>Two.</p>", "One. Still one.|Two."},
		{"quotation", "<p>He said <q>so</q>.</p>", "He said “so”."},
		{"footnote", "<p>Two men met.<sup>[1]</sup> So<sup>th</sup>.</p>", "Two men met. Soth."},
		{"struck out", "<p>Two <del>three</del> men met.</p>", "Two men met."},
		{"hidden", `<p>Two men met.</p><p style="display: none">Not seen.</p><p hidden>Nor this.</p>`, "Two men met."},
		{"inline", "<p>Two <b>m</b>en <a href=x>met</a>.</p>", "Two men met."},
		{"list", "<p>They were:</p><ul><li>One.</li><li>Two.</li></ul>", "They were:|One.|Two."},
		{"entities", "<p>&ldquo;So&rdquo; &amp; more&hellip;</p>", "“So” & more…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Read("<html><body><article>" + c.in + filler + "</article></body></html>")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range p.Blocks[:max(0, len(p.Blocks)-1)] {
				got = append(got, b.Text)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2025-03-04": "2025-03-04", "2025-03-04T23:30:00-05:00": "2025-03-04", "2025/03/04 10:00": "2025-03-04", "20250304": "2025-03-04", "20250304T101500Z": "2025-03-04",
		"Tue, 04 Mar 2025 10:00:00 GMT": "2025-03-04", "March 4, 2025": "2025-03-04", "4 March 2025": "2025-03-04",
		"": "", "yesterday": "", "1970-01-01T00:00:00Z": "", "0001-01-01": "", "2025-13-40": "", "9999-01-01": "",
	} {
		if got := day(in); got != want {
			t.Errorf("day(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		outlet string
		titles []string
		want   string
	}{
		{"The Post", []string{"A ferry sank | The Post"}, "A ferry sank"},
		{"Post", []string{"A ferry sank - The Post"}, "A ferry sank"},
		{"", []string{"", "A ferry sank - live", "A ferry sank"}, "A ferry sank"},
		{"", []string{"Minister quits - and returns"}, "Minister quits - and returns"},
		{"", []string{"Smith &amp; Jones"}, "Smith & Jones"},
		{"The Post", []string{"The Post"}, "The Post"},
		{"", nil, ""},
	} {
		if got := (facts{outlet: c.outlet, titles: c.titles}).headline(); got != c.want {
			t.Errorf("%q of %q: %q, want %q", c.titles, c.outlet, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<p>Two men met.</p>")
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[1,{"name":2}]}]}</script>`)
	f.Fuzz(func(t *testing.T, raw string) {
		p, err := Read(raw)
		if err != nil {
			return
		}
		for _, b := range p.Blocks {
			if b.Text == "" || utf8.ValidString(raw) && !utf8.ValidString(b.Text) {
				t.Errorf("block %q", b.Text)
			}
		}
	})
}

// This file gathers what a page says of itself: JSON-LD (schema.org), Open Graph,
// and the meta elements that publishing systems write.

package page

import (
	"encoding/json"
	stdhtml "html"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what a page says of itself.
type facts struct {
	titles    []string // best first: JSON-LD, the only h1, Open Graph, the title element
	authors   []string
	outlet    string
	published string
	body      string // the article as JSON-LD gives it
	paywalled bool
}

// metadata reads the whole document once.
func metadata(doc *html.Node) facts {
	var g gathered
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			g.element(n)
		}
	}
	return g.facts()
}

// gathered is what was met, by name.
type gathered struct {
	ld    thing
	meta  map[string]string // the first content of each name or property, in small letters
	all   map[string][]string
	title string
	h1    []string
	times []string // datetime attributes that say they are the day of publication
	wall  bool
}

func (g *gathered) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Script:
		if strings.Contains(attribute(n, "type"), "ld+json") && n.FirstChild != nil {
			g.linked(n.FirstChild.Data)
		}
	case atom.Meta:
		g.metaElement(n)
	case atom.Title:
		if g.title == "" && (n.Parent == nil || n.Parent.DataAtom == atom.Head) {
			g.title = textOf(n)
		}
	case atom.H1:
		if t := textOf(n); t != "" {
			g.h1 = append(g.h1, t)
		}
	case atom.Time:
		if day := attribute(n, "datetime"); day != "" && (has(n, "pubdate") || strings.Contains(attribute(n, "itemprop"), "datePublished") || strings.Contains(strings.ToLower(attribute(n, "class")), "publish")) {
			g.times = append(g.times, day)
		}
	}
	if class := strings.ToLower(attribute(n, "class") + " " + attribute(n, "id")); strings.Contains(class, "paywall") || strings.Contains(class, "regwall") || strings.Contains(class, "subscriber-only") {
		g.wall = true
	}
}

func (g *gathered) metaElement(n *html.Node) {
	content := strings.TrimSpace(attribute(n, "content"))
	if content == "" {
		return
	}
	for _, key := range [...]string{"property", "name", "itemprop"} {
		name := strings.ToLower(strings.TrimSpace(attribute(n, key)))
		if name == "" {
			continue
		}
		if g.meta == nil {
			g.meta, g.all = make(map[string]string), make(map[string][]string)
		}
		if _, ok := g.meta[name]; !ok {
			g.meta[name] = content
		}
		g.all[name] = append(g.all[name], content)
		return
	}
}

// first is the first of the named meta elements that is there.
func (g *gathered) first(names ...string) string {
	for _, n := range names {
		if v := g.meta[n]; v != "" {
			return v
		}
	}
	return ""
}

// facts weighs what was met: what is meant for machines first.
func (g *gathered) facts() facts {
	f := facts{outlet: g.ld.publisher, authors: g.ld.authors, body: g.ld.body, paywalled: g.ld.walled || g.wall}
	if f.outlet == "" {
		f.outlet = g.first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "parsely-site", "cre")
	}
	if len(f.authors) == 0 {
		for _, name := range [...]string{"author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author"} {
			for _, a := range g.all[name] {
				if a = author(a); a != "" {
					f.authors = append(f.authors, a)
				}
			}
			if len(f.authors) > 0 {
				break
			}
		}
	}
	f.titles = append(f.titles, g.ld.headline)
	if len(g.h1) == 1 {
		f.titles = append(f.titles, g.h1[0])
	}
	f.titles = append(f.titles, g.first("og:title", "twitter:title", "dc.title", "parsely-title"), g.title)
	days := []string{g.ld.published, g.first("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "pubdate", "publishdate", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
		"article.published", "ptime", "date")}
	for _, d := range append(days, g.times...) {
		if f.published = day(d); f.published != "" {
			break
		}
	}
	return f
}

// headline is the best title, without the outlet's name at its end.
func (f facts) headline() string {
	for _, t := range f.titles {
		if t = strings.Join(strings.Fields(stdhtml.UnescapeString(t)), " "); t != "" {
			return withoutOutlet(t, f.outlet, f.titles)
		}
	}
	return ""
}

// withoutOutlet takes " | The Post" off a title: where that is the outlet's name,
// or what comes before it is one of the other titles.
func withoutOutlet(t, outlet string, others []string) string {
	for _, bar := range [...]string{" | ", " - ", " – ", " — ", " :: ", " · ", " • "} {
		i := strings.LastIndex(t, bar)
		if i <= 0 {
			continue
		}
		head, tail := t[:i], t[i+len(bar):]
		if outlet != "" && (strings.EqualFold(tail, outlet) || strings.EqualFold(strings.TrimPrefix(tail, "The "), strings.TrimPrefix(outlet, "The "))) {
			return head
		}
		for _, o := range others {
			if strings.EqualFold(strings.TrimSpace(o), head) {
				return head
			}
		}
	}
	return t
}

// byline is the authors, each once.
func (f facts) byline() string {
	var out []string
	seen := make(map[string]bool)
	for _, a := range f.authors {
		if a = author(a); a != "" && !seen[strings.ToLower(a)] && !strings.EqualFold(a, f.outlet) {
			seen[strings.ToLower(a)] = true
			out = append(out, a)
		}
	}
	return strings.Join(out, ", ")
}

// longestAuthor is how long a byline may be, in bytes.
const longestAuthor = 200

// author is a name without "By" before it; "" for an address or a handle.
func author(s string) string {
	s = strings.Join(strings.Fields(stdhtml.UnescapeString(s)), " ")
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > longestAuthor {
		return ""
	}
	return s
}

// day is the date that a time in a page begins with: 2025-11-17T08:30:00Z,
// 20251117, Mon, 17 Nov 2025 …. It is the day in the zone the page gives, which is
// the outlet's. "" where s is no date.
func day(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range [...]string{"2006-01-02", "2006/01/02", "20060102"} {
		if len(s) >= len(layout) {
			if t, err := time.Parse(layout, s[:len(layout)]); err == nil && plausible(t) {
				return t.Format(time.DateOnly)
			}
		}
	}
	for _, layout := range [...]string{time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006 15:04"} {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// plausible keeps out the years that publishing systems write for "none".
func plausible(t time.Time) bool { return t.Year() >= 1900 && t.Year() < 2200 && t.Year() != 1970 }

// thing is what JSON-LD says of the article.
type thing struct {
	headline, published, publisher, body string
	authors                              []string
	walled, found                        bool
}

// deepestThing is how many objects of JSON-LD may lie inside one another.
const deepestThing = 8

// linked reads a block of JSON-LD and keeps the first article in it.
func (g *gathered) linked(source string) {
	source = strings.TrimSpace(source)
	source = strings.TrimSuffix(strings.TrimPrefix(source, "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(source), &v) == nil {
		g.search(v, 0)
	}
}

func (g *gathered) search(v any, depth int) {
	if g.ld.found || depth > deepestThing {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			g.search(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			g.ld = thing{
				headline: str(v["headline"]), published: str(v["datePublished"]), publisher: name(v["publisher"]),
				body: str(v["articleBody"]), authors: names(v["author"]), walled: isFalse(v["isAccessibleForFree"]), found: true,
			}
			if g.ld.headline == "" {
				g.ld.headline = str(v["name"])
			}
			return
		}
		g.search(v["@graph"], depth+1)
		g.search(v["mainEntity"], depth+1)
	}
}

// isArticle holds for schema.org's Article and its kinds: NewsArticle, Report,
// BlogPosting, LiveBlogPosting and the rest.
func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		v = v[strings.LastIndexByte(v, '/')+1:]
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, x := range v {
			if isArticle(x) {
				return true
			}
		}
	}
	return false
}

func str(v any) string { s, _ := v.(string); return strings.TrimSpace(s) }

func isFalse(v any) bool { return v == false || strings.EqualFold(str(v), "false") }

// name is a thing's name, or the words themselves.
func name(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		return str(v["name"])
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
	}
	return ""
}

func names(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, x := range list {
		if n := name(x); n != "" {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// textOf is the words below a node on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

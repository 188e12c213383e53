package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/text"

	"github.com/google/go-cmp/cmp"
)

// long is a paragraph too wide to be a hard wrap.
const long = "The harbour master of Port Elian told reporters on Monday that the ferry had left its berth nearly forty minutes late, and that nobody had asked for a pilot."

func body(a model.Article) []string {
	var out []string
	for _, p := range a.Paragraphs {
		out = append(out, p.In(a.Text))
	}
	return out
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", long + "\n\n" + "He left.", []string{long, "He left."}},
		{"a line each", long + "\n" + long + "\nHe left.", []string{long, long, "He left."}},
		{"blank lines and long lines mixed", long + "\n\n" + long + "\n" + long + "\n\nHe left.", []string{long, long, long, "He left."}},
		{
			"hard wrap",
			"The harbour master of Port Elian told reporters\non Monday that the ferry had left its berth\nnearly forty minutes late.\n\nNobody had asked for a pilot, and nobody would\nhave found one at that hour in Port Elian.\n",
			[]string{
				"The harbour master of Port Elian told reporters on Monday that the ferry had left its berth nearly forty minutes late.",
				"Nobody had asked for a pilot, and nobody would have found one at that hour in Port Elian.",
			},
		},
		{
			"hard wrap without blank lines",
			"The harbour master of Port Elian told reporters\non Monday that the ferry had left its berth\nnearly late.\nNobody had asked for a pilot, and nobody would\nhave found one at that hour in Port Elian.\n",
			[]string{
				"The harbour master of Port Elian told reporters on Monday that the ferry had left its berth nearly late.",
				"Nobody had asked for a pilot, and nobody would have found one at that hour in Port Elian.",
			},
		},
		{"hard wrap at a hyphen", "The harbour master of Port Elian told Anglo-\nNorman reporters on Monday that the ferry had\nleft its berth nearly forty minutes late.", []string{"The harbour master of Port Elian told Anglo-Norman reporters on Monday that the ferry had left its berth nearly forty minutes late."}},
		{"short sentences, a line each", "The ferry sank.\nNobody was hurt.\nThe pilot swam.\nThe crew waved.", []string{"The ferry sank.", "Nobody was hurt.", "The pilot swam.", "The crew waved."}},
		{"break after a title", "‘It sank,’ said Dr.\n\nInes Maro, who saw it.", []string{"‘It sank,’ said Dr. Ines Maro, who saw it."}},
		{"line break after a title", long + "\n" + "It sank, said Mr.\nMaro, who saw it.", []string{long, "It sank, said Mr. Maro, who saw it."}},
		{"break after an initial", "The ship was named for Harry S.\n\nTruman in May.", []string{"The ship was named for Harry S. Truman in May."}},
		{"initial that ends a paragraph", "She had taken vitamin C.\n\nThe pilot had not.", []string{"She had taken vitamin C.", "The pilot had not."}},
		{"break before a small letter", long + "\n\nThe owner is a firm that has been based for years in the town\n\nof Port Elian.", []string{long, "The owner is a firm that has been based for years in the town of Port Elian."}},
		{"break after a company", long + "\n\nIt belongs to Elian Shipping Co.\nof Port Elian.", []string{long, "It belongs to Elian Shipping Co. of Port Elian."}},
		{"rules and spaces", "\ufeff\r\n" + long + "\r\n\r\n* * *\r\n  He\u00a0left.  \t\r\n", []string{long, "He left."}},
		{"Markdown", long + "\n\n## What next?\n\n> **He** left _at once_, [they said](http://x.test/a).\n\n* one thing\n* another 2*3 thing", []string{long, "What next?", "He left at once, they said.", "one thing", "another 2*3 thing"}},
		{"nothing", "\n \n\t", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, body(Parse("x", c.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHeader(t *testing.T) {
	type head struct{ Title, Byline, Outlet, Published, Dateline string }
	for _, c := range []struct {
		name, in string
		want     head
		body     int // paragraphs
	}{
		{"none", long + "\n" + long, head{}, 2},
		{"headline", "Ferry sinks off Port Elian\n\n" + long, head{Title: "Ferry sinks off Port Elian"}, 1},
		{"headline without a blank line", "Ferry sinks off Port Elian\n" + long, head{Title: "Ferry sinks off Port Elian"}, 1},
		{"question", "Who sank the ferry?\n\n" + long, head{Title: "Who sank the ferry?"}, 1},
		{"Markdown", "# Ferry sinks.\n" + long, head{Title: "Ferry sinks."}, 1},
		{"first sentence is no headline", "The ferry sank.\n\n" + long, head{}, 2},
		{"byline and date", "Ferry sinks\n\nBy Ines Maro and Jon Dahl\n\nNov. 6, 2025\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro and Jon Dahl", Published: "2025-11-06"}, 1},
		{"byline in capitals", "Ferry sinks\nBY INES MARO in Port Elian\n" + long, head{Title: "Ferry sinks", Byline: "INES MARO in Port Elian"}, 1},
		{"byline with outlet", "Ferry sinks\n\nBy Ines Maro, The Elian Post\n\nPublished: Thursday 6 November 2025, 14:30 GMT\n\n" + long, head{"Ferry sinks", "Ines Maro, The Elian Post", "The Elian Post", "2025-11-06", ""}, 1},
		{"bare name", "Ferry sinks\n\nInes Maro\nMaritime Correspondent\n2025-11-06\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro, Maritime Correspondent", Published: "2025-11-06"}, 1},
		{"one line", "Ferry sinks\n\nBy Ines Maro | 17.11.2025\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro", Published: "2025-11-17"}, 1},
		{"date that could be two", "Ferry sinks\n\nPublished 6/11/2025\n\n" + long, head{Title: "Ferry sinks"}, 1},
		{"standfirst stays", "Ferry sinks\n\nHarbour master blames a late start and a missing pilot\n\nBy Ines Maro\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro"}, 2},
		{"sentence with by", "Ferry sinks\n\nBy Tuesday the ferry had been raised by two tugs.\n\n" + long, head{Title: "Ferry sinks"}, 2},
		{"agency", "Ferry sinks\n\nPORT ELIAN, Norland (AP) — " + long, head{Title: "Ferry sinks", Outlet: "AP", Dateline: "PORT ELIAN, Norland"}, 1},
		{"agency and day", "PORT ELIAN, Nov 16 (Reuters) - " + long, head{Outlet: "Reuters", Dateline: "PORT ELIAN"}, 1},
		{"full date", "PORT ELIAN, Ore., Nov. 16, 2025 (AP) -- " + long, head{Outlet: "AP", Published: "2025-11-16", Dateline: "PORT ELIAN, Ore."}, 1},
		{"place alone", "PARIS — " + long, head{Dateline: "PARIS"}, 1},
		{"two places", "BEIRUT/PARIS (Reuters) - " + long, head{Outlet: "Reuters", Dateline: "BEIRUT/PARIS"}, 1},
		{"slashes", "ELIAN, October 15. /Vesna/. " + long, head{Outlet: "Vesna", Dateline: "ELIAN"}, 1},
		{"dateline apart", "Ferry sinks\n\nPORT ELIAN (AP)--\n\n" + long, head{Title: "Ferry sinks", Outlet: "AP", Dateline: "PORT ELIAN"}, 1},
		{"place and date on a line", "Ferry sinks\n\nBy Ines Maro\n\nElian, July 10, 2025\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro", Published: "2025-07-10", Dateline: "Elian"}, 1},
		{"lost dash", "PORT ELIAN (AP) " + long, head{Outlet: "AP", Dateline: "PORT ELIAN"}, 1},
		{"colon", "PORT ELIAN: " + long, head{Dateline: "PORT ELIAN"}, 1},
		{"colon that is no dateline", "UPDATE: " + long, head{}, 1},
		{"agency alone in the dateline", "Ferry sinks\n\nNov 16 (Reuters) - " + long, head{Title: "Ferry sinks", Outlet: "Reuters"}, 1},
		{"agency line", "Ferry sinks\n\nThe Associated Press\n\n" + long, head{Title: "Ferry sinks", Outlet: "The Associated Press"}, 1},
		{"standfirst with a full stop", "Ferry sinks\n\nThe harbour master blames a missing pilot.\n\nBy Ines Maro\n\n" + long, head{Title: "Ferry sinks", Byline: "Ines Maro"}, 2},
		{"lower case in brackets", "PORT ELIAN (it is small) — " + long, head{}, 1},
		{"dash that is no dateline", "NATO — the alliance of 32 — met in Elian on Monday. " + long, head{}, 1},
		{"control characters", "Ferry \x1b[31msinks\u202e\n\n" + long, head{Title: "Ferry sinks"}, 1},
		{"headline alone", "Ferry sinks", head{}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Parse("x", c.in)
			if diff := cmp.Diff(c.want, head{a.Title, a.Byline, a.Outlet, a.Published, a.Dateline}); diff != "" {
				t.Error(diff)
			}
			if len(a.Paragraphs) != c.body {
				t.Errorf("%d paragraphs, want %d: %q", len(a.Paragraphs), c.body, body(a))
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       model.Article
		stays      bool // in the text
	}{
		{"all", "---\ntitle: \"Ferry sinks: two hurt\"\nauthor: Ines Maro\ndate: 2025-03-04T10:00:00Z\nsource: The Elian Courier\ntags: [a, b]\n---\n",
			model.Article{Title: "Ferry sinks: two hurt", Byline: "Ines Maro", Outlet: "The Elian Courier", Published: "2025-03-04"}, false},
		{"lists", "---\nauthors:\n  - Ines Maro\n  - 'Jon Ashe'\npublished: 4 March 2025\nsource: https://example.org\n...\n",
			model.Article{Byline: "Ines Maro, Jon Ashe", Published: "2025-03-04"}, false},
		{"short list", "---\nauthor: [Ines Maro, \"Jon Ashe\"]\n---\n", model.Article{Byline: "Ines Maro, Jon Ashe"}, false},
		{"nothing known", "---\ncolour: red\n---\n", model.Article{}, true},
		{"not closed", "---\ntitle: Ferry sinks\n", model.Article{}, true},
		{"prose", "---\ntitle: Ferry sinks\nThe harbour master said so to them all.\n---\n", model.Article{}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Parse("x", c.head+"\n"+long+"\n\n"+long)
			got := model.Article{Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published}
			if !c.stays {
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
			}
			if all := a.Title + a.Text; strings.Contains(all, "title:") != (c.stays && strings.Contains(c.head, "title:")) || strings.Contains(all, "colour:") != (c.stays && strings.Contains(c.head, "colour:")) || !strings.HasSuffix(a.Text, long+gap+long) {
				t.Errorf("text %q", a.Text)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Ferry sinks\n\nBy Ines Maro\n\n" + long)
	f.Add("PORT ELIAN (AP) — It sank.\n- Dr.\n\nMaro **said** [so](x).\n__a_b__")
	f.Add("# \n>\x00 \u073f \u073f\xa3\xf0 x")
	f.Add("---\ntitle: [a, \"b\"]\nby:\n- c\n---\nx")
	f.Add("# \n> > x\n## a\nBy A | | B\n/ /. a, 1 /x/. y")
	f.Fuzz(func(t *testing.T, raw string) {
		a := Parse("x", raw)
		if !utf8.ValidString(a.Text) || text.Clean(a.Text) != a.Text {
			t.Fatalf("not clean: %q", a.Text)
		}
		if a.Text != strings.Join(body(a), gap) {
			t.Fatalf("paragraphs do not make the text: %q", a.Text)
		}
		for _, p := range body(a) {
			if p == "" || strings.TrimSpace(p) != p || strings.Contains(p, "\n") {
				t.Fatalf("paragraph %q", p)
			}
			if d := FindDateline(p); d.End < 0 || d.End > len(p) || !utf8.ValidString(p[d.End:]) {
				t.Fatalf("dateline %+v in %q", d, p)
			}
		}
		for _, s := range []string{a.Title, a.Byline, a.Outlet, a.Published, a.Dateline} {
			if text.Line(s) != s {
				t.Fatalf("field %q", s)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for name, s := range map[string]string{
		"prose":    strings.Repeat(long+"\n\n", 1<<20/(len(long)+2)),
		"wrapped":  strings.Repeat("The harbour master of Port Elian told reporters\non Monday that the ferry had left its berth\nnearly late.\n\n", 1<<20/110),
		"newlines": strings.Repeat("\n", 1<<20),
		"brackets": strings.Repeat("[](", 1<<20/3),
		"stars":    strings.Repeat("*a ", 1<<20/3),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Parse("x", s)
			}
		})
	}
}

package claim

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/text"

	"github.com/google/go-cmp/cmp"
)

// whole is an article without a header, so that tests see every paragraph.
func whole(paragraphs ...string) model.Article {
	var a model.Article
	for _, p := range paragraphs {
		if a.Text != "" {
			a.Text += "\n\n"
		}
		start := len(a.Text)
		a.Text += text.Clean(p)
		a.Paragraphs = append(a.Paragraphs, model.Span{Start: start, End: len(a.Text)})
	}
	return a
}

func words(a model.Article) []string {
	var out []string
	for _, c := range Split(a) {
		out = append(out, c.Span.In(a.Text))
	}
	return out
}

// TestSentences writes "|" where a claim ends.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"plain", "The ferry sank.| Nobody was hurt!| Was it late?| Yes."},
		{"titles", "Dr. Maro met Gen. Dahl and Mrs. Oren.| They left."},
		{"initials", "J.K. Maro met Harry S. Oren.| He left."},
		{"lettered", "She took vitamin C.| The pilot did not."},
		{"countries", "He flew to the U.S. on Monday.| She lives in the U.S.| The U.S. Navy came."},
		{"company", "Elian Shipping Co. owns it.| It was sold to Maro Inc.| The price was low.| Maro Inc. Chief Executive Jon Dahl left."},
		{"company named anew", "It belongs to a unit of Elian Metals Corp.| Elian said nobody was hurt."},
		{"clock", "It sank at 5 p.m. Monday.| It left at 4 p.m. EST.| They met at 6 p.m.| Nobody spoke."},
		{"months", "It sank on Nov. 16, 2025.| It left in Dec.| The crew waved."},
		{"numbers", "No. 5 sank.| It cost $1.2 million.| It left at 3.30.| 40 people swam."},
		{"answer", "Was it late?| No.| It was early."},
		{"decimals and dots", "Version 2.0.1 of elian.example.com went up.| See www.elian.example/a.html."},
		{"ellipsis", "It sank… and rose.| It left ... late.| It turned...| Then it sank."},
		{"brackets", "The ferry (it was old. It was slow.) sank.| (The pilot swam.)| He left."},
		{"unspaced", "It sank in the harbour.|The crew waved.| Write to Ines.Maro@elian.example."},
		{"state", "He is from Elian, Ore.| The town is small.| Elian, Calif. Mayor Jon Dahl left."},
		{"versus", "It was Maro vs. Dahl.| Maro won."},
		{"exclaiming name", "She works at Yahoo! in Elian.| He left."},
		{"Arabic names", "The ferry sank.| al-Dahl swam."},
		{"currency", "It was sold.| £5m was paid."},
		{"dateline", "PORT ELIAN, Ore., Nov. 16 (AP) — The ferry sank.| It was late."},
		{"slashed dateline", "ELIAN, October 15. /Vesna/. The ferry sank.| It was late."},

		{"quotation and attribution", "‘It sank,’ said Dr. Maro, who saw it.| ‘It was old.’"},
		{"two quotations", "‘It sank.’| ‘It was old.’"},
		{"quotation after a sentence", "It sank.| ‘It was old,’ he said.| ‘It was late.’| The crew waved."},
		{"quotation of sentences", "“It sank. It was old,” he said.| “It was late. Very late.”"},
		{"attribution first", "He said: “It sank. It was old.”| Then he left."},
		{"question", "“Was it old?” Maro asked.| “Was it late?” asked Dahl."},
		{"question, then another sentence", "“Was it old?”| Maro said that it was."},
		{"name after a full stop", "“It was old.” Maro said.| He left."},
		{"scare quotes", "The ‘ghost ferry’ sank.| It was “old.”| It was late."},
		{"apostrophes", "‘It’s the workers’ ferry and it don’t float. It sank,’ he said.| He left."},
		{"straight single", "'It's the workers' ferry. It sank,' he said.| 'It was old.'"},
		{"straight double", "\"It sank. It was old,\" he said.| \"It was late.\""},
		{"decade", "It was the ’90s ferry.| It sank in the '80s.| He left."},
		{"angle", "« Elle a coulé. Elle était vieille », he said.| He left."},
		{"low", "„It sank. It was old“, he said.| He left."},
		{"backticks", "``It sank. It was old,'' he said.| He left."},
		{"nested", "“He told me ‘it sank.’ I left,” she said.| He left."},
		{"nested the other way", "‘He told me “it sank.” I left,’ she said.| He left."},
		{"mark left open", "\"It sank, he said.| He left.| \"It was old,\" she said."},
		{"bracketed quotation", "“The ferry [...] sank” (Maro 55).| He left."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := whole(strings.ReplaceAll(c.want, "|", ""))
			got, at := "", 0
			for _, x := range Split(a) {
				if at > 0 {
					got += "|"
				}
				got += a.Text[at:x.Span.End]
				at = x.Span.End
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want []string // with marks; "+" behind open ones
	}{
		{"styles", []string{"“a b” ‘c d’ \"e f\" 'g h' «i j» „k l“ ``m n''"}, []string{"“a b”", "‘c d’", "\"e f\"", "'g h'", "«i j»", "„k l“", "``m n''"}},
		{"apostrophes only", []string{"Iran’s men, the workers’ hall, rock 'n' roll, the '90s"}, nil},
		{"possessive inside", []string{"‘The workers’ hall is shut,’ he said."}, []string{"‘The workers’ hall is shut,’"}},
		{"short and plural", []string{"The ‘ghost ships’ of the town’s owners sank."}, []string{"‘ghost ships’"}},
		{"over paragraphs", []string{"He said: “It sank.", "“It was old.", "“It was late,” and left."}, []string{"“It sank.+", "“It was old.+", "“It was late,”"}},
		{"never closed", []string{"He said “it sank.", "He left."}, nil},
		{"inches", []string{"A man of 6'2\" swam 5\" deep."}, nil},
		{"joined to a dash", []string{"It—‘the ferry’—sank, more than 60 \"old boats\" —and a ship."}, []string{"‘the ferry’", "\"old boats\""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := whole(c.in...)
			var got []string
			for _, q := range Quotes(a) {
				s := q.Span.In(a.Text)
				if q.Open {
					s += "+"
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		in               string
		quote, furniture bool
	}{
		{"‘It sank because it was old and late,’ he said.", true, false},
		{"The “ghost ferry” sank in the harbour of Port Elian.", false, false},
		{"What happened next", false, true},
		{"Read more: The ferries of Port Elian.", false, true},
		{"JUST WATCHED Replay More Videos ...", false, true},
		{"Sign up for our daily newsletter.", false, true},
		{"The ferry in May. (AP Photo/Ines Maro)", false, true},
		{"Reporting by Ines Maro; Editing by Jon Dahl", false, true},
		{"More from the wreck came ashore on Monday, and the crew collected it before the tide turned in the evening.", false, false},
		{"He left.", false, false},
	} {
		got := Split(whole(c.in))
		if len(got) == 0 || got[0].Quote != c.quote || got[0].Furniture != c.furniture {
			t.Errorf("%q: %+v", c.in, got)
		}
	}
}

// shared opens a file of the outside measure, where it is found.
func shared(t *testing.T, name string) *os.File {
	f, err := os.Open(filepath.Join("../../../shared/eval", name))
	if err != nil {
		t.Skip("no outside measure here:", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestGoldenRules(t *testing.T) {
	right, all := 0, 0
	for lines := bufio.NewScanner(shared(t, "golden_rules.jsonl")); lines.Scan(); {
		var rule struct {
			Name, Text string
			List       bool
			Sentences  []string
		}
		if err := json.Unmarshal(lines.Bytes(), &rule); err != nil {
			t.Fatal(err)
		}
		if rule.List {
			continue
		}
		all++
		if diff := cmp.Diff(rule.Sentences, words(whole(rule.Text))); diff != "" {
			t.Logf("%s: %s", rule.Name, diff)
			continue
		}
		right++
	}
	t.Logf("%d of %d rules", right, all)
	if right < 38 {
		t.Errorf("%d rules hold, want 38", right)
	}
}

// heldOut pairs are not looked at while rules are written.
const heldOut = " chess-final cycling-stage factory-closure gas-deal hostage-release opera-premiere protest-crackdown university-merger " +
	"wildfire pair11 pair15 "

func TestAnnotatedSentences(t *testing.T) {
	for _, folder := range []string{"pairs", "real"} {
		right, all := 0, 0
		shared(t, folder)
		golds, err := filepath.Glob(filepath.Join("../../../shared/eval", folder, "*", "gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, gold := range golds {
			dir := filepath.Dir(gold)
			if out := strings.Contains(heldOut, " "+filepath.Base(dir)+" "); out != (os.Getenv("HELD_OUT") != "") {
				continue
			}
			r, n := annotated(t, gold)
			right, all = right+r, all+n
		}
		t.Logf("%s: %d of %d sentences are one claim (%.1f%%)", folder, right, all, 100*float64(right)/float64(max(all, 1)))
		if right*100 < all*97 {
			t.Errorf("%s: under 97%%", folder)
		}
	}
}

// annotated counts the sentences of one annotated pair that are exactly one claim.
func annotated(t *testing.T, path string) (right, all int) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Links []struct{ Left, Right string }
		Left  []string `json:"only_left"`
		Right []string `json:"only_right"`
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	sides := [2]map[string]bool{{}, {}}
	for _, l := range gold.Links {
		sides[0][l.Left], sides[1][l.Right] = true, true
	}
	for _, s := range gold.Left {
		sides[0][s] = true
	}
	for _, s := range gold.Right {
		sides[1][s] = true
	}
	for i, file := range []string{"a.txt", "b.txt"} {
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(path), file))
		if err != nil {
			t.Fatal(err)
		}
		a := article.Parse(file, string(raw))
		claims := map[string]model.Claim{}
		for _, c := range Split(a) {
			s := c.Span.In(a.Text)
			claims[s] = c
			claims[s[article.FindDateline(s).End:]] = c
		}
		for s := range sides[i] {
			all++
			s = text.Line(s)
			c, ok := claims[s]
			if ok && !c.Furniture {
				right++
			} else {
				t.Logf("%s/%s: found %v furniture %v: %s", filepath.Base(filepath.Dir(path)), file, ok, c.Furniture, s)
			}
		}
	}
	return right, all
}

func FuzzSplit(f *testing.F) {
	f.Add("‘It’s the workers’ ferry. It sank,’ he said.\n\n“It was. . . . old. (He [said] so.)")
	f.Add("TUNIS, October 15. /Vesna/. ``a'' „b“ «c» 'n' '90s \"x\" ...a\n\n\"")
	f.Add("U.S. al. I. 1. …Ü.Ü “‘’”")
	f.Fuzz(func(t *testing.T, raw string) {
		a := article.Parse("x", raw)
		check(t, a)
	})
}

// check holds Split and Quotes to their guarantees.
func check(t *testing.T, a model.Article) {
	t.Helper()
	at := 0
	var rebuilt strings.Builder
	for _, c := range Split(a) {
		s := c.Span.In(a.Text)
		if c.Span.Start < at || s == "" || strings.TrimSpace(s) != s || !utf8.ValidString(s) {
			t.Fatalf("claim %v %q after %d", c.Span, s, at)
		}
		if !a.Paragraphs[c.Paragraph].Contains(c.Span) {
			t.Fatalf("claim %v outside paragraph %d", c.Span, c.Paragraph)
		}
		rebuilt.WriteString(strings.Join(strings.Fields(s), ""))
		at = c.Span.End
	}
	if want := strings.Join(strings.Fields(a.Text), ""); rebuilt.String() != want {
		t.Fatalf("claims hold %q, text %q", rebuilt.String(), want)
	}
	at = 0
	for _, q := range Quotes(a) {
		if q.Span.Start < at || !q.Span.Contains(q.Inner) || !utf8.ValidString(q.Span.In(a.Text)) || q.Span.Empty() {
			t.Fatalf("quotation %+v after %d", q, at)
		}
		at = q.Span.End
	}
}

func BenchmarkSplit(b *testing.B) {
	const prose = "The harbour master of Port Elian told reporters on Monday that it sank. ‘It’s the workers’ ferry,’ said Dr. Maro. He left at 5 p.m. on Nov. 16. "
	for name, s := range map[string]string{
		"prose":         strings.Repeat(strings.Repeat(prose, 4)+"\n\n", 1<<20/(4*len(prose))),
		"one paragraph": strings.Repeat(prose, 1<<20/len(prose)),
		"open marks":    strings.Repeat("‘a. ", 1<<20/6),
		"closing marks": strings.Repeat("s’ a. ", 1<<20/8),
		"all marks":     strings.Repeat("‘a “b «c ``d 'e \"f. ", 1<<20/28),
		"dots":          strings.Repeat(". ", 1<<19),
		"full stops":    strings.Repeat(".", 1<<20),
		"brackets":      strings.Repeat("(a. ", 1<<18),
		"letters":       strings.Repeat("a.", 1<<19),
	} {
		a := whole(strings.Split(s, "\n\n")...)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				Split(a)
			}
		})
	}
}

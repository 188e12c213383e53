// This file holds the properties that a comparison has whatever the articles say:
// swapped sides mirror it, nothing of the text is lost, equal inputs give equal
// bytes.

package compare

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/report"
	"doubletake/model/text"
	"doubletake/seeds"
)

// evaluation is the folder of annotated pairs beside the repository; it is no part
// of it, and tests that want it skip without it.
const evaluation = "../../../shared/eval"

// couple is two articles to compare.
type couple struct {
	name        string
	left, right model.Article
}

// seeded is the pairs that come with the program.
func seeded() (out []couple) {
	for _, p := range seeds.Pairs() {
		out = append(out, couple{"seeds/" + p.Name, article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right))})
	}
	return out
}

// couples is the seeds, and the annotated pairs where they are present and the
// run is not a short one.
func couples(t *testing.T) []couple {
	t.Helper()
	out := seeded()
	if testing.Short() {
		t.Log("a short run: the seeds alone")
		return out
	}
	folders, err := filepath.Glob(filepath.Join(evaluation, "*", "*", "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) == 0 {
		t.Log("no annotated pairs beside the repository: the seeds and our own alone")
	}
	own, err := filepath.Glob("testdata/own/*/gold.json")
	if err != nil || len(own) == 0 {
		t.Fatalf("no pairs of our own (%v)", err)
	}
	for _, f := range append(own, folders...) {
		dir := filepath.Dir(f)
		out = append(out, couple{filepath.Base(filepath.Dir(dir)) + "/" + filepath.Base(dir), load(t, dir, "a.txt"), load(t, dir, "b.txt")})
	}
	return out
}

func load(t *testing.T, dir, name string) model.Article {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return article.Parse(name, string(raw))
}

func compared(t testing.TB, left, right model.Article) model.Comparison {
	t.Helper()
	c, err := Compare(t.Context(), left, right)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// reflect lists what of a comparison must be the same, but for the sides, when the
// articles are swapped; swap says that it is the swapped one. What a fact is about
// is told in the left article's words and may differ; so may why and beware.
func reflect(c model.Comparison, swap bool) (out []string) {
	left, right := model.Left, model.Right
	if swap {
		left, right = right, left
	}
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, l := range c.Links {
		at := [2]model.ClaimIndex{l.Left, l.Right}
		say("link %d %d %s %.2f", at[left], at[right], l.Verdict, l.Score)
	}
	var counts [len(model.Relations)]int
	for _, f := range c.Facts {
		relation := f.Relation
		if swap {
			relation = relation.Mirror()
		}
		at := [2]model.Mention{f.Left, f.Right}
		say("fact %s %s %s %s / %s", f.Kind, relation, f.Severity, spot(c, left, at[left]), spot(c, right, at[right]))
		counts[relation]++
	}
	say("counts %v", counts)
	for _, x := range c.Inside {
		say("inside, left %v: %s %v %v", x.Side == left, x.Kind, x.First, x.Second)
	}
	for _, s := range c.Subjects {
		say("subject %v %v %v %v", s.Forms[left], s.Forms[right], s.Titles[left], s.Titles[right])
	}
	for _, r := range c.Origin.Runs {
		at := [2]model.Span{r.Left, r.Right}
		say("run of %d %s %s", r.Words, at[left], at[right])
	}
	for _, s := range []model.Side{left, right} {
		for _, v := range c.Tellings[s].Voices {
			say("voice, left %v: %v", s == left, v)
		}
	}
	say("origin %s, %d in order, %d crossing", c.Origin.Likely, c.Origin.InOrder, c.Origin.Crossing)
	slices.Sort(out)
	return out
}

func spot(c model.Comparison, s model.Side, m model.Mention) string {
	if m.Span.Empty() {
		return "-"
	}
	return fmt.Sprintf("%d:%s %q", m.Claim, m.Span, c.Words(s, m))
}

// TestMirror swaps the articles.
func TestMirror(t *testing.T) {
	for _, p := range couples(t) {
		t.Run(p.name, func(t *testing.T) {
			there := reflect(compared(t, p.left, p.right), false)
			back := reflect(compared(t, p.right, p.left), true)
			for _, x := range beyond(there, back) {
				t.Error("as they stand alone: ", x)
			}
			for _, x := range beyond(back, there) {
				t.Error("swapped alone:       ", x)
			}
		})
	}
}

// beyond is what stands in a and not in b, repeats counted.
func beyond(a, b []string) (out []string) {
	n := make(map[string]int)
	for _, x := range b {
		n[x]++
	}
	for _, x := range a {
		if n[x]--; n[x] < 0 {
			out = append(out, x)
		}
	}
	return out
}

// TestCover holds that no word of a body is lost and that every mark has its words.
func TestCover(t *testing.T) {
	for _, p := range couples(t) {
		t.Run(p.name, func(t *testing.T) {
			for _, problem := range broken(compared(t, p.left, p.right)) {
				t.Error(problem)
			}
		})
	}
}

// broken lists what a comparison breaks of what model promises.
func broken(c model.Comparison) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, s := range []model.Side{model.Left, model.Right} {
		if got, want := claimWords(c, s), tokenTexts(c.Text(s), model.Span{End: len(c.Text(s))}); !slices.Equal(got, want) {
			say("%s: the claims do not rebuild the body: %s", s, cmp.Diff(want, got))
		}
		end := 0
		for i, x := range c.Tellings[s].Claims {
			if x.Span.Start < end || !inBounds(c.Text(s), x.Span) || x.Span.Empty() {
				say("%s: claim %d stands at %s, behind %d of %d", s, i, x.Span, end, len(c.Text(s)))
			}
			end = x.Span.End
			if ps := c.Tellings[s].Article.Paragraphs; x.Paragraph < 0 || x.Paragraph >= len(ps) || !ps[x.Paragraph].Contains(x.Span) {
				say("%s: claim %d is not inside its paragraph %d", s, i, x.Paragraph)
			}
			if x.Source.Text != "" && x.Source.Span.In(c.Text(s)) != x.Source.Text {
				say("%s: source %q of claim %d does not stand at %s", s, x.Source.Text, i, x.Source.Span)
			}
		}
		for _, v := range c.Tellings[s].Voices {
			if v.Source.Text == "" || v.Source.Span.In(c.Text(s)) != v.Source.Text {
				say("%s: voice %q does not stand at %s", s, v.Source.Text, v.Source.Span)
			}
			for _, i := range v.Claims {
				if i < 0 || int(i) >= len(c.Tellings[s].Claims) {
					say("%s: voice %q has a claim %d", s, v.Source.Text, i)
				}
			}
		}
	}
	for i, f := range c.Facts {
		for _, s := range []model.Side{model.Left, model.Right} {
			m, ok := f.On(s)
			switch {
			case !ok && m != model.Mention{}:
				say("fact %d is %s and has a mention on the %s", i, f.Relation, s)
			case ok:
				for _, x := range misplaced(c, s, m) {
					say("fact %d (%s %s), %s: %s", i, f.Kind, f.Relation, s, x)
				}
			}
		}
		if f.Why == "" {
			say("fact %d (%s %s) has no why", i, f.Kind, f.Relation)
		}
		if quiet := f.Relation == model.Same || f.Relation.OneSided(); quiet != (f.Severity == model.None) {
			say("fact %d is %s and of severity %s", i, f.Relation, f.Severity)
		}
	}
	for i, l := range c.Links {
		out = append(out, brokenLink(c, i, l)...)
	}
	for _, s := range c.Subjects {
		for _, side := range []model.Side{model.Left, model.Right} {
			for _, f := range append(slices.Clone(s.Forms[side]), s.Titles[side]...) {
				for _, x := range misplaced(c, side, f.Mention) {
					say("%s %q, %s: %s", s.Kind, s.Label, side, x)
				}
				if f.Count < 1 {
					say("%s %q, %s: a form met %d times", s.Kind, s.Label, side, f.Count)
				}
			}
		}
	}
	for _, x := range c.Inside {
		for _, m := range []model.Mention{x.First, x.Second} {
			for _, p := range misplaced(c, x.Side, m) {
				say("inside the %s: %s", x.Side, p)
			}
		}
		if x.Why == "" {
			say("a contradiction inside the %s has no why", x.Side)
		}
	}
	for _, r := range c.Origin.Runs {
		if !inBounds(c.Text(model.Left), r.Left) || !inBounds(c.Text(model.Right), r.Right) || r.Words < 1 {
			say("shared run of %d words at %s and %s", r.Words, r.Left, r.Right)
		}
	}
	return out
}

// brokenLink lists what is wrong with a link: its order, its score, its verdict
// against its facts.
func brokenLink(c model.Comparison, i int, l model.Link) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if l.Left < 0 || int(l.Left) >= len(c.Tellings[0].Claims) || l.Right < 0 || int(l.Right) >= len(c.Tellings[1].Claims) {
		say("link %d joins %d and %d", i, l.Left, l.Right)
	}
	if l.Score < 0 || l.Score > 1 || l.Score != l.Score {
		say("link %d has a score of %v", i, l.Score)
	}
	if i > 0 {
		if p := c.Links[i-1]; p.Left > l.Left || p.Left == l.Left && p.Right >= l.Right {
			say("link %d stands behind %d %d", i, p.Left, p.Right)
		}
	}
	worst := model.Agree
	for k, f := range l.Facts {
		if f < 0 || int(f) >= len(c.Facts) || k > 0 && l.Facts[k-1] >= f {
			say("link %d has facts %v of %d", i, l.Facts, len(c.Facts))
			return out
		}
		switch c.Facts[f].Relation {
		case model.Conflict:
			worst = model.Clash
		case model.Differs:
			worst = max(worst, model.Differ)
		}
	}
	if l.Verdict < worst {
		say("link %d is %s and has a fact that says %s", i, l.Verdict, worst)
	}
	return out
}

// misplaced lists what is wrong with where a mention stands.
func misplaced(c model.Comparison, s model.Side, m model.Mention) (out []string) {
	claims := c.Tellings[s].Claims
	switch {
	case m.Claim < 0 || int(m.Claim) >= len(claims):
		return []string{fmt.Sprintf("claim %d of %d", m.Claim, len(claims))}
	case !inBounds(c.Text(s), m.Span):
		return []string{fmt.Sprintf("span %s of %d bytes, or inside a rune", m.Span, len(c.Text(s)))}
	case c.Words(s, m) == "":
		return []string{"no words"}
	case !claims[m.Claim].Span.Contains(m.Span):
		return []string{fmt.Sprintf("%q at %s outside its claim at %s", c.Words(s, m), m.Span, claims[m.Claim].Span)}
	}
	return nil
}

// inBounds reports whether a span fits a text and falls on rune boundaries.
func inBounds(s string, at model.Span) bool {
	boundary := func(i int) bool { return i == len(s) || i >= 0 && i < len(s) && utf8.RuneStart(s[i]) }
	return at.Start <= at.End && boundary(at.Start) && boundary(at.End)
}

func claimWords(c model.Comparison, s model.Side) (out []string) {
	for _, x := range c.Tellings[s].Claims {
		out = append(out, tokenTexts(c.Text(s), x.Span)...)
	}
	return out
}

func tokenTexts(s string, at model.Span) (out []string) {
	for _, t := range text.Tokens(s, at) {
		out = append(out, t.Text)
	}
	return out
}

// printed is a comparison as the program prints it.
func printed(t testing.TB, c model.Comparison) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.JSON(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDeterminism compares the same articles again and again, on one processor
// and on all, and under another clock and locale.
func TestDeterminism(t *testing.T) {
	runs := 100
	if testing.Short() {
		runs = 10
	}
	pairs := seeded()
	want := make([][]byte, len(pairs))
	for i, p := range pairs {
		want[i] = printed(t, compared(t, p.left, p.right))
	}
	again := func(t *testing.T, i int) {
		t.Helper()
		if p := pairs[i]; !bytes.Equal(want[i], printed(t, compared(t, p.left, p.right))) {
			t.Fatalf("%s: not the same bytes", p.name)
		}
	}
	t.Run("again", func(t *testing.T) {
		for n := range runs {
			again(t, n%len(pairs))
		}
	})
	t.Run("the sample", func(t *testing.T) {
		for range runs {
			again(t, 0)
		}
	})
	t.Run("one processor", func(t *testing.T) {
		before := runtime.GOMAXPROCS(1)
		defer runtime.GOMAXPROCS(before)
		for i := range pairs {
			again(t, i)
		}
	})
	t.Run("elsewhere", func(t *testing.T) {
		t.Setenv("TZ", "Pacific/Kiritimati")
		t.Setenv("LANG", "tr_TR.UTF-8")
		t.Setenv("LC_ALL", "tr_TR.UTF-8")
		for i := range pairs {
			again(t, i)
		}
	})
}

// TestOneSided holds that what one article alone gives is not what the other alone gives too.
func TestOneSided(t *testing.T) {
	for _, p := range couples(t) {
		alone := make(map[string]model.Relation)
		for _, f := range compared(t, p.left, p.right).Facts {
			m := f.Left
			if f.Relation == model.RightOnly {
				m = f.Right
			}
			if f.Relation != model.LeftOnly && f.Relation != model.RightOnly {
				continue
			}
			key := fmt.Sprint(f.Kind, " ", m.Value)
			if r, ok := alone[key]; ok && r != f.Relation {
				t.Errorf("%s: %s stands in both articles, and in each alone", p.name, key)
			}
			alone[key] = f.Relation
		}
	}
}

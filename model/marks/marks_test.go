package marks

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"doubletake/model"

	"github.com/google/go-cmp/cmp"
)

// comparison is two one-sentence articles with a fact on their numbers.
func comparison() model.Comparison {
	telling := func(s string) model.Telling {
		span := model.Span{End: len(s)}
		return model.Telling{Article: model.Article{Title: "On geese", Text: s, Paragraphs: []model.Span{span}}, Claims: []model.Claim{{Span: span}}}
	}
	return model.Comparison{
		Tellings: [2]model.Telling{telling("Forty geese flew."), telling("Fifty geese flew.")},
		Facts: []model.Fact{{Kind: model.Quantity, Relation: model.Conflict, About: "geese",
			Left: model.Mention{Span: model.Span{End: 5}}, Right: model.Mention{Span: model.Span{End: 5}}, Why: "40 and 50"}},
	}
}

var (
	onFact  = Key{What: "quantity", About: "geese", Left: "Forty", Right: "Fifty"}
	onClaim = Key{What: "claim", Right: "Fifty geese flew."}
)

func TestKeys(t *testing.T) {
	c := comparison()
	if got := OfFact(c, 0); got != onFact {
		t.Errorf("OfFact = %+v, want %+v", got, onFact)
	}
	if got := OfClaim(c, model.Right, 0); got != onClaim {
		t.Errorf("OfClaim = %+v, want %+v", got, onClaim)
	}
	if OfFact(c, 1) != (Key{}) || OfFact(c, -1) != (Key{}) || OfClaim(c, model.Left, 9) != (Key{}) {
		t.Error("what is not there has a key")
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "marks.json")
	f := open(t, path)
	put(t, f, onFact, Mark{State: Checked, Note: "ask the ranger <tomorrow>"})
	put(t, f, onClaim, Mark{State: Dismissed})
	want := Set{onFact: {State: Checked, Note: "ask the ranger <tomorrow>"}, onClaim: {State: Dismissed}}
	if d := cmp.Diff(want, open(t, path).All()); d != "" {
		t.Errorf("reopened (-want +got):\n%s", d)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const text = `{
  "schema": 1,
  "left": "On geese",
  "right": "On geese",
  "marks": [
    {
      "on": "claim",
      "right": "Fifty geese flew.",
      "state": "dismissed"
    },
    {
      "on": "quantity",
      "about": "geese",
      "left": "Forty",
      "right": "Fifty",
      "state": "checked",
      "note": "ask the ranger <tomorrow>"
    }
  ]
}
`
	if d := cmp.Diff(text, string(data)); d != "" {
		t.Errorf("file (-want +got):\n%s", d)
	}
	put(t, f, onFact, Mark{})
	if got := open(t, path).All(); len(got) != 1 {
		t.Errorf("a removed mark is still there: %v", got)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTwoReaders(t *testing.T) {
	t.Run("other marks", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "m.json")
		one, two := open(t, path), open(t, path)
		put(t, one, onFact, Mark{State: Checked})
		put(t, two, onClaim, Mark{State: Dismissed})
		want := Set{onFact: {State: Checked}, onClaim: {State: Dismissed}}
		if d := cmp.Diff(want, open(t, path).All()); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	})
	t.Run("two notes on one fact", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "m.json")
		one, two := open(t, path), open(t, path)
		put(t, one, onFact, Mark{Note: "first"})
		put(t, two, onFact, Mark{State: Checked, Note: "second"})
		want := Mark{State: Checked, Note: "first\n\nsecond"}
		if got := two.Get(onFact); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
	t.Run("at the same moment", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "m.json")
		const readers, each = 4, 8
		var wg sync.WaitGroup
		files := make([]*File, readers)
		for r := range readers {
			files[r] = open(t, path)
			wg.Go(func() {
				for i := range each {
					// A busy file is no loss: the mark is written with the next one.
					_ = files[r].Put(Key{What: "name", About: fmt.Sprint(r, i)}, Mark{State: Checked})
				}
			})
		}
		wg.Wait()
		for r := range readers {
			put(t, files[r], Key{What: "name", About: fmt.Sprint(r, "last")}, Mark{State: Checked})
		}
		if got, want := len(open(t, path).All()), readers*(each+1); got != want {
			t.Errorf("%d marks, want %d", got, want)
		}
	})
}

func TestMerge(t *testing.T) {
	for _, tt := range []struct {
		name                     string
		base, ours, theirs, want Mark
	}{
		{"ours alone", Mark{}, Mark{Checked, "a"}, Mark{}, Mark{Checked, "a"}},
		{"theirs alone", Mark{}, Mark{}, Mark{Dismissed, "b"}, Mark{Dismissed, "b"}},
		{"state and note", Mark{}, Mark{Checked, ""}, Mark{Unmarked, "b"}, Mark{Checked, "b"}},
		{"two notes", Mark{Note: "x"}, Mark{Note: "a"}, Mark{Note: "b"}, Mark{Note: "b\n\na"}},
		{"the same note", Mark{}, Mark{Note: "a"}, Mark{Note: "a"}, Mark{Note: "a"}},
		{"ours removed, theirs changed", Mark{Note: "x"}, Mark{}, Mark{Note: "b"}, Mark{Note: "b"}},
		{"theirs removed, ours changed", Mark{Note: "x"}, Mark{Note: "a"}, Mark{}, Mark{Note: "a"}},
		{"unset", Mark{Checked, "x"}, Mark{}, Mark{Checked, "x"}, Mark{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := merge(tt.base, tt.ours, tt.theirs); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestDamaged(t *testing.T) {
	for _, tt := range []struct{ name, data string }{
		{"empty", ""}, {"cut off", `{"schema": 1, "marks": [`}, {"other JSON", `{"a": 1}`}, {"no JSON", "geese"},
		{"a state that is none", `{"schema":1,"marks":[{"on":"name","state":"geese"}]}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "m.json")
			for n := 1; n <= 2; n++ {
				if err := os.WriteFile(path, []byte(tt.data), 0o600); err != nil {
					t.Fatal(err)
				}
				f, notice, err := Open(path, comparison())
				if err != nil {
					t.Fatal(err)
				}
				aside := fmt.Sprintf("%s.damaged-%d", path, n)
				if !strings.Contains(notice, aside) {
					t.Errorf("notice %q does not name %s", notice, aside)
				}
				if kept, err := os.ReadFile(aside); err != nil || string(kept) != tt.data {
					t.Errorf("kept %q, %v", kept, err)
				}
				put(t, f, onFact, Mark{State: Checked})
			}
		})
	}
	t.Run("a later form is left alone", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "m.json")
		const data = `{"schema": 2, "marks": []}`
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Open(path, comparison()); err == nil {
			t.Error("opened")
		}
		if kept, _ := os.ReadFile(path); string(kept) != data {
			t.Errorf("now %q", kept)
		}
	})
	t.Run("a folder", func(t *testing.T) {
		if _, _, err := Open(t.TempDir(), comparison()); err == nil {
			t.Error("opened")
		}
	})
}

func TestUnwritable(t *testing.T) {
	folder := t.TempDir()
	blocked := filepath.Join(folder, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f, _, err := Open(filepath.Join(folder, "m.json"), comparison())
	if err != nil {
		t.Fatal(err)
	}
	f.path = filepath.Join(blocked, "m.json")
	if f.Put(onFact, Mark{State: Checked}) == nil {
		t.Fatal("no error")
	}
	if f.Get(onFact).State != Checked {
		t.Error("the mark is lost")
	}
	f.path = filepath.Join(folder, "m.json")
	put(t, f, onClaim, Mark{State: Checked})
	if got := open(t, f.path).All(); len(got) != 2 {
		t.Errorf("the mark that failed was not written with the next one: %v", got)
	}
}

func TestPathIn(t *testing.T) {
	a := comparison()
	b := comparison()
	b.Tellings[0].Article.Text += "!"
	swapped := comparison()
	swapped.Tellings[0], swapped.Tellings[1] = swapped.Tellings[1], swapped.Tellings[0]
	p := PathIn("/state", a)
	if !strings.HasPrefix(p, filepath.Join("/state", "doubletake", "marks")) || p != PathIn("/state", comparison()) {
		t.Errorf("path %s", p)
	}
	if p == PathIn("/state", b) || p == PathIn("/state", swapped) {
		t.Error("other texts, same path")
	}
}

func TestNotesAreHarmless(t *testing.T) {
	set, err := decode([]byte(`{"schema":1,"marks":[{"on":"name","note":"a\u001b]0;owned\u0007b\u202ec\nd"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range set {
		if m.Note != "abc\nd" {
			t.Errorf("note %q", m.Note)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(Set{onFact: {State: Checked, Note: "n"}}, [2]string{"a", "b"}))
	f.Add([]byte(`{"schema":1,"marks":[{"on":"x","state":"open"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := decode(data)
		if err != nil {
			return
		}
		again, err := decode(encode(set, [2]string{}))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(set, again); d != "" {
			t.Errorf("(-first +again):\n%s", d)
		}
	})
}

func open(t *testing.T, path string) *File {
	t.Helper()
	f, notice, err := Open(path, comparison())
	if err != nil || notice != "" {
		t.Fatalf("Open: %v, notice %q", err, notice)
	}
	return f
}

func put(t *testing.T, f *File, k Key, m Mark) {
	t.Helper()
	if err := f.Put(k, m); err != nil {
		t.Fatal(err)
	}
}

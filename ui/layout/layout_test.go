package layout

import (
	"github.com/charmbracelet/x/ansi"
	"strings"
	"testing"

	"doubletake/model"

	"github.com/google/go-cmp/cmp"
)

func whole(s string) []model.Span { return []model.Span{{Start: 0, End: len(s)}} }

// drawn is the rows as text, blank ones as "".
func drawn(text string, lines []Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Span.In(text))
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"fits", "one two", 7, []string{"one two"}},
		{"breaks at spaces", "one two three", 7, []string{"one two", "three"}},
		{"keeps hyphenated names", "saw Yunus-Bek there", 10, []string{"saw", "Yunus-Bek", "there"}},
		{"long word", "a abcdefghij b", 4, []string{"a", "abcd", "efgh", "ij b"}},
		{"wide characters", "日本語のテキスト", 6, []string{"日本語", "のテキ", "スト"}},
		{"combining marks stay", "éééé", 2, []string{"éé", "éé"}},
		{"too narrow for one", "日本", 1, []string{"日", "本"}},
		{"several spaces", "one   two", 9, []string{"one   two"}},
		{"newline", "one\ntwo", 20, []string{"one", "two"}},
		{"empty", "", 10, nil},
		{"no-break space", "one 10\u00a0km off", 8, []string{"one", "10\u00a0km", "off"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := drawn(tt.text, Wrap(tt.text, whole(tt.text), tt.width, nil))
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
	t.Run("paragraphs", func(t *testing.T) {
		text := "one two\n\nthree"
		lines := Wrap(text, []model.Span{{Start: 0, End: 7}, {Start: 9, End: 14}}, 20, nil)
		if d := cmp.Diff([]string{"one two", "", "three"}, drawn(text, lines)); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		if !lines[1].Blank || lines[1].Paragraph != 0 || lines[2].Paragraph != 1 {
			t.Errorf("lines %+v", lines)
		}
	})
	t.Run("inserts take room", func(t *testing.T) {
		text := "one two three"
		lines := Wrap(text, whole(text), 7, []Insert{{At: 4, Cells: 1}})
		if d := cmp.Diff([]string{"one", "two", "three"}, drawn(text, lines)); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		if lines[1].Cells != 4 {
			t.Errorf("the row with the sign has %d cells, want 4", lines[1].Cells)
		}
	})
	t.Run("closing inserts stay with the word before", func(t *testing.T) {
		text := "one two three"
		lines := Wrap(text, whole(text), 8, []Insert{{At: 4, Cells: 2}, {At: 7, Cells: 1, Close: true}})
		if d := cmp.Diff([]string{"one", "two", "three"}, drawn(text, lines)); d != "" || lines[1].Cells != 6 {
			t.Errorf("(-want +got):\n%s%+v", d, lines)
		}
	})
	t.Run("spans outside the text", func(t *testing.T) {
		Wrap("abc", []model.Span{{Start: -1, End: 2}, {Start: 2, End: 9}, {Start: 2, End: 1}}, 3, nil)
	})
}

// FuzzWrap holds Wrap to its guarantees: rows no wider than asked, every byte
// that is no space in exactly one row, in order.
func FuzzWrap(f *testing.F) {
	f.Add("one two-three 日本語 é\u0301 \U0001F1EB\U0001F1F7 x", 7, 4)
	f.Add("a\n\nb", 1, 0)
	f.Add(strings.Repeat("word ", 50), 30, 20)
	f.Fuzz(func(t *testing.T, text string, width, at int) {
		text = strings.ToValidUTF8(text, "")
		width = 1 + abs(width)%200
		var inserts []Insert
		if len(text) > 0 {
			at = abs(at) % len(text)
			inserts = []Insert{{At: at, Cells: 2}, {At: at + 1, Cells: 1, Close: true}}
		}
		next := 0
		for _, l := range Wrap(text, whole(text), width, inserts) {
			if strings.Trim(text[next:l.Span.Start], " \n") != "" {
				t.Fatalf("%q is in no row", text[next:l.Span.Start])
			}
			next = l.Span.End
			plain := Width(l.Span.In(text))
			if l.Cells < plain {
				t.Fatalf("row %q of %d cells is said to have %d", l.Span.In(text), plain, l.Cells)
			}
			if l.Cells > width && plain > 2 && width > 5 {
				t.Fatalf("row %q has %d cells, width %d", l.Span.In(text), l.Cells, width)
			}
		}
		if strings.Trim(text[next:], " \n") != "" {
			t.Fatalf("%q is in no row", text[next:])
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

func TestFlatten(t *testing.T) {
	mark := func(start, end, rank, id int) Mark { return Mark{model.Span{Start: start, End: end}, rank, id} }
	for _, tt := range []struct {
		name       string
		give, want []Mark
	}{
		{"none", nil, nil},
		{"apart", []Mark{mark(5, 8, 0, 1), mark(0, 3, 1, 2)}, []Mark{mark(0, 3, 1, 2), mark(5, 8, 0, 1)}},
		{"the worse is seen", []Mark{mark(0, 10, 2, 1), mark(3, 5, 0, 2)}, []Mark{mark(0, 3, 2, 1), mark(3, 5, 0, 2), mark(5, 10, 2, 1)}},
		{"the milder is hidden", []Mark{mark(0, 10, 0, 1), mark(3, 5, 2, 2)}, []Mark{mark(0, 10, 0, 1)}},
		{"of equals the shorter", []Mark{mark(0, 10, 1, 1), mark(8, 12, 1, 2)}, []Mark{mark(0, 8, 1, 1), mark(8, 12, 1, 2)}},
		{"empty", []Mark{mark(4, 4, 0, 1)}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, Flatten(tt.give)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// FuzzFlatten checks that runs are sorted, disjoint, and cover what the marks
// cover.
func FuzzFlatten(f *testing.F) {
	f.Add([]byte{0, 5, 3, 9, 2, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		var marks []Mark
		var want, got [300]bool
		for i := 0; i+1 < len(data) && i < 80; i += 2 {
			m := Mark{Span: model.Span{Start: int(data[i]), End: int(data[i]) + int(data[i+1])%40}, Rank: i % 3, ID: i}
			marks = append(marks, m)
			for k := m.Span.Start; k < m.Span.End; k++ {
				want[k] = true
			}
		}
		end := 0
		for _, r := range Flatten(marks) {
			if r.Span.Start < end || r.Span.Empty() {
				t.Fatalf("run %v after %d", r.Span, end)
			}
			end = r.Span.End
			for k := r.Span.Start; k < r.Span.End; k++ {
				got[k] = true
			}
		}
		if want != got {
			t.Fatal("the runs cover something else than the marks")
		}
	})
}

func TestFollow(t *testing.T) {
	for _, tt := range []struct {
		name                     string
		top, first, last, height int
		want                     int
	}{
		{"in view", 10, 12, 14, 20, 10},
		{"above", 10, 5, 6, 20, 2},
		{"below", 10, 40, 42, 20, 26},
		{"taller than the window", 0, 30, 60, 10, 30},
		{"at the beginning", 10, 0, 0, 20, 0},
		{"one row", 5, 9, 9, 1, 9},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Follow(tt.top, tt.first, tt.last, tt.height); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
	if got := Abreast(10, 14, 3); got != -1 {
		t.Errorf("Abreast = %d, want -1", got)
	}
}

// TestFollowShows checks for many positions that the first row is shown, and the
// last one where there is room for both.
func TestFollowShows(t *testing.T) {
	for h := 1; h < 30; h++ {
		for first := range 60 {
			for n := range 12 {
				top := Follow(20, first, first+n, h)
				if first < top || first >= top+h || n < h && first+n >= top+h {
					t.Fatalf("rows %d to %d are not in %d rows from %d", first, first+n, h, top)
				}
			}
		}
	}
}

// TestArrange checks that the parts of the screen overlap nowhere, leave their
// title rows free, and stay on the screen, at every size and shape.
func TestArrange(t *testing.T) {
	for w := LeastWidth; w <= 300; w += 7 {
		for h := LeastHeight; h <= 120; h += 3 {
			for want := Auto; want <= Three; want++ {
				for _, n := range []int{0, 5, 90} {
					checkFrame(t, Arrange(w, h, Ask{Shape: Choose(want, w), Glance: n % 10, List: n, Side: n % 2}))
				}
			}
		}
	}
}

func checkFrame(t *testing.T, f Frame) {
	t.Helper()
	used := make([]int, f.W*f.H)
	for i, r := range []Rect{f.Glance, f.Panes[0], f.Panes[1], f.List, f.Detail} {
		if r.H < 0 || r.W < 0 || r.H > 0 && (r.X < 0 || r.Y < 1 || r.X+r.W > f.W || r.Y+r.H > f.H-1) {
			t.Fatalf("%s at %dx%d: part %d is %+v", f.Shape, f.W, f.H, i, r)
		}
		if i > 0 && r.W > 0 && r.H < 1 {
			t.Fatalf("%s at %dx%d: part %d has no row", f.Shape, f.W, f.H, i)
		}
		from := r.Y
		if i > 0 && r.H > 0 {
			from-- // the title row
		}
		for y := from; y < r.Y+r.H; y++ {
			for x := r.X; x < r.X+r.W; x++ {
				if used[y*f.W+x]++; used[y*f.W+x] > 1 {
					t.Fatalf("%s at %dx%d: part %d overlaps at %d,%d", f.Shape, f.W, f.H, i, x, y)
				}
			}
		}
	}
}

func TestChoose(t *testing.T) {
	for _, tt := range []struct {
		want  Shape
		width int
		got   Shape
	}{
		{Auto, 80, List}, {Auto, 99, List}, {Auto, 100, Two}, {Auto, 139, Two}, {Auto, 140, Three},
		{Two, 80, Two}, {Two, 50, List}, {Three, 100, Two}, {Three, 120, Three}, {One, 200, One},
	} {
		if got := Choose(tt.want, tt.width); got != tt.got {
			t.Errorf("Choose(%s, %d) = %s, want %s", tt.want, tt.width, got, tt.got)
		}
	}
}

// TestNextShape checks that the layout key comes round to Auto by way of every
// shape that fits, and never shows the same one twice in a row.
func TestNextShape(t *testing.T) {
	for _, width := range []int{40, 60, 80, 100, 120, 140, 300} {
		seen := map[Shape]bool{}
		for s := NextShape(Auto, width); ; s = NextShape(s, width) {
			if shown := Choose(s, width); seen[shown] {
				t.Fatalf("width %d: %s twice", width, shown)
			} else {
				seen[shown] = true
			}
			if s == Auto {
				break
			}
		}
		for s := List; s <= Three; s++ {
			if fits := Choose(s, width) == s; fits != seen[s] {
				t.Errorf("width %d: %s fits: %v, shown: %v", width, s, fits, seen[s])
			}
		}
	}
}

func TestRowsOfText(t *testing.T) {
	if got := Fit("abc", 5); got != "abc  " {
		t.Errorf("Fit = %q", got)
	}
	if got := Fit("abcdef", 4); got != "abc…" {
		t.Errorf("Fit = %q", got)
	}
	if got := Fit("日本語", 4); Width(got) != 4 {
		t.Errorf("Fit = %q", got)
	}
	for _, tt := range []struct{ left, right, want string }{
		{"left side", "right", "lef… right"}, {"left", "right", "left right"}, {"left", "rights", "le… rights"},
		{"on", "off", "on     off"}, {"left side!", "", "left side!"}, {"left", "far too long", "left      "},
	} {
		if got := Ends(tt.left, tt.right, 10); got != tt.want {
			t.Errorf("Ends(%q, %q) = %q, want %q", tt.left, tt.right, got, tt.want)
		}
	}
	if got := Window([]string{"a", "b", "c"}, -1, 3); cmp.Diff([]string{"", "a", "b"}, got) != "" {
		t.Errorf("Window = %q", got)
	}
}

// TestNarrow holds the quick count to the careful one: for every character that it
// takes for narrow, alone and beside others, and for style sequences.
func TestNarrow(t *testing.T) {
	known := 0
	for r := rune(' '); r < 0x3000; r++ {
		if r != '~' && r < 0xa0 && r > '~' || r >= 0xa0 && !oneCell(r) {
			continue
		}
		known++
		for _, s := range []string{string(r), "a" + string(r) + "b", string(r) + string(r), "\x1b[1;38;5;12m" + string(r) + "\x1b[0m"} {
			n, ok := narrow(s)
			if want := ansi.StringWidth(s); !ok || n != want {
				t.Fatalf("%q takes %d cells (%v), want %d", s, n, ok, want)
			}
		}
	}
	if known < 800 {
		t.Errorf("only %d characters are known", known)
	}
	for _, s := range []string{"日本", "e\u0301", "\u200b", "\t", "\x1b]0;x\a", "\x1b[2J", "\x1b[", "\x1b", "👩‍👩‍👧", "\xff", "\u00ad", "☺\ufe0f"} {
		if _, ok := narrow(s); ok {
			t.Errorf("%q is counted without care", s)
		}
	}
}

func FuzzWidth(f *testing.F) {
	for _, s := range []string{"", "plain", "a “b” … c", "\x1b[1mbold\x1b[0m", "e\u0301", "日本", "\x1b[38;5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("Width(%q) is %d, want %d", s, got, want)
		}
	})
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog’s back, again and again. ", 15000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Wrap(text, whole(text), 70, nil)
	}
}

package book

import (
	"strings"
	"sync"
	"testing"

	"doubletake/model"
	"doubletake/ui/internal/fixture"

	"github.com/google/go-cmp/cmp"
)

func TestClass(t *testing.T) {
	b := New(fixture.Ferry())
	for _, tt := range []struct {
		side  model.Side
		claim model.ClaimIndex
		want  model.Relation
		ok    bool
	}{
		{model.Left, 0, model.Conflict, true},
		{model.Left, 3, model.Variant, true},
		{model.Left, 4, model.LeftOnly, true},
		{model.Left, 7, model.Differs, true},
		{model.Left, 9, model.Same, false}, // furniture
		{model.Left, 14, model.Same, true},
		{model.Right, 10, model.RightOnly, true},
		{model.Right, 99, model.Same, false},
	} {
		if got, ok := b.Class(tt.side, tt.claim); got != tt.want || ok != tt.ok {
			t.Errorf("%s claim %d: %s, %v; want %s, %v", tt.side, tt.claim, got, ok, tt.want, tt.ok)
		}
	}
}

func TestPartners(t *testing.T) {
	b := New(fixture.Ferry())
	if d := cmp.Diff([]model.ClaimIndex{12, 10}, b.Partners(model.Right, 7)); d != "" {
		t.Errorf("best first (-want +got):\n%s", d)
	}
	if got := b.Partner(model.Left, 4); got != None {
		t.Errorf("a claim nobody answers has partner %d", got)
	}
	// The claim after the captain's would stand behind what the right says of her.
	if got, want := b.Stands(model.Left, 4), b.Claim(model.Right, 5).Span.End; got != want {
		t.Errorf("stands at %d, want %d", got, want)
	}
	if b.Partners(model.Left, -1) != nil || b.Facts(model.Right, 1000) != nil || b.Stands(model.Left, 1000) != 0 {
		t.Error("a claim that is not there has something")
	}
}

func TestMoved(t *testing.T) {
	b := New(fixture.Ferry())
	var moved []int
	for i := range b.Claims(model.Left) {
		if b.Moved(model.Left, model.ClaimIndex(i)) {
			moved = append(moved, i)
		}
	}
	if d := cmp.Diff([]int{3}, moved); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestFilter(t *testing.T) {
	var f Filter
	f = f.Relation(model.Conflict)
	if !f.Shows(model.Conflict) || f.Shows(model.Differs) {
		t.Error("conflicts alone")
	}
	if f = f.Relation(model.Variant); !f.Shows(model.Variant) || f.Shows(model.Conflict) {
		t.Error("from one class straight to another")
	}
	if f = f.Relation(model.Variant); f != (Filter{}) {
		t.Errorf("again clears: %+v", f)
	}
	if f.Shows(model.Same) || !(Filter{Shared: true}).Shows(model.Same) {
		t.Error("shared facts are quiet until asked for")
	}
	b := New(fixture.Ferry())
	var kinds []string
	for k := b.NextKind(Filter{}); k.ByKind; k = b.NextKind(k) {
		kinds = append(kinds, k.Kind.String())
		for _, i := range b.List(k) {
			if b.C.Facts[i].Kind != k.Kind {
				t.Errorf("a %s among the facts of kind %s", b.C.Facts[i].Kind, k.Kind)
			}
		}
	}
	want := "name title organisation place date quantity quote attribution certainty"
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("kinds %s, want %s", got, want)
	}
}

func TestSnap(t *testing.T) {
	const text = "a é\u0301 \U0001F1EB\U0001F1F7 b"
	flag := strings.Index(text, "\U0001F1EB")
	for _, tt := range []struct {
		name string
		give model.Span
		want string
	}{
		{"as it is", model.Span{Start: 0, End: 1}, "a"},
		{"spaces at the ends go", model.Span{Start: 1, End: 7}, "é\u0301"},
		{"half a letter", model.Span{Start: 4, End: 6}, "é\u0301"},
		{"half a flag", model.Span{Start: flag, End: flag + 4}, "\U0001F1EB\U0001F1F7"},
		{"outside", model.Span{Start: -5, End: 900}, text},
		{"nothing", model.Span{Start: 3, End: 3}, ""},
		{"turned round", model.Span{Start: 8, End: 2}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Snap(text, tt.give).In(text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPage(t *testing.T) {
	b := New(fixture.Ferry())
	quiet := Setting{Side: model.Left, Width: 40, Marked: Marking(Filter{})}
	p := b.Page(quiet)
	if p != b.Page(quiet) {
		t.Error("a page is made twice")
	}
	for _, s := range p.Opens {
		if r := b.C.Facts[s.Fact].Relation; r == model.Same || r.OneSided() {
			t.Errorf("a %s fact is marked before it is asked for", r)
		}
	}
	shared := b.Page(Setting{Side: model.Left, Width: 40, Marked: Marking(Filter{Shared: true})})
	if len(shared.Opens) <= len(p.Opens) {
		t.Error("shared facts are not marked when asked for")
	}
	bare := b.Page(Setting{Side: model.Left, Width: 40, Marked: Marking(Filter{}), Bare: true})
	if len(bare.Closes) != len(bare.Opens) || len(p.Closes) != 0 {
		t.Error("brackets do not come in pairs")
	}
	for _, l := range bare.Lines {
		if l.Cells > 40 {
			t.Errorf("row of %d cells: %q", l.Cells, l.Span.In(b.C.Text(model.Left)))
		}
	}
	var alone []string
	for i, l := range p.Lines {
		if p.Alone(i) {
			alone = append(alone, l.Span.In(b.C.Text(model.Left)))
		}
	}
	if len(alone) == 0 || !strings.Contains(alone[0], "“We saw") {
		t.Errorf("rows where only the left tells: %q", alone)
	}
}

// TestShelf checks that pages are bounded in number and safe to ask for from
// many sessions.
func TestShelf(t *testing.T) {
	b := New(fixture.Ferry())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for w := 20; w < 120; w++ {
				if p := b.Page(Setting{Side: model.Left, Width: w}); p.Width != w {
					t.Errorf("page of width %d for %d", p.Width, w)
				}
				b.List(Filter{Shared: w%2 == 0})
			}
		})
	}
	wg.Wait()
	rows := 0
	for _, p := range b.pages.pages {
		rows += len(p.Lines)
	}
	if n := len(b.pages.pages); n > shelfMost || n > shelfRoom && rows > shelfRows || rows != b.pages.rows {
		t.Errorf("%d pages of %d rows kept, counted as %d", n, rows, b.pages.rows)
	}
	b.Page(Setting{Side: model.Left, Width: 20})
	last := b.pages.pages[len(b.pages.pages)-1]
	if last.Width != 20 {
		t.Errorf("the page used last is not kept longest, but that of width %d", last.Width)
	}
}

// TestWild gives New what no engine should: offsets and numbers out of bounds.
func TestWild(t *testing.T) {
	c := fixture.Ferry()
	c.Facts[0].Left.Span = model.Span{Start: -4, End: 1 << 30}
	c.Facts[1].Left.Claim = 4000
	c.Facts[2].Right.Claim = -7
	c.Links = append(c.Links, model.Link{Left: -1, Right: 3}, model.Link{Left: 3, Right: 500})
	c.Tellings[0].Article.Paragraphs = append(c.Tellings[0].Article.Paragraphs, model.Span{Start: 5, End: 1 << 30})
	b := New(c)
	for s := model.Left; s <= model.Right; s++ {
		b.Page(Setting{Side: s, Width: 30, Marked: 0xff, Bare: true})
	}
}

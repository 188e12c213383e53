package nav_test

import (
	"fmt"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/nav"
)

// moves is the letters that the table's scripts are written in.
var moves = map[rune]nav.Move{
	'j': nav.NextClaim, 'k': nav.PrevClaim, 'n': nav.NextFact, 'N': nav.PrevFact, 'd': nav.NextRow, 'u': nav.PrevRow,
	'g': nav.FirstClaim, 'G': nav.LastClaim, '^': nav.FirstRow, '$': nav.LastRow, 't': nav.OtherSide,
}

// where writes a state in short: the side, both claims, and the words of the
// current difference.
func where(b *book.Book, s nav.State) string {
	claim := func(i model.ClaimIndex) string {
		if i == book.None {
			return "-"
		}
		return fmt.Sprint(i)
	}
	out := fmt.Sprintf("%s %s/%s", s.Side, claim(s.Claim[0]), claim(s.Claim[1]))
	if i, ok := s.Current(); ok {
		f := b.C.Facts[i]
		out += fmt.Sprintf(" %s %s", f.Relation, f.Kind)
	}
	return out
}

func TestKeystrokes(t *testing.T) {
	b := book.New(fixture.Ferry())
	quantities := book.Filter{ByKind: true, Kind: model.Quantity}
	for _, tt := range []struct {
		name, keys string
		filter     book.Filter
		want       string
	}{
		{"nothing", "", book.Filter{}, "left 0/-"},
		{"one key to the worst", "n", book.Filter{}, "left 0/0 conflict date"},
		{"conflicts first", "nnn", book.Filter{}, "left 5/3 conflict title"},
		{"then differences by severity", "nnnn", book.Filter{}, "left 7/6 differs certainty"},
		{"back", "nnnN", book.Filter{}, "left 1/1 conflict quantity"},
		{"the end holds", strings.Repeat("n", 40), book.Filter{}, "left 11/2 variant organisation"},
		{"back from nowhere begins at the end", "N", book.Filter{}, "left 11/2 variant organisation"},
		{"first claim", "j", book.Filter{}, "left 0/0"},
		{"claims in order", "jjj", book.Filter{}, "left 2/2"},
		{"before the first", "jkk", book.Filter{}, "left 0/0"},
		{"behind the last", "Gj", book.Filter{}, "left 17/12"},
		{"last and first", "Gg", book.Filter{}, "left 0/0"},
		{"a claim nobody answers", "jjjjj", book.Filter{}, "left 4/-"},
		{"over to the other side", "nt", book.Filter{}, "right 0/0 conflict date"},
		{"over and back", "ntt", book.Filter{}, "left 0/0 conflict date"},
		{"over from a claim nobody answers", "jjjjjt", book.Filter{}, "right 3/5"},
		{"claims of the other side", "jtjjj", book.Filter{}, "right 5/3"},
		{"differences go on where they were left", "njjjn", book.Filter{}, "left 1/1 conflict quantity"},
		{"differences on the right", "jtn", book.Filter{}, "right 0/0 conflict date"},
		{"one kind", "nn", quantities, "left 0/0 differs quantity"},
		{"one relation", "n", book.Filter{ByRelation: true, Only: model.RightOnly}, "right -/8 right_only quantity"},
		{"shared too", "NNN", book.Filter{Shared: true}, "left 5/3 same name"},
		{"nothing to walk", "nN$^", book.Filter{ByRelation: true, Only: model.Conflict, ByKind: true, Kind: model.Place}, "left 0/-"},
		{"rows", "^dd", book.Filter{}, "left 5/3 conflict title"},
		{"rows to the end", "$u", book.Filter{}, "left 3/5 variant name"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := nav.Start()
			s.Filter = tt.filter
			w := nav.Walk{Book: b}
			for _, k := range tt.keys {
				s = w.Go(s, moves[k])
			}
			if got := where(b, s); got != tt.want {
				t.Errorf("after %q: %s, want %s", tt.keys, got, tt.want)
			}
		})
	}
}

func TestDismissed(t *testing.T) {
	b := book.New(fixture.Ferry())
	second := b.List(book.Filter{})[1]
	w := nav.Walk{Book: b, Dismissed: func(i model.FactIndex) bool { return i == second }}
	s := w.Go(w.Go(nav.Start(), nav.NextFact), nav.NextFact)
	if got := where(b, s); got != "left 5/3 conflict title" {
		t.Errorf("n stops at what is dismissed: %s", got)
	}
	s = w.Go(w.Go(nav.Start(), nav.NextRow), nav.NextRow)
	if got := where(b, s); got != "left 1/1 conflict quantity" {
		t.Errorf("rows pass what is dismissed: %s", got)
	}
}

func TestPlace(t *testing.T) {
	b := book.New(fixture.Ferry())
	w := nav.Walk{Book: b}
	s := nav.Start()
	if at, of := w.Place(s); at != 0 || of != 13 {
		t.Errorf("at the start %d of %d, want 0 of 13", at, of)
	}
	s = w.Go(w.Go(s, nav.NextFact), nav.NextFact)
	if at, of := w.Place(s); at != 2 || of != 13 {
		t.Errorf("after two %d of %d, want 2 of 13", at, of)
	}
}

// TestEmpty walks comparisons in which there is nothing to stand on.
func TestEmpty(t *testing.T) {
	for name, c := range map[string]model.Comparison{"nothing": {}, "one side": oneSide()} {
		t.Run(name, func(t *testing.T) {
			w := nav.Walk{Book: book.New(c)}
			for _, first := range moves {
				for _, second := range moves {
					for _, third := range moves {
						w.Go(w.Go(w.Go(nav.Start(), first), second), third)
					}
				}
			}
		})
	}
}

func oneSide() model.Comparison {
	c := fixture.Ferry()
	c.Tellings[model.Right] = model.Telling{}
	c.Links, c.Facts = nil, nil
	return c
}

// FuzzWalk checks that no walk leaves the comparison.
func FuzzWalk(f *testing.F) {
	f.Add("njtjjtNN$u")
	b := book.New(fixture.Ferry())
	w := nav.Walk{Book: b}
	f.Fuzz(func(t *testing.T, keys string) {
		s := nav.Start()
		for _, k := range keys {
			s = w.Go(s, nav.Move(k%11))
			for side, i := range s.Claim {
				if i < book.None || int(i) >= b.Claims(model.Side(side)) {
					t.Fatalf("claim %d of %s", i, model.Side(side))
				}
			}
			if s.Claim[s.Side] == book.None || int(s.Fact) >= len(b.C.Facts) {
				t.Fatalf("state %+v", s)
			}
		}
	})
}

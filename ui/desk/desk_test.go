package desk

import (
	"path/filepath"
	"testing"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/nav"
	"doubletake/ui/scene"
)

func TestUndo(t *testing.T) {
	store := marks.NewMemory()
	d := New(fixture.Ferry(), store)
	fact := Item{Fact: 1, IsFact: true}
	claim := Item{Side: model.Right, Claim: 2}
	d, _ = d.Toggle(fact, marks.Checked)
	d, _ = d.Write(fact, "a note")
	d, _ = d.Toggle(claim, marks.Checked)
	d, _ = d.Toggle(fact, marks.Dismissed)
	d, _ = d.Toggle(fact, marks.Dismissed) // off again
	want := []marks.Mark{{State: marks.Dismissed, Note: "a note"}, {State: marks.Checked, Note: "a note"}, {State: marks.Checked, Note: "a note"}, {State: marks.Checked}, {}}
	for i, w := range want {
		var ok bool
		if d, _, ok, _ = d.Undo(); !ok {
			t.Fatalf("undo %d: nothing to undo", i)
		}
		if got := d.Mark(fact); got != w {
			t.Errorf("undo %d: %+v, want %+v", i, got, w)
		}
	}
	if _, _, ok, _ := d.Undo(); ok {
		t.Error("more can be undone than was done")
	}
	if len(store.All()) != 0 {
		t.Errorf("left in the store: %v", store.All())
	}
}

func TestEarlierValuesStand(t *testing.T) {
	d := New(fixture.Ferry(), marks.NewMemory())
	before := d.Marks()
	d, _ = d.Toggle(Item{Fact: 1, IsFact: true}, marks.Dismissed)
	if before.Dismissed(1) || !d.Marks().Dismissed(1) {
		t.Error("marks that were handed out have changed")
	}
}

// TestTwoReaders has two readers mark the same pair in turn, each knowing nothing of
// the other: nothing is lost, and each comes to see what the other did.
func TestTwoReaders(t *testing.T) {
	c := fixture.Ferry()
	path := filepath.Join(t.TempDir(), "marks.json")
	open := func() Desk {
		t.Helper()
		f, notice, err := marks.Open(path, c)
		if err != nil || notice != "" {
			t.Fatal(notice, err)
		}
		return New(c, f)
	}
	first, second := Item{Fact: 1, IsFact: true}, Item{Fact: 2, IsFact: true}
	claim := Item{Side: model.Left, Claim: 3}
	ann, ben := open(), open()
	var err error
	step := func(d *Desk, change func(Desk) (Desk, error)) {
		t.Helper()
		if *d, err = change(*d); err != nil {
			t.Fatal(err)
		}
	}
	step(&ann, func(d Desk) (Desk, error) { return d.Toggle(first, marks.Checked) })
	step(&ann, func(d Desk) (Desk, error) { return d.Write(claim, "Ann’s") })
	step(&ben, func(d Desk) (Desk, error) { return d.Toggle(second, marks.Dismissed) })
	step(&ben, func(d Desk) (Desk, error) { return d.Write(first, "Ben’s") })
	step(&ben, func(d Desk) (Desk, error) { return d.Toggle(claim, marks.Checked) })
	step(&ann, func(d Desk) (Desk, error) { return d.Write(first, "Ann’s") })
	want := map[Item]marks.Mark{
		first: {State: marks.Checked, Note: "Ben’s\n\nAnn’s"}, second: {State: marks.Dismissed}, claim: {State: marks.Checked, Note: "Ann’s"},
	}
	for name, d := range map[string]Desk{"Ann": ann, "who comes later": open()} {
		for item, m := range want {
			if got := d.Mark(item); got != m {
				t.Errorf("%s sees %+v on %+v, want %+v", name, got, item, m)
			}
		}
	}
	// Undoing takes back one's own alone.
	for range 3 {
		if ben, _, _, err = ben.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	want = map[Item]marks.Mark{first: {State: marks.Checked, Note: "Ben’s\n\nAnn’s"}, second: {}, claim: {Note: "Ann’s"}}
	for item, m := range want {
		if got := open().Mark(item); got != m {
			t.Errorf("after undoing: %+v on %+v, want %+v", got, item, m)
		}
	}
}

func TestCurrent(t *testing.T) {
	sc := scene.Scene{Book: book.New(fixture.Ferry()), At: nav.Start()}
	if !Current(sc).Nothing {
		t.Error("before the first key there is something to mark")
	}
	sc.At = sc.Walk().Go(sc.At, nav.NextFact)
	if i := Current(sc); !i.IsFact {
		t.Errorf("on a difference: %+v", i)
	}
	sc.At = sc.Walk().Go(sc.At, nav.NextClaim)
	if i := Current(sc); i.IsFact || i.Claim != 1 {
		t.Errorf("on a claim: %+v", i)
	}
	empty := scene.Scene{Book: book.New(model.Comparison{}), At: nav.Start()}
	empty.At = empty.Walk().Go(empty.At, nav.NextClaim)
	if !Current(empty).Nothing {
		t.Error("in an empty comparison there is something to mark")
	}
}

package name

import "testing"

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		least, most float64
	}{
		{"Chernihiv", "Chernigov", 0.85, 1}, // Ukrainian and Russian
		{"Unhwa", "Eunhwa", 0.8, 1},         // McCune-Reischauer and Revised Korean
		{"Termez", "Termiz", 0.85, 1},
		{"Odesa", "Odesa", 1, 1},
		{"Donetsk", "Luhansk", 0, 0.3},
		{"Kestrel", "Kessler", 0, 0.4},
		{"", "Termiz", 0, 0},
		{"", "", 0, 0},
	} {
		got, back := Likeness(c.a, c.b), Likeness(c.b, c.a)
		if got < c.least || got > c.most {
			t.Errorf("Likeness(%q, %q) is %.2f, not between %.2f and %.2f", c.a, c.b, got, c.least, c.most)
		}
		if got != back {
			t.Errorf("Likeness(%q, %q) is %.2f, the other way round %.2f", c.a, c.b, got, back)
		}
	}
}

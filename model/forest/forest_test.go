package forest

import "testing"

func TestOdds(t *testing.T) {
	x := []float64{9, 0.3}
	var all []Tree
	for _, tt := range []struct {
		first, second float64 // the bounds asked of 0.3
		want          float64
	}{{0.5, 0.5, 1}, {0.5, 0.1, 2}, {0.1, 0.5, 3}, {0.1, 0.1, 4}} {
		tree := Tree{1, tt.first, 1, tt.second, 1, tt.second, 1, 2, 3, 4}
		if got := tree.Odds(x); got != tt.want {
			t.Errorf("over %v and over %v: the tree adds %v, want %v", tt.first, tt.second, got, tt.want)
		}
		all = append(all, tree)
	}
	if got := Odds(all, x); got != 10 {
		t.Errorf("together they add %v, want 10", got)
	}
}

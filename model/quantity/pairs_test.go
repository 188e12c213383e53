package quantity

import "testing"

// TestPairs: two sentences of one event, and what Match makes of the figures in
// them; the outcome is that of any pair.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		left, right string
		want        Outcome
	}{} {
		t.Run(c.left, func(t *testing.T) {
			xs, ys := find(c.left), find(c.right)
			var got []string
			for _, p := range Match(xs, ys) {
				if p.Evidence.Outcome == c.want {
					return
				}
				got = append(got, xs[p.Left].Value()+" | "+ys[p.Right].Value()+": "+p.Evidence.Outcome.String())
			}
			t.Errorf("%s | %s: want %s, got %q", c.left, c.right, c.want, got)
		})
	}
}

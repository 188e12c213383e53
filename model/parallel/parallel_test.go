package parallel

import (
	"strings"
	"testing"
)

func TestRanges(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100} {
		seen := make([]int, n)
		Ranges(n, func(from, to int) {
			for i := from; i < to; i++ {
				seen[i]++
			}
		})
		for i, k := range seen {
			if k != 1 {
				t.Errorf("of %d, %d was done %d times", n, i, k)
			}
		}
	}
}

func TestPanic(t *testing.T) {
	other := false
	defer func() {
		if err, ok := recover().(error); !ok || !strings.Contains(err.Error(), "torn") || !other {
			t.Errorf("recovered %v, other task done: %t", err, other)
		}
	}()
	Do(func() { panic("torn") }, func() { other = true })
}

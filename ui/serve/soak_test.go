package serve

import (
	"flag"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"doubletake/ui/serve/internal/crowd"
)

// soak is how long TestSoak lasts: a moment, unless asked otherwise, as in
//
//	go test ./ui/serve -run TestSoak -soak 20m -timeout 30m -v
var soak = flag.Duration("soak", 5*time.Second, "how long guests join and leave in TestSoak")

// TestSoak has guests join and leave, some without a word, and checks that
// memory stays flat and no goroutine is left.
func TestSoak(t *testing.T) {
	h := newHouse(t, nil)
	_ = h.connect().Close()         // now the server runs
	time.Sleep(forLeaving)          // and nothing else
	alone := runtime.NumGoroutine() // the server without guests
	var after []int
	guests, keys := 0, 0
	for end := time.Now().Add(*soak); time.Now().Before(end); {
		r := crowd.Run(t.Context(), h.address, crowd.Plan{
			Guests: 40, Join: time.Second, For: 2 * time.Second, Every: 100 * time.Millisecond,
			Cols: 110, Mixed: 30, Rows: 35, Patient: 5 * time.Second,
		}, func() {})
		guests, keys = guests+r.Joined, keys+r.Keys
		if r.Failed > 0 {
			t.Fatalf("%d guests failed: %v", r.Failed, r.Errors)
		}
		eventually(t, 45*time.Second, "all are gone", func() bool { c := h.gate.Count(); return c.Seated+c.Waiting == 0 })
		eventually(t, 45*time.Second, "no goroutine is left", func() bool { return runtime.NumGoroutine() <= alone })
		after = append(after, memory())
		h.log.reset()
	}
	t.Logf("%d guests, %d keys; memory without guests, MB: %v", guests, keys, thin(after))
	if len(after) < 8 {
		return
	}
	// The first rounds fill what is kept for all guests, such as the wrapped texts.
	early, late := middle(after[len(after)/8:len(after)/2]), middle(after[len(after)/2:])
	const most = 4 // megabytes
	if late > early+most {
		t.Errorf("memory grows: %d MB in the first half, %d MB in the second", early, late)
	}
	if strings.Contains(h.log.String(), "msg=panic") {
		t.Errorf("a panic:\n%s", h.log)
	}
}

func middle(n []int) int {
	n = slices.Sorted(slices.Values(n))
	return n[len(n)/2]
}

// thin is at most some twenty of the numbers.
func thin(n []int) []int {
	var out []int
	for i := 0; i < len(n); i += len(n)/20 + 1 {
		out = append(out, n[i])
	}
	return out
}

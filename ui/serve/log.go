package serve

import (
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"
)

// newLogger logs as text or json, one record a line.
func newLogger(w io.Writer, format string) (*slog.Logger, error) {
	switch format {
	case "", "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	}
	return nil, fmt.Errorf("unknown log format %q: use text or json", format)
}

// safe is what a guest has said, for a log: at most most bytes of it, in ASCII,
// with everything else escaped, so that no terminal that shows the log obeys it.
func safe(s string, most int) string {
	cut := ""
	if len(s) > most {
		s, cut = s[:most], "..."
	}
	quoted := strconv.QuoteToASCII(s)
	return quoted[1:len(quoted)-1] + cut
}

// tally counts what is refused, and logs each kind once in a while: whoever
// knocks a thousand times a second must not fill the log.
type tally struct {
	log   *slog.Logger
	every time.Duration

	mu    sync.Mutex
	total map[string]int
	said  map[string]heard
}

// heard is when a kind was logged last, and how many came since.
type heard struct {
	at    time.Time
	since int
}

func newTally(log *slog.Logger) *tally {
	return &tally{log: log, every: time.Second, total: make(map[string]int), said: make(map[string]heard)}
}

// count counts one refusal of a kind, and logs nothing.
func (t *tally) count(kind string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.total[kind]++
}

// add counts one refusal of a kind, from an address.
func (t *tally) add(kind, from string, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.total[kind]++
	h := t.said[kind]
	h.since++
	if now.Sub(h.at) < t.every {
		t.said[kind] = h
		return
	}
	t.said[kind] = heard{at: now}
	t.log.Warn("refused", "kind", kind, "from", from, "times", h.since)
}

// sum is how many of each kind there were.
func (t *tally) sum() (all int, kinds []slog.Attr) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, kind := range slices.Sorted(maps.Keys(t.total)) {
		all += t.total[kind]
		kinds = append(kinds, slog.Int(kind, t.total[kind]))
	}
	return all, kinds
}

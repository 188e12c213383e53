package serve

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"doubletake/ui"
	"doubletake/ui/guard"
	"doubletake/ui/serve/pace"
	"doubletake/ui/serve/room"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"
)

// FuzzSession types anything at all. Bubble Tea reads keys in a goroutine that
// nothing guards, so a panic there would end every session.
func FuzzSession(f *testing.F) {
	pairs, err := embedded()
	if err != nil {
		f.Fatal(err)
	}
	for _, keys := range []string{
		"\rnnnjk \t/word\r\x1b", "\r?\x1bofs\x1bwwLt1122=K", "\rnmnote\x1b\x03",
		"\rM\x1b[<0;5;5M\x1b[<64;999999999999999999999;1M\x1b[M\x00\x00\x00", "\x1b[200~pasted\x1b[201~q",
		"/\xff\xfe\xf0\x28\x8c", "\x1b[I\x1b[O\x1b]11;rgb:0/0/0\a", "\x1a\x1c\x00", "\rqjjqq",
	} {
		f.Add([]byte(keys), uint16(80), uint16(24))
	}
	f.Fuzz(func(t *testing.T, typed []byte, cols, rows uint16) {
		ctx, end := context.WithCancelCause(t.Context())
		defer end(nil)
		k := newKeyboard(mostLost, func() {})
		k.gone = func() { end(errGone) }
		k.sieve = func(p []byte) int { return len(p) }
		k.pace = pace.New(1e9, 1e9, time.Now())
		m := guard.Model{
			Model:  room.New(pairs, ui.Options{Clipboard: io.Discard}),
			Begin:  func() tea.Msg { return tea.WindowSizeMsg{Width: int(cols % 300), Height: int(rows % 100)} },
			Failed: func(r any) { t.Errorf("panic: %v", r) },
		}
		go k.pump(bytes.NewReader(typed))
		p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(k), tea.WithOutput(io.Discard), tea.WithoutSignalHandler())
		_, _ = p.Run() // ends because the input does
	})
}

// FuzzRequests asks for anything at all.
func FuzzRequests(f *testing.F) {
	f.Add("pty-req", text("xterm", 80, 24, 0, 0, "\x00"), "window-change", text(0, 0, 0, 0))
	f.Add("env", text("LANG", "C"), "env", text("LC_ALL", "\xff"))
	f.Add("exec", text("text"), "shell", []byte(nil))
	f.Fuzz(func(t *testing.T, first string, payload []byte, second string, more []byte) {
		w := &wishes{}
		begun := 0
		r := requests{wishes: w, refused: func(string) {}}
		for _, req := range []*gossh.Request{{Type: first, Payload: payload}, {Type: second, Payload: more}, {Type: first, Payload: more}} {
			through, _ := r.take(req)
			if through && req.Type != "pty-req" {
				begun++
			}
		}
		if begun > 1 {
			t.Errorf("%d sessions on one channel", begun)
		}
		if cols, rows, ok := w.size(); ok && (cols < 1 || cols > mostCols || rows < 1 || rows > mostRows) {
			t.Errorf("a terminal of %dx%d", cols, rows)
		}
		for name, value := range w.env {
			if !allowedEnv(name) || strings.ContainsFunc(name+value, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Errorf("%q=%q is taken", name, value)
			}
		}
	})
}

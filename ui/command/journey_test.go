//go:build unix

// This file walks through the program in a real terminal, from the command line
// on.

package command

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"doubletake/seeds"
)

// tmux is a terminal with a shell in a workplace.
type tmux struct {
	t      *testing.T
	socket string
	dir    string
}

// enter runs a command line in a terminal of its own.
func enter(t *testing.T, line string) tmux {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("no tmux")
	}
	x := tmux{t, filepath.Join(t.TempDir(), "s"), workplace(t)}
	script := fmt.Sprintf("cd %q; PATH=%q/bin:$PATH XDG_STATE_HOME=%q %s=1 LC_ALL=C.UTF-8; export PATH XDG_STATE_HOME %s LC_ALL; %s; echo ended $?; cat", x.dir, x.dir, x.dir, asProgram, asProgram, line)
	x.run("-u", "-f", "/dev/null", "new-session", "-d", "-s", "s", "-x", "100", "-y", "30", script)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", x.socket, "kill-server").Run() })
	return x
}

func (x tmux) run(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (x tmux) keys(names ...string) {
	x.t.Helper()
	for _, name := range names {
		x.run("send-keys", "-t", "s", name)
	}
}

// sees waits until words are on the screen.
func (x tmux) sees(words string) {
	x.t.Helper()
	frame := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if frame = x.run("capture-pane", "-p", "-t", "s"); strings.Contains(frame, words) {
			return
		}
	}
	x.t.Fatalf("%q does not appear:\n%s", words, frame)
}

// TestStdinInTerminal reads one article from standard input, and the keys from the
// terminal.
func TestStdinInTerminal(t *testing.T) {
	x := enter(t, "pbpaste | doubletake - right.txt")
	x.sees("WORST")
	x.keys("n")
	x.sees("What office does Murhaf Abu Kasra hold?")
	x.keys("Space")
	x.sees("checked")
	x.keys("e")
	x.sees("exported to doubletake-report.md")
	x.keys("q")
	x.sees("ended 0")
	data, err := os.ReadFile(filepath.Join(x.dir, "doubletake-report.md"))
	if err != nil || !strings.Contains(string(data), "- **Reader**: checked") {
		t.Errorf("%v: %.300s", err, data)
	}
}

// TestTypedInTerminal types one article, and then reads with the same keyboard.
func TestTypedInTerminal(t *testing.T) {
	x := enter(t, "doubletake - right.txt")
	x.sees("type or paste the article")
	x.run("send-keys", "-t", "s", "-l", "Yevkurov met Murhaf Abu Kasra, head of the Syrian Ministry of Defense, in Damascus.")
	x.keys("Enter", "C-d")
	x.sees("WORST")
	x.keys("n")
	x.sees("1/")
	x.keys("q")
	x.sees("ended 0")
}

// TestPickInTerminal goes from the list of pairs into one, back, and into another.
func TestPickInTerminal(t *testing.T) {
	x := enter(t, "doubletake left.txt right.txt third.md")
	x.sees("3 pairs of articles")
	x.sees("1≠")
	x.keys("Enter")
	x.sees("EVENT")
	x.keys("q")
	x.sees("3 pairs of articles")
	x.keys("j", "j", "Enter")
	x.sees("EVENT")
	x.keys("C-c")
	x.sees("ended 0")
}

// TestTerminatedInTerminal has the program told to end, in the reader, on the list
// of pairs, and while it waits: the terminal is left as it was found each time.
func TestTerminatedInTerminal(t *testing.T) {
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	t.Cleanup(slow.Close)
	for _, tt := range []struct{ name, args, sees, ends string }{
		{"reader", "--mouse left.txt right.txt", "WORST", "ended 0"},
		{"list", "left.txt right.txt third.md", "3 pairs of articles", "ended 0"},
		{"waiting", "--allow-private left.txt " + slow.URL, "asking", "ended"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := enter(t, "echo before; sh -c 'echo $$ > pid; exec doubletake "+tt.args+"'")
			x.sees(tt.sees)
			data, err := os.ReadFile(filepath.Join(x.dir, "pid"))
			if err != nil {
				t.Fatal(err)
			}
			pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
			if err != nil {
				t.Fatal(err)
			}
			if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
			x.sees(tt.ends)
			x.sees("before")
			if flags := strings.TrimSpace(x.run("display-message", "-p", "-t", "s", "#{cursor_flag}#{alternate_on}#{mouse_any_flag}")); flags != "100" {
				t.Errorf("cursor, alternate screen, mouse: %s, want 100", flags)
			}
		})
	}
}

// TestLoadInTerminal waits for a slow address on the screen, and gives up.
func TestLoadInTerminal(t *testing.T) {
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	t.Cleanup(slow.Close)
	x := enter(t, "doubletake --allow-private left.txt "+slow.URL)
	x.sees("asking " + strings.TrimPrefix(slow.URL, "http://"))
	x.keys("Escape")
	x.sees("doubletake: cancelled")
	x.sees("ended 2")
}

// TestAddressInTerminal reads an address and opens the reader on it.
func TestAddressInTerminal(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write(seeds.Sample().Right)
	}))
	t.Cleanup(site.Close)
	x := enter(t, "doubletake --allow-private left.txt "+site.URL)
	x.sees("WORST")
	x.keys("q")
	x.sees("ended 0")
}

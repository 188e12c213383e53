package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"doubletake/ui/internal/silent"

	"golang.org/x/sys/unix"
)

// started runs the program on a terminal that answers nothing.
func started(t *testing.T, how string) (*silent.Terminal, *exec.Cmd) {
	t.Helper()
	x := silent.Open(t, 100, 30)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), as+"="+how, "TERM=xterm-256color", "DOUBLETAKE_TEST_MARKS="+filepath.Join(t.TempDir(), "m.json"))
	x.Start(cmd)
	return x, cmd
}

// TestSilentTerminal starts the reader on a terminal that never answers: the
// first full frame is there within 100 ms. The best of some starts counts, since
// the machine may be busy with other tests.
func TestSilentTerminal(t *testing.T) {
	const wanted = 100 * time.Millisecond
	best := time.Hour
	for range 10 {
		x, cmd := started(t, "loading")
		best = min(best, x.Sees(10*time.Second, "EVENT", "VOICES", "quit"))
		if !strings.Contains(x.Drawn(), "\x1b]11;?") {
			t.Error("the terminal was not asked for its background")
		}
		x.Type("q")
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		if best < wanted {
			t.Logf("first frame after %v", best)
			return
		}
	}
	t.Errorf("first frame after %v, want %v", best, wanted)
}

// TestAnsweringTerminal answers the question late and in the middle of keys: the
// theme follows, and no key is lost or made up.
func TestAnsweringTerminal(t *testing.T) {
	x, cmd := started(t, "reading")
	x.Sees(10*time.Second, "WORST")
	if x.Flags()&unix.ECHO != 0 {
		t.Error("the terminal echoes while the program runs")
	}
	x.Forget()
	x.Type("n\x1b]11;rgb:ffff/ffff/ffff\x1b\\n")
	x.Sees(10*time.Second, "injured?", "2/13")
	x.Gets(5*time.Second, "38;2;127;0;0") // the conflict colour of the light theme: #7f0000
	x.Type("q")
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if x.Flags()&(unix.ECHO|unix.ICANON|unix.ISIG) != unix.ECHO|unix.ICANON|unix.ISIG {
		t.Error("the terminal is not as it was found")
	}
}

package serve

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// TestRefuse asks for what a guest cannot have, while another one reads.
func TestRefuse(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	request := func(name string, payload []byte) func(*testing.T, *ssh.Client) bool {
		return func(t *testing.T, c *ssh.Client) bool {
			ok, err := raw(t, c).SendRequest(name, true, payload)
			if err != nil {
				t.Error(err)
			}
			return ok
		}
	}
	channel := func(kind string, payload []byte) func(*testing.T, *ssh.Client) bool {
		return func(_ *testing.T, c *ssh.Client) bool {
			_, _, err := c.OpenChannel(kind, payload)
			return err == nil
		}
	}
	global := func(name string, payload []byte) func(*testing.T, *ssh.Client) bool {
		return func(t *testing.T, c *ssh.Client) bool {
			ok, _, err := c.SendRequest(name, true, payload)
			if err != nil {
				t.Error(err)
			}
			return ok
		}
	}
	for _, tt := range []struct {
		name string
		ask  func(*testing.T, *ssh.Client) bool
	}{
		{"sftp", request("subsystem", text("sftp"))},
		{"another subsystem", request("subsystem", text("netconf"))},
		{"agent", request("auth-agent-req@openssh.com", nil)},
		{"X11", request("x11-req", text(false, "MIT-MAGIC-COOKIE-1", "00", 0))},
		{"signal", request("signal", text("KILL"))},
		{"break", request("break", text(0))},
		{"flow control", request("xon-xoff", text(true))},
		{"PATH", request("env", text("PATH", "/tmp"))},
		{"LD_PRELOAD", request("env", text("LD_PRELOAD", "/tmp/x.so"))},
		{"LC_ with what no locale holds", request("env", text("LC_ALL", "a\nb"))},
		{"a long LC_", request("env", text("LC_"+strings.Repeat("A", 100), "C"))},
		{"a long value", request("env", text("LANG", strings.Repeat("x", 1000)))},
		{"half a request", request("env", []byte{0, 0, 0, 200, 'x'})},
		{"a size without a terminal", request("window-change", text(80, 24, 0, 0))},
		{"a terminal of no name", request("pty-req", text("xterm\x1b[31m", 80, 24, 0, 0, "\x00"))},
		{"half a terminal", request("pty-req", text("xterm", 80))},
		{"a long command", request("exec", text(strings.Repeat("text ", 1000)))},
		{"unknown request", request("make-coffee", nil)},
		{"local forwarding", channel("direct-tcpip", text("127.0.0.1", 22, "127.0.0.1", 40000))},
		{"forwarding to a socket", channel("direct-streamlocal@openssh.com", text("/run/docker.sock", "", 0))},
		{"a tunnel", channel("tun@openssh.com", text(1, 0))},
		{"X11 the other way", channel("x11", text("127.0.0.1", 6000))},
		{"agent the other way", channel("auth-agent@openssh.com", nil)},
		{"unknown channel", channel("coffee", nil)},
		{"remote forwarding", global("tcpip-forward", text("0.0.0.0", 0))},
		{"remote forwarding of a socket", global("streamlocal-forward@openssh.com", text("/tmp/s"))},
		{"unknown global request", global("coffee", nil)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := h.connect()
			if tt.ask(t, c) {
				t.Error("it is granted")
			}
			_ = c.Close()
		})
	}
	b.undisturbed()
}

// TestEnvironment checks that what is allowed is taken, and what is too much not.
func TestEnvironment(t *testing.T) {
	w := &wishes{}
	for _, name := range []string{"LANG", "LC_ALL", "COLORTERM", "NO_COLOR", "TERM"} {
		if !w.setenv(name, "x") {
			t.Errorf("%s is not taken", name)
		}
	}
	for i := range 100 {
		w.setenv("LC_"+strings.Repeat("A", i%17)+string(rune('A'+i%26)), "x")
	}
	if len(w.env) > mostEnv {
		t.Errorf("%d variables are kept", len(w.env))
	}
}

// TestSecondSession asks for another session on a connection that has one.
func TestSecondSession(t *testing.T) {
	h := newHouse(t, nil)
	v := h.visit(usual)
	v.sees("pairs of articles")
	for range 3 {
		if _, err := v.client.NewSession(); err == nil || !strings.Contains(err.Error(), "one session a connection") {
			t.Errorf("a second session: %v", err)
		}
	}
	v.press("\r")
	v.sees("EVENT") // the first goes on
	for range 2 * mostRejected {
		_, _, err := v.client.OpenChannel("direct-tcpip", text("127.0.0.1", 22, "127.0.0.1", 1))
		var rejected *ssh.OpenChannelError
		if !errors.As(err, &rejected) {
			break // the connection has ended, and a client that goes on asking may wait for ever
		}
	}
	if code := v.leaves(); code != -1 {
		t.Errorf("a guest who asks for channels without end leaves with %d", code)
	}
	eventually(t, 45*time.Second, "the log says why", func() bool { return strings.Contains(h.log.String(), errPushy.Error()) })
}

// TestOnce begins a session on one channel twice.
func TestOnce(t *testing.T) {
	h := newHouse(t, nil)
	ch := raw(t, h.connect())
	for i, r := range []struct {
		name    string
		payload []byte
		ok      bool
	}{
		{"pty-req", text("xterm", 80, 24, 0, 0, "\x00"), true},
		{"pty-req", text("xterm", 80, 24, 0, 0, "\x00"), false},
		{"shell", nil, true},
		{"shell", nil, false},
		{"exec", text("text"), false},
		{"pty-req", text("xterm", 80, 24, 0, 0, "\x00"), false},
		{"env", text("LANG", "C"), false},
		{"window-change", text(100, 30, 0, 0), true},
	} {
		if ok, err := ch.SendRequest(r.name, true, r.payload); err != nil || ok != r.ok {
			t.Errorf("%d, %s: %v, %v", i, r.name, ok, err)
		}
	}
}

// TestClients asks with the real clients, where they are installed.
func TestClients(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	name, port, err := net.SplitHostPort(h.address)
	if err != nil {
		t.Fatal(err)
	}
	common := []string{"-F", "/dev/null", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + filepath.Join(dir, "hosts"), "-o", "BatchMode=yes", "-o", "LogLevel=ERROR"}
	for _, tt := range []struct {
		name string
		tool string
		args []string
		fail bool
		want string
	}{
		{"text", "ssh", []string{"-p", port, name, "text", "final"}, false, "Malmö Södra"},
		{"no terminal", "ssh", []string{"-T", "-p", port, name}, false, "ssh -t HOST"},
		{"a command", "ssh", []string{"-p", port, name, "id"}, true, "nothing runs here"},
		{"sftp", "sftp", []string{"-P", port, name}, true, ""},
		{"scp", "scp", []string{"-P", port, file, name + ":/tmp/x"}, true, ""},
		{"scp as it was", "scp", []string{"-O", "-P", port, file, name + ":/tmp/x"}, true, "nothing runs here"},
		{"scp away", "scp", []string{"-O", "-P", port, name + ":/etc/passwd", dir + "/stolen"}, true, ""},
		{"remote forwarding", "ssh", []string{"-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:22", "-p", port, name}, true, "forwarding failed"},
		{"local forwarding", "ssh", []string{"-W", "127.0.0.1:22", "-p", port, name}, true, "forwarding failed"},
		{"agent and X11", "ssh", []string{"-A", "-X", "-p", port, name, "text"}, false, "EVENT"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tool, err := exec.LookPath(tt.tool)
			if err != nil {
				t.Skip(err)
			}
			c := exec.CommandContext(t.Context(), tool, append(common, tt.args...)...)
			c.WaitDelay = time.Second
			out, err := c.CombinedOutput()
			if (err != nil) != tt.fail || !strings.Contains(string(out), tt.want) {
				t.Errorf("error %v, said %.300s", err, out)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "stolen")); err == nil {
		t.Error("a file of the host was taken")
	}
	b.undisturbed()
}

// TestProtocol speaks what is not ssh.
func TestProtocol(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.SetupTimeout = time.Second })
	b := h.bystand()
	for _, tt := range []struct{ name, say string }{
		{"web", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"},
		{"mail", "EHLO x\r\n"},
		{"junk", string(bytes.Repeat([]byte{0xff, 0, '\n'}, 10000))},
		{"an endless version", "SSH-2.0-" + strings.Repeat("x", 1<<20)},
		{"ssh 1", "SSH-1.5-old\r\n"},
		{"a great packet", "SSH-2.0-x\r\n\xff\xff\xff\xff" + strings.Repeat("x", 1<<16)},
		{"nothing", ""},
		{"half a version", "SSH-2.0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := net.Dial("tcp", h.address)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			_ = c.SetDeadline(time.Now().Add(5 * time.Second))
			go func() { _, _ = io.WriteString(c, tt.say) }()
			start := time.Now()
			_, err = io.Copy(io.Discard, c)
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("the connection stays for %v: %v", took, err)
			}
		})
	}
	b.undisturbed()
}

// TestSilence comes and asks for nothing, at each stage on the way to a session.
func TestSilence(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.SetupTimeout = 500 * time.Millisecond })
	v := h.visit(usual)
	v.sees("pairs of articles")
	bare, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	defer bare.Close()
	greeted, known := h.connect(), h.connect()
	raw(t, known)
	eventually(t, 45*time.Second, "the silent ones are gone", func() bool { c := h.gate.Count(); return c.Waiting == 0 && c.Seated == 1 })
	for _, c := range []*ssh.Client{greeted, known} {
		if err := c.Wait(); err == nil {
			t.Error("the connection ends without an error")
		}
	}
	v.press("\r")
	v.sees("EVENT") // who has a session stays
}

func TestSeatsAndAddresses(t *testing.T) {
	t.Run("seats", func(t *testing.T) {
		h := newHouse(t, func(o *Options) { o.MaxSessions = 1 })
		v := h.visit(usual)
		v.sees("pairs of articles")
		if _, err := h.connect().NewSession(); err == nil || !strings.Contains(err.Error(), "all seats are taken") {
			t.Errorf("a second guest: %v", err)
		}
		v.press("q")
		v.leaves()
		_ = v.client.Close()
		eventually(t, 45*time.Second, "the seat is free", func() bool { return h.gate.Count().Seated == 0 })
		h.visit(usual).sees("pairs of articles")
	})
	t.Run("addresses", func(t *testing.T) {
		h := newHouse(t, func(o *Options) { o.MaxPerAddress = 2 })
		first, second := h.connect(), h.connect()
		if c, err := h.dial(nil); err == nil {
			_ = c.Close()
			t.Error("a third connection from one address is let in")
		}
		_ = first.Close()
		eventually(t, 45*time.Second, "there is room again", func() bool { return h.gate.Count().Waiting < 2 })
		h.connect()
		_ = second.Close()
	})
}

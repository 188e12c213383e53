//go:build unix

package serve

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

func TestHostKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "key")
	first, err := hostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, filepath.Dir(path)} {
		info, err := os.Stat(p)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: others can use it: %v", p, info.Mode())
		}
	}
	again, err := hostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	if ssh.FingerprintSHA256(first.PublicKey()) != ssh.FingerprintSHA256(again.PublicKey()) {
		t.Error("the second start has another key")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBadHostKey(t *testing.T) {
	dir := t.TempDir()
	write := func(name, words string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(words), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := filepath.Join(dir, "good")
	if _, err := hostKey(good); err != nil {
		t.Fatal(err)
	}
	pem, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, want string }{
		{"for the group", write("group", string(pem), 0o640), "others can use it (mode 0640)"},
		{"for all", write("all", string(pem), 0o604), "others can use it"},
		{"no key", write("text", "hello", 0o600), "is no private key"},
		{"empty", write("empty", "", 0o600), "is no private key"},
		{"a folder", dir, "is no file"},
		{"in a file", filepath.Join(good, "key"), "not a directory"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := hostKey(tt.path); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}

func TestBadAuthorizedKeys(t *testing.T) {
	const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPm3CLZNGKHJ3Io8GdT4WB2uTnYkQk0sEYyqPv1F8T5z guest"
	for _, tt := range []struct{ name, words, want string }{
		{"empty", "# nobody\n", "holds no key"},
		{"no key", "hello\n", "line 1"},
		{"options", key + "\n\nfrom=\"192.0.2.1\" " + key + "\n", "line 3: options"},
		{"an authority", "cert-authority " + key + "\n", "options"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "keys")
			if err := os.WriteFile(path, []byte(tt.words), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := readAllowed(path); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
	if _, err := readAllowed(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that is not there is read")
	}
}

// TestRun starts and stops a server as the command does.
func TestRun(t *testing.T) {
	before := runtime.NumGoroutine()
	log := &page{}
	o := Default()
	o.Listen, o.HostKey, o.Log, o.LogFormat, o.Grace = "127.0.0.1:0", filepath.Join(t.TempDir(), "key"), log, "json", time.Second
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, o, nil) }()
	eventually(t, 20*time.Second, "it serves", func() bool { return strings.Contains(log.String(), "fingerprint") })
	_, rest, _ := strings.Cut(log.String(), `"address":"`)
	address, _, _ := strings.Cut(rest, `"`)
	c, err := ssh.Dial("tcp", address, &ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	v := begin(t, c, usual)
	v.sees("pairs of articles")
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGUSR1); err != nil {
		t.Fatal(err)
	}
	eventually(t, 45*time.Second, "guests are counted", func() bool { return strings.Contains(log.String(), `"msg":"count","sessions":1`) })
	stop()
	v.sees("The server stops")
	v.leaves()
	_ = c.Close()
	if err := <-ended; err != nil {
		t.Errorf("it ends with %v", err)
	}
	eventually(t, 45*time.Second, "no goroutine is left", func() bool { return runtime.NumGoroutine() <= before+1 }) // that of signals stays
}

func TestBadOptions(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, tt := range []struct {
		name   string
		change func(*Options)
		paths  []string
		want   string
	}{
		{"timeout", func(o *Options) { o.IdleTimeout = 0 }, nil, "idle timeout"},
		{"limit", func(o *Options) { o.MaxSessions = -1 }, nil, "below zero"},
		{"log", func(o *Options) { o.LogFormat = "xml" }, nil, "text or json"},
		{"pairs", func(*Options) {}, []string{"/nowhere"}, "/nowhere"},
		{"keys", func(o *Options) { o.AuthorizedKeys = "/nowhere" }, nil, "/nowhere"},
		{"address", func(o *Options) { o.Listen = taken.Addr().String() }, nil, "listening"},
		{"no address", func(o *Options) { o.Listen = "here" }, nil, "listening"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := Default()
			o.Listen, o.HostKey = "127.0.0.1:0", filepath.Join(t.TempDir(), "key")
			tt.change(&o)
			ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
			defer stop()
			if err := Run(ctx, o, tt.paths); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}

// TestOpenAddress says plainly when a server is open to the network.
func TestOpenAddress(t *testing.T) {
	h := newHouse(t, nil)
	h.announce(&net.TCPAddr{IP: net.IPv4zero, Port: 2222})
	if !strings.Contains(h.log.String(), "open to the network") || !strings.Contains(h.log.String(), "ssh -p 2222 HOST") {
		t.Errorf("the log does not say so: %s", h.log)
	}
	h.log.reset()
	h.announce(&net.TCPAddr{IP: net.IPv6loopback, Port: 2222})
	if strings.Contains(h.log.String(), "open to the network") || !strings.Contains(h.log.String(), "ssh -p 2222 ::1") {
		t.Error("a loopback address is called open")
	}
}

package source

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

const told = "Two men met in Port Elian on Monday."

// site answers in every way that TestAddress asks about.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	body := func(kind string, data ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, strings.Join(data, ""))
		}
	}
	mux.HandleFunc("/text", body("text/plain; charset=utf-8", told))
	mux.HandleFunc("/latin", body("text/plain; charset=iso-8859-2", "Wa\xb3\xeasa said so."))
	mux.HandleFunc("/picture", body("image/png", "\x89PNG"))
	mux.HandleFunc("/liar", body("text/html", "%PDF-1.7"))
	mux.HandleFunc("/empty", body("text/html", " \n"))
	mux.HandleFunc("/large", body("text/plain", strings.Repeat("a", MaxBytes+1)))
	for _, code := range []int{204, 401, 402, 403, 404, 410, 418, 429, 500, 503} {
		mux.HandleFunc(fmt.Sprintf("/%d", code), func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) })
	}
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 200 {
			if _, err := z.Write(make([]byte, 1<<20)); err != nil {
				return
			}
		}
		_ = z.Close()
	})
	mux.HandleFunc("/once", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/text", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/ftp", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "ftp://127.0.0.1/a", http.StatusFound)
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, "a"); err != nil {
				return
			}
			w.(http.Flusher).Flush() // the test server's is one
			time.Sleep(20 * time.Millisecond)
		}
	})
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, told)
	})
	mux.HandleFunc("/header", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("a", 2*maxHead))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestAddress(t *testing.T) {
	s := site(t)
	for _, c := range []struct{ name, path, text, want string }{
		{"text", "/text", told, ""},
		{"redirect", "/once", told, ""},
		{"declared encoding", "/latin", "Wałęsa said so.", ""},
		{"picture", "/picture", "", "is image/png and not an article"},
		{"lie about the type", "/liar", "", "is a PDF; save it as plain text"},
		{"empty", "/empty", "", "is empty"},
		{"too large", "/large", "", "is larger than 10 MB"},
		{"gzip bomb", "/bomb", "", "is larger than 10 MB"},
		{"nothing", "/204", "", "answers 204 No Content"},
		{"no right", "/401", "", "may not be read (401 Unauthorized)"},
		{"to be paid", "/402", "", "may not be read (402 Payment Required)"},
		{"forbidden", "/403", "", "may not be read (403 Forbidden)"},
		{"not found", "/404", "", "answers 404 Not Found; check the address"},
		{"gone", "/410", "", "answers 410 Gone; check the address"},
		{"teapot", "/418", "", "answers 418 I'm a teapot and no article"},
		{"too many", "/429", "", "answers 429 Too Many Requests; try again later"},
		{"broken", "/500", "", "answers 500 Internal Server Error; try again later"},
		{"round and round", "/round", "", "leads on more than 5 times"},
		{"redirect to another scheme", "/ftp", "", "leads on to ftp://127.0.0.1/a, and such ftp addresses are not read"},
		{"drips", "/drip", "", "took longer than 300ms"},
		{"silent", "/silent", "", "took longer than 300ms"},
		{"cut short", "/cut", "", "could not be read: unexpected EOF"},
		{"endless head", "/header", "", "could not be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := Source{AllowPrivate: true, Patience: 30 * time.Second}
			if strings.Contains(c.want, "300ms") {
				src.Patience = 300 * time.Millisecond
			}
			f, err := src.Read(t.Context(), s.URL+c.path)
			if c.want != "" {
				if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), s.URL+c.path) || strings.Contains(err.Error(), "\n") {
					t.Fatalf("error %v, want %q", err, c.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got, err := f.Text(); err != nil || got != c.text || f.Name != s.URL+c.path {
				t.Errorf("got %q from %s, %v", got, f.Name, err)
			}
		})
	}
}

func TestAddressTrouble(t *testing.T) {
	secret := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, told) }))
	t.Cleanup(secret.Close)
	var asked bool
	inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	t.Cleanup(inner.Close)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := l.Addr().String()
	_ = l.Close() // so that nothing answers there
	open := Source{AllowPrivate: true, Patience: 2 * time.Second}
	for _, c := range []struct {
		name   string
		source Source
		at     string
		want   string
	}{
		{"refused", open, "http://" + closed + "/", "nothing answers at " + closed},
		{"no host", open, "http://no-such-host.invalid/", "no-such-host.invalid"},
		{"certificate", open, secret.URL, "its certificate is not to be trusted (signed by nobody known)"},
		{"scheme", open, "ftp://example.org/a", "ftp addresses are not read"},
		{"file", open, "file:///etc/hosts", "name the file itself"},
		{"javascript", open, "javascript://example.org/%0aalert(1)", "javascript addresses are not read"},
		{"password", open, "http://me:secret@example.org/", "a name or password in it"},
		{"no name", open, "http:///a", "without a host"},
		{"odd", open, "http://exa mple.org/", "is no address"},
		{"loopback", Source{}, inner.URL, "leads into a private network; give --allow-private"},
		{"loopback by name", Source{}, "http://localhost:" + inner.URL[strings.LastIndexByte(inner.URL, ':')+1:], "private network"},
		{"loopback in one number", Source{}, "http://2130706433/", "2130706433"},
		{"IPv6 loopback", Source{}, "http://[::1]:1/", "private network"},
		{"mapped", Source{}, "http://[::ffff:127.0.0.1]:1/", "private network"},
		{"metadata", Source{}, "http://169.254.169.254/latest", "private network"},
		{"any", Source{}, "http://0.0.0.0:1/", "private network"},
		{"private", Source{}, "https://10.0.0.1/", "private network"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.source.Read(t.Context(), c.at)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "secret") && c.name != "password" {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
	if asked {
		t.Error("a private server was asked")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := open.Read(ctx, inner.URL); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestStatus holds what is said of an answer that is no article to one line with one
// piece of advice.
func TestStatus(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path := strings.TrimPrefix(r.URL.Path, "/"); path {
		case "picture":
			w.Header().Set("Content-Type", "image/png")
		default:
			code, err := strconv.Atoi(path)
			if err != nil {
				t.Error(err)
			}
			w.WriteHeader(code)
		}
	}))
	t.Cleanup(site.Close)
	for path, want := range map[string]string{
		"401":     "may not be read (401 Unauthorized); open it in a browser and save the article",
		"402":     "may not be read (402 Payment Required); open it in a browser and save the article",
		"403":     "may not be read (403 Forbidden); open it in a browser and save the article",
		"404":     "answers 404 Not Found; check the address",
		"410":     "answers 410 Gone; check the address",
		"418":     "answers 418 I'm a teapot and no article; check the address",
		"429":     "answers 429 Too Many Requests; try again later",
		"500":     "answers 500 Internal Server Error; try again later",
		"picture": "is image/png and not an article; name the page itself",
	} {
		at := site.URL + "/" + path
		if _, err := (Source{AllowPrivate: true}).Read(t.Context(), at); err == nil || err.Error() != at+": "+want {
			t.Errorf("%v, want %q", err, at+": "+want)
		}
	}
}

func TestPublic(t *testing.T) {
	for _, c := range []struct {
		at   string
		want bool
	}{
		{"93.184.216.34:443", true}, {"[2606:2800:220:1::1]:443", true}, {"8.8.8.8:80", true}, {"172.32.0.1:80", true}, {"100.128.0.1:80", true},
		{"127.0.0.1:80", false}, {"127.9.9.9:80", false}, {"10.1.2.3:80", false}, {"172.16.0.1:80", false}, {"172.31.255.255:80", false},
		{"192.168.1.1:80", false}, {"169.254.169.254:80", false}, {"100.64.0.1:80", false}, {"0.0.0.0:80", false}, {"224.0.0.1:80", false},
		{"255.255.255.255:80", false}, {"198.18.0.1:80", false}, {"[::1]:80", false}, {"[::]:80", false}, {"[fe80::1%eth0]:80", false},
		{"[fd00::1]:80", false}, {"[::ffff:10.0.0.1]:80", false}, {"[64:ff9b::7f00:1]:80", false}, {"[2002:7f00:1::]:80", false}, {"[ff02::1]:80", false},
		{"nonsense", false},
	} {
		if got := public(c.at); got != c.want {
			t.Errorf("public(%s) = %v", c.at, got)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for name, want := range map[string]bool{
		"http://a": true, "HTTPS://a": true, "ftp://a": true, "file:///a": true, "a.txt": false, "c://a": false, "://a": false, "-": false, "my notes://a": false,
	} {
		if got := IsAddress(name); got != want {
			t.Errorf("IsAddress(%q) = %v", name, got)
		}
	}
}

func TestPipes(t *testing.T) {
	quick := Source{Patience: 200 * time.Millisecond}
	never, hold := net.Pipe() // neither end ever writes
	t.Cleanup(func() { _ = never.Close(); _ = hold.Close() })
	quick.Stdin = never
	start := time.Now()
	_, err := quick.Read(t.Context(), "-")
	if err == nil || !strings.Contains(err.Error(), "standard input: did not end within 200ms") || time.Since(start) > 5*time.Second {
		t.Errorf("silent standard input: %v after %s", err, time.Since(start))
	}
	var seen []string
	s := Source{Stdin: strings.NewReader(told), Progress: func(what string) { seen = append(seen, what) }}
	if _, err := s.Read(t.Context(), "-"); err != nil || len(seen) == 0 {
		t.Errorf("progress %q, %v", seen, err)
	}
}

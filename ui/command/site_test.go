//go:build unix

// This file is the servers that hostile inputs are read from.

package command

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// site is a server that misbehaves in every way the table asks for.
func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	answer := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = io.WriteString(w, body)
		})
	}
	answer("/article", "text/html; charset=utf-8", "<html><body><article>"+strings.Repeat("<p>"+words+"</p>", 3)+"</article></body></html>")
	answer("/picture", "image/png", "\x89PNG")
	answer("/liar", "text/html", "\x89PNG")
	answer("/odd", "text/plain; charset=\"\x1b[31m", words)
	answer("/empty", "text/html", "")
	for _, code := range []int{403, 404, 500} {
		mux.HandleFunc(fmt.Sprintf("/%d", code), func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) })
	}
	lead := func(path, to string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		})
	}
	lead("/round", "/round")
	lead("/to-file", "file:///etc/passwd")
	lead("/to-escapes", "/article?\x1b]0;owned\x07")
	pour := func(path string, header map[string]string, data string, pause time.Duration) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			for k, v := range header {
				w.Header().Set(k, v)
			}
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, data); err != nil {
					return
				}
				if pause > 0 {
					_ = http.NewResponseController(w).Flush()
					time.Sleep(pause)
				}
			}
		})
	}
	pour("/drip", nil, "a", 50*time.Millisecond)
	pour("/endless", map[string]string{"Content-Type": "text/plain"}, strings.Repeat(words, 1000), 0)
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 1000 { // a gigabyte in a megabyte
			if _, err := z.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
				return
			}
		}
		_ = z.Close()
	})
	mux.HandleFunc("/broken-gzip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = io.WriteString(w, "\x1f\x8b\x08\x00and then no more of it")
	})
	mux.HandleFunc("/head", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 5000 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("a", 1000))
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100000")
		_, _ = io.WriteString(w, words)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// listener is an address of this machine. Who connects is greeted in no protocol.
func listener(t *testing.T, answers bool) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if !answers {
		_ = l.Close()
		return "http://" + l.Addr().String() + "/"
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(c, "\x1b[31mSSH-2.0-not-http\r\n")
			_ = c.Close()
		}
	}()
	return "http://" + l.Addr().String() + "/"
}

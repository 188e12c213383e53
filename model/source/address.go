// This file reads articles from addresses, with bounds on everything a server
// may do: time, bytes, redirects, and where it may lead.

package source

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"doubletake/model/text"
)

// The bounds on an address.
const (
	MaxRedirects = 5
	// The phases of a request; the patience bounds them all together.
	connectTime = 10 * time.Second
	tlsTime     = 10 * time.Second
	answerTime  = 15 * time.Second // until the head of the answer
	maxHead     = 256 << 10        // bytes of the answer's head
)

// IsAddress reports whether a name is an address rather than a file: it begins
// with a scheme and "://", whatever the scheme.
func IsAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && len(scheme) > 1 && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+-.") == ""
}

// fetch reads an address.
func (s Source) fetch(ctx context.Context, name string) (File, error) {
	u, err := parseAddress(name)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	ctx, cancel := context.WithTimeout(ctx, s.patience())
	defer cancel()
	s.Progress("asking " + u.Host)
	f, err := s.get(ctx, u)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", name, s.plainly(err, u))
	}
	f.Name = name
	return checkedFile(f)
}

// parseAddress takes http and https alone, without a password.
func parseAddress(name string) (*url.URL, error) {
	u, err := url.Parse(name)
	if err != nil {
		return nil, errors.New("is no address; check it for blanks and odd characters")
	}
	return u, allowed(u)
}

// allowed reports why an address may not be asked for.
func allowed(u *url.URL) error {
	switch {
	case u.Scheme == "file":
		return errors.New("names a file by its address; name the file itself")
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%s addresses are not read; use http or https, or save the article to a file", u.Scheme)
	case u.Hostname() == "":
		return errors.New("is an address without a host; check it")
	case u.User != nil:
		return errors.New("is an address with a name or password in it; leave that out")
	}
	return nil
}

// get asks for an address and reads the answer.
func (s Source) get(ctx context.Context, u *url.URL) (File, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return File{}, err
	}
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown;q=0.9")
	req.Header.Set("User-Agent", strings.TrimSpace("doubletake "+s.Agent))
	client := s.client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return File{}, err
	}
	defer resp.Body.Close() // only read: nothing to lose
	if err := answered(resp); err != nil {
		return File{}, err
	}
	data, err := io.ReadAll(&meter{from: io.LimitReader(resp.Body, MaxBytes+1), told: s.Progress, host: resp.Request.URL.Host})
	if err != nil {
		return File{}, err
	}
	return File{Data: data, Type: resp.Header.Get("Content-Type")}, nil
}

// client is an HTTP client that keeps nothing: no cookies, no connections, no
// proxy, which could not be checked for where it leads.
func (s Source) client() *http.Client {
	dialer := &net.Dialer{Timeout: connectTime}
	if !s.AllowPrivate {
		dialer.ControlContext = publicOnly
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    tlsTime,
			ResponseHeaderTimeout:  answerTime,
			MaxResponseHeaderBytes: maxHead,
			ForceAttemptHTTP2:      true,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > MaxRedirects {
				return errRedirects
			}
			if err := allowed(req.URL); err != nil {
				return &redirectError{to: req.URL.Redacted(), cause: err}
			}
			s.Progress("asking " + req.URL.Host)
			return nil
		},
	}
}

var errRedirects = fmt.Errorf("leads on more than %d times; open it in a browser and save the article", MaxRedirects)

// redirectError is a redirect to where nothing may be asked for.
type redirectError struct {
	to    string
	cause error
}

func (e *redirectError) Error() string {
	return "leads on to " + e.to + ", and such " + e.cause.Error()
}
func (e *redirectError) Unwrap() error { return e.cause }

// publicOnly refuses to connect to anything but the public network. It sees the
// address that is really connected to, after the name was looked up, so a name
// that changes its mind gains nothing.
func publicOnly(_ context.Context, _, address string, _ syscall.RawConn) error {
	if !public(address) {
		return errPrivate
	}
	return nil
}

var errPrivate = errors.New("leads into a private network; give --allow-private if that is meant")

// refusal is why an answer is no article, in the reader's words already.
type refusal string

func (r refusal) Error() string { return string(r) }

// answered reports why an answer is not an article.
func answered(resp *http.Response) error {
	if err := status(resp.StatusCode); err != nil {
		return err
	}
	kind := resp.Header.Get("Content-Type")
	media, _, err := mime.ParseMediaType(kind)
	if err != nil {
		return nil //nolint:nilerr // a header nobody can read says nothing; what it is shows in its bytes
	}
	switch {
	case strings.HasPrefix(media, "text/"), media == "application/xhtml+xml", media == "application/octet-stream":
		return nil
	}
	return refusal(fmt.Sprintf("is %s and not an article; name the page itself", text.Line(media)))
}

// status says an HTTP status that is no success in the reader's words.
func status(code int) error {
	words := http.StatusText(code)
	switch {
	case code == http.StatusNoContent:
	case code >= 200 && code < 300:
		return nil
	case code == http.StatusNotFound, code == http.StatusGone:
		return refusal(fmt.Sprintf("answers %d %s; check the address", code, words))
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden, code == http.StatusUnavailableForLegalReasons:
		return refusal(fmt.Sprintf("may not be read (%d %s); open it in a browser and save the article", code, words))
	case code == http.StatusTooManyRequests, code >= 500:
		return refusal(fmt.Sprintf("answers %d %s; try again later", code, words))
	}
	return refusal(fmt.Sprintf("answers %d %s and no article; check the address", code, words))
}

// plainly says what went wrong on the way in the reader's words.
func (s Source) plainly(err error, u *url.URL) error {
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err
	}
	var dns *net.DNSError
	var redirect *redirectError
	var timeout net.Error
	var refused refusal
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, errRedirects), errors.As(err, &redirect):
		return err
	case errors.As(err, &dns):
		if dns.IsNotFound {
			return fmt.Errorf("there is no host %s; check the address", dns.Name)
		}
		return fmt.Errorf("the host %s could not be looked up; check the network", dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("nothing answers at %s; check the address", u.Host)
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("took longer than %s; try again, or give it longer with --timeout", s.patience())
	case errors.As(err, &timeout) && timeout.Timeout():
		return errors.New("does not answer in time; try again later")
	}
	if reason := certificate(err); reason != "" {
		return fmt.Errorf("its certificate is not to be trusted (%s); open it in a browser to see why", reason)
	}
	return fmt.Errorf("could not be read: %s; try again, or save the article from a browser", text.Line(err.Error()))
}

// certificate is what is wrong with a certificate; "" where err is about
// anything else.
func certificate(err error) string {
	var (
		authority x509.UnknownAuthorityError
		host      x509.HostnameError
		invalid   x509.CertificateInvalidError
		verify    *tls.CertificateVerificationError
	)
	switch {
	case errors.As(err, &authority):
		return "signed by nobody known"
	case errors.As(err, &host):
		return "made for another host"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "out of date"
	case errors.As(err, &invalid), errors.As(err, &verify):
		return "invalid"
	}
	return ""
}

// meter tells how much has come, at most ten times for a page.
type meter struct {
	from io.Reader
	told func(string)
	host string
	n    int
	next int
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	if m.n += n; m.n >= m.next {
		m.told(fmt.Sprintf("reading %s, %d KB", m.host, m.n>>10))
		m.next = m.n + MaxBytes/10
	}
	return n, err
}

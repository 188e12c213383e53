// This file turns bytes into UTF-8 text, whatever a newsroom saved them as.

package source

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	xunicode "golang.org/x/text/encoding/unicode"
)

// ErrBinary is what Decode returns for bytes that are no text.
var ErrBinary = errors.New("is not text; name a plain text file")

// sniffed is how many bytes tell text from other data.
const sniffed = 64 << 10

// maxOdd is the share of control characters above which data is no text: one in
// this many.
const maxOdd = 20

// Decode is the text in data. contentType is what came with it, often "".
//
// A mark at the start decides; then bytes that are UTF-8 are UTF-8, whatever is
// declared; then the encoding that contentType declares, or the head of a page of
// HTML or XML; then UTF-16 without a mark, told by its NULs; and last, UTF-8 with
// damage (left for text.Clean to repair) or Windows-1252, which holds Latin-1. The
// error is ErrBinary, or wraps it.
func Decode(data []byte, contentType string) (string, error) {
	if kind := foreign(data); kind != "" {
		return "", fmt.Errorf("%s%w", kind, binary{})
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return checked(string(data[3:]))
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return "", fmt.Errorf("is UTF-32%w", binary{})
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decoded(data[2:], xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM))
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decoded(data[2:], xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM))
	}
	if e := wide(data); e != nil {
		return decoded(data, e)
	}
	if bytes.IndexByte(data[:min(len(data), sniffed)], 0) >= 0 {
		return "", ErrBinary
	}
	e := declared(data, contentType)
	switch {
	case utf8.Valid(data) && (e == nil || bytes.IndexByte(data, 0x1b) < 0): // ISO-2022 is ASCII with escapes
		return checked(string(data))
	case e != nil:
		return decoded(data, e)
	case mostlyUTF8(data):
		return checked(string(data))
	}
	return decoded(data, charmap.Windows1252)
}

// binary is ErrBinary behind other words.
type binary struct{}

func (binary) Error() string        { return "; save it as plain text" }
func (binary) Is(target error) bool { return target == ErrBinary }

func decoded(data []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", ErrBinary
	}
	return checked(string(out))
}

// magics are files that people take for articles, by how they begin.
var magics = [...]struct{ head, is string }{
	{"%PDF-", "is a PDF"},
	{"{\\rtf", "is RTF"},
	{"PK\x03\x04", "is an archive or an office document"},
	{"\xD0\xCF\x11\xE0", "is an office document"},
	{"\x1f\x8b", "is compressed"},
	{"BZh", "is compressed"},
	{"\xFD7zXZ", "is compressed"},
	{"\x28\xB5\x2F\xFD", "is compressed"},
	{"\x89PNG", "is a picture"},
	{"\xFF\xD8\xFF", "is a picture"},
	{"GIF8", "is a picture"},
	{"bplist", "is a web archive"},
}

// foreign says what kind of file data is, where that is known and no text; ""
// for all else.
func foreign(data []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.head)) {
			return m.is
		}
	}
	return ""
}

// wide is UTF-16 without a mark: of Latin letters every second byte is NUL. It is
// nil for anything else.
func wide(data []byte) encoding.Encoding {
	head := data[:min(len(data), 1000)&^1]
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4: // too little to tell
	case nul[1]*10 > half*7 && nul[0]*20 < half:
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	case nul[0]*10 > half*7 && nul[1]*20 < half:
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	}
	return nil
}

// prescan is how far the head of a page is searched for its encoding, in bytes;
// the HTML standard asks for it within the first 1,024.
const prescan = 4096

// charsetIn finds the encoding that a page declares in its head:
// <meta charset=…>, <meta http-equiv… content="…; charset=…">, <?xml encoding="…"?>.
var charsetIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,200}?encoding\s*=\s*["'])\s*([a-z0-9_:.-]{2,40})`)
})

// declared is the encoding that came with data, or that its head declares; nil
// where there is none or nobody knows it.
func declared(data []byte, contentType string) encoding.Encoding {
	name := ""
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		name = params["charset"]
	}
	if head := bytes.TrimLeft(data[:min(len(data), prescan)], " \t\r\n"); name == "" && bytes.HasPrefix(head, []byte("<")) {
		if m := charsetIn().FindSubmatch(head); m != nil {
			name = string(m[1])
		}
	}
	if name == "" {
		return nil
	}
	e, err := htmlindex.Get(name)
	if n, _ := htmlindex.Name(e); err != nil || strings.HasPrefix(n, "utf-") || n == "replacement" {
		return nil // that it is not UTF-8 or UTF-16 is known by now
	}
	return e
}

// mostlyUTF8 reports whether data is UTF-8, or would be but for damage: more
// whole multi-byte letters than broken ones. Windows-1252 prose hardly ever
// forms one by chance.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	return whole > broken
}

// checked refuses text that is riddled with control characters, as machine code
// and archives are.
func checked(s string) (string, error) {
	head := s[:min(len(s), sniffed)]
	odd := 0
	for _, r := range head {
		if r == 0 {
			return "", ErrBinary
		}
		if unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\f\v\x1b\u0085", r) {
			odd++
		}
	}
	if odd*maxOdd > len(head) {
		return "", ErrBinary
	}
	return s, nil
}

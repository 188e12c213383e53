// This file turns bytes into UTF-8 text, whatever a newsroom saved them as.

package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
)

// ErrBinary is what Decode returns for bytes that are no text.
var ErrBinary = errors.New("is not text; name a plain text file")

// sniffed is how many bytes tell text from other data.
const sniffed = 64 << 10

// maxOdd is the share of control characters above which data is no text: one in
// this many.
const maxOdd = 20

// Decode is the text in data: UTF-8 with or without its mark, UTF-16 with its
// mark, and Windows-1252 (which holds Latin-1) where the bytes are no UTF-8. A
// few broken bytes in UTF-8 text are left for text.Clean to repair. The error
// is ErrBinary, or wraps it.
func Decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return "", fmt.Errorf("is UTF-32: %w in UTF-8", ErrBinary)
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		out, err := xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("broken UTF-16: %w", ErrBinary)
		}
		return checked(string(out))
	}
	if bytes.IndexByte(data[:min(len(data), sniffed)], 0) >= 0 {
		return "", ErrBinary
	}
	if mostlyUTF8(data) {
		return checked(string(data))
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", ErrBinary
	}
	return checked(string(out))
}

// mostlyUTF8 reports whether data is UTF-8, or would be but for damage: more
// whole multi-byte letters than broken ones. Windows-1252 prose hardly ever
// forms one by chance.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
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

// Package terminal is the two ends of a session's terminal: an output that
// keeps what several parts of the program write from mixing, and an input that
// takes the terminal's answer about its background out of the keys.
//
// The answer is asked for when the program runs already and nobody waits for
// it: a terminal that never answers costs nothing.
package terminal

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"sync"
)

// Query asks a terminal for its background colour (OSC 11).
const Query = "\x1b]11;?\x1b\\"

// Answers reports whether a terminal of this TERM can be asked at all: some show
// the question as text, and some take it for a title.
func Answers(term string) bool {
	for _, mute := range []string{"dumb", "linux", "screen", "vt", "cons", "ansi"} {
		if strings.HasPrefix(term, mute) {
			return false
		}
	}
	return term != ""
}

// Light reads COLORFGBG ("15;0": foreground, then background by number), which
// some terminals set. known is false where it says nothing.
func Light(colorfgbg string) (light, known bool) {
	i := strings.LastIndexByte(colorfgbg, ';')
	if i < 0 {
		return false, false
	}
	n, err := strconv.Atoi(colorfgbg[i+1:])
	if err != nil || n < 0 || n > 15 {
		return false, false
	}
	return n == 7 || n > 8, true
}

// Output is a terminal to write on. Each Write reaches it whole.
type Output struct {
	*os.File
	mu sync.Mutex
}

// NewOutput makes an Output.
func NewOutput(f *os.File) *Output { return &Output{File: f} }

// Write writes p in one piece.
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.File.Write(p)
}

// Input is a terminal to read keys from. The answer to Query is taken out of
// what is read and told to the function given.
type Input struct {
	*os.File
	ear *Listener
}

// NewInput makes an Input; told is called from Read, at most once for an answer.
func NewInput(f *os.File, told func(light bool)) *Input {
	return &Input{File: f, ear: NewListener(told)}
}

// Read reads keys. It may give zero bytes without an error, where all that came
// was an answer.
func (i *Input) Read(p []byte) (int, error) {
	n, err := i.File.Read(p)
	return i.ear.Filter(p[:n]), err
}

// Listener takes the answers to Query out of a stream of keys. An answer may be
// cut anywhere behind its opening sequence.
type Listener struct {
	told   func(light bool)
	answer []byte // an answer that has begun and not ended
}

// NewListener makes a Listener; told is called from Filter.
func NewListener(told func(light bool)) *Listener { return &Listener{told: told} }

var opening = []byte("\x1b]11;")

// longest is the most bytes an answer may have; what is longer is none.
const longest = 64

// Filter takes answers out of p in place and gives the number of bytes left.
func (l *Listener) Filter(p []byte) int {
	if len(l.answer) == 0 && !bytes.Contains(p, opening) {
		return len(p)
	}
	kept := 0
	for k := 0; k < len(p); k++ {
		if len(l.answer) == 0 && !bytes.HasPrefix(p[k:], opening) {
			p[kept] = p[k]
			kept++
			continue
		}
		l.answer = append(l.answer, p[k])
		if ended(l.answer) {
			if light, ok := parse(string(l.answer)); ok {
				l.told(light)
			}
			l.answer = nil
		}
	}
	return kept
}

// ended reports whether an answer is complete: by BEL, by ST, or by its length.
func ended(answer []byte) bool {
	return bytes.HasSuffix(answer, []byte{7}) || len(answer) > len(opening) && bytes.HasSuffix(answer, []byte("\x1b\\")) ||
		len(answer) >= longest
}

// parse reads "\x1b]11;rgb:ffff/ffff/ffff" with two or four digits a colour.
func parse(answer string) (light, ok bool) {
	_, colour, ok := strings.Cut(strings.TrimRight(answer, "\a\x1b\\"), "rgb:")
	parts := strings.Split(colour, "/")
	if !ok || len(parts) != 3 {
		return false, false
	}
	var rgb [3]float64
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 16, 16)
		if err != nil || len(part) == 0 {
			return false, false
		}
		rgb[i] = float64(n) / float64(uint64(1)<<(4*len(part))-1)
	}
	// Luma by ITU-R BT.601, as terminals themselves weigh it.
	return .299*rgb[0]+.587*rgb[1]+.114*rgb[2] > .5, true
}

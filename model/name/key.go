// This file makes the keys by which candidates are found in an index.

package name

import (
	"slices"
	"strconv"
	"strings"
)

// Key is the first of Keys, that of the family name, or "" where a name has no
// Latin letters.
func Key(name string) string {
	if k := Keys(name); len(k) > 0 {
		return k[0]
	}
	return ""
}

// Keys are the index keys of a person's or a body's name: names that are at
// least Possible share one with few exceptions, so that only names with a key in
// common need be compared. There is a key for every word, coarse enough to
// survive another romanisation, one for the letters run together, and one for
// initials. The order is fixed and no key stands twice.
func Keys(name string) []string {
	var p parsed
	p.parse(name)
	k := keys{make([]string, 0, 16)}
	if p.n > 0 && p.familyAt < p.n {
		k.word(p.letters(p.familyAt))
	}
	for i := range p.n {
		if p.core(i) || p.words[i].kind == nick {
			k.word(p.letters(i))
			for _, g := range p.words[i].given {
				k.add("#" + strconv.Itoa(int(g.row)))
			}
		}
	}
	if p.east { // Roh Mansik, Noh Man-sik: another first letter, other words
		for _, row := range p.words[p.familyAt].family {
			k.add("&" + strconv.Itoa(int(row)))
		}
	}
	if p.end > 0 {
		k.add("=" + skeleton(p.buf[:p.end], 0))
	}
	k.body(name)
	if len(k.list) == 0 && strings.TrimSpace(name) != "" {
		k.add(strings.ToLower(strings.TrimSpace(name)))
	}
	if len(k.list) == 0 {
		return nil
	}
	return k.list
}

type keys struct {
	list []string
}

func (k *keys) add(s string) {
	if s != "" && !slices.Contains(k.list, s) {
		k.list = append(k.list, s)
	}
}

// Ways to read a letter that two romanisations share differently.
const (
	softW = 1 << iota // w is a vowel: Nowshad, Naushad
	softJ             // j is a vowel: Sergej, Sergey
	softK             // kh, ch and g are no more than h: Khalid, Halid; Oleg, Oleh
)

// word adds the keys of one word: one for each reading.
func (k *keys) word(s []byte) {
	open := 0 // the readings that make a difference to this word
	for _, c := range s {
		switch c {
		case 'w':
			open |= softW
		case 'j':
			open |= softJ
		case 'k', 'c', 'g':
			open |= softK
		}
	}
	for mode := 0; mode < 8; mode++ {
		if mode&^open != 0 {
			continue
		}
		key := skeleton(s, mode)
		if len(key) > 4 {
			key = key[:4]
		}
		if key == "" {
			key = "-" + string(s[:min(1, len(s))])
		}
		k.add(key)
	}
}

// body adds the keys of initials and of well-known names.
func (k *keys) body(name string) {
	n := parseBody(name)
	for _, r := range n.rows() {
		k.add("~" + strconv.Itoa(r))
	}
	var all, tell strings.Builder
	words := 0
	for _, w := range n.words {
		all.WriteByte(w.plain[0])
		if w.sort == telling {
			words++
		}
		if w.sort != smallWord {
			tell.WriteByte(w.plain[0])
		}
		if w.sort == telling {
			k.word([]byte(w.text))
			if len(w.plain) < 8 && len(w.raw) > 1 {
				k.add("@" + w.plain)
			}
		}
	}
	if words > 1 {
		k.add("@" + tell.String())
		k.add("@" + all.String())
	}
}

// skeleton is the classes of a word's consonants, each run once.
func skeleton(s []byte, mode int) string {
	var buf [maxLetters]byte
	b := buf[:0]
	var prev byte
	for i, c := range s {
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		var x byte
		switch {
		case c == 'w' && mode&softW == 0:
			x = 'p'
		case c == 'j' && mode&softJ != 0:
		case mode&softK != 0 && ((c == 'k' || c == 'c') && next == 'h' || c == 'g'):
		case (c == 't' || c == 'd') && class(next) == 2: // ts, dj, tch
		default:
			x = classLetter(c)
		}
		if x != 0 && (x != prev || i > 0 && class(s[i-1]) == 0) {
			b = append(b, x)
		}
		if x != 0 {
			prev = x
		}
	}
	return string(b)
}

func classLetter(c byte) byte {
	switch class(c) {
	case 1:
		return 'p'
	case 2:
		return 's'
	case 4:
		return 't'
	case 8, 16, 32, 64:
		return c
	}
	if isDigit(rune(c)) {
		return c
	}
	return 0
}

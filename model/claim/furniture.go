// This file knows what stands on a page and is no part of the report:
// crossheads, captions, credits, 'Read more', sign-up lines.

package claim

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed furniture.txt
var furnitureText string

// furnitureLines are the lines of furniture.txt, split into phrases that begin a
// paragraph and phrases that may stand anywhere in a short one.
var furnitureLines = sync.OnceValue(func() (lines struct{ begin, within []string }) {
	for line := range strings.Lines(furnitureText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '~':
			lines.within = append(lines.within, line[1:])
		default:
			lines.begin = append(lines.begin, line)
		}
	}
	return lines
})

// A paragraph of fewer words than this without a closing mark is a crosshead, a
// label or a caption; one of more words that begins like furniture is none.
const (
	shortLine  = 14
	longestTag = 40
)

// isFurniture reports whether a paragraph is no part of the report.
func isFurniture(p string) bool {
	words := wordsUpTo(p, longestTag+1)
	if words < shortLine && !closed(p) && !strings.Contains(p, " said ") {
		return true
	}
	if words > longestTag {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(p, "([—–-•* "))
	for _, phrase := range furnitureLines().begin {
		rest, ok := strings.CutPrefix(low, phrase)
		if ok && (words < shortLine*3/2 || strings.ContainsAny(phrase, ":©")) && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			return true
		}
	}
	for _, phrase := range furnitureLines().within {
		if words < shortLine*2 && strings.Contains(low, phrase) {
			return true
		}
	}
	return false
}

// wordsUpTo counts the words of s, and stops at limit.
func wordsUpTo(s string, limit int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n == limit {
			break
		}
	}
	return n
}

// closed reports whether a paragraph closes with a mark, as sentences do.
func closed(p string) bool {
	p = strings.TrimRight(p, "\"'”’»)]")
	return p != "" && strings.ContainsAny(p[len(p)-1:], ".!?:;,") || strings.HasSuffix(p, "…")
}

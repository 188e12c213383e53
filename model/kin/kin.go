// Package kin knows which words stand near each other in meaning: "truce" and
// "ceasefire", "shut" and "close". It can say that two words may fill one slot,
// never that they mean the same: "rise" is near "fall". The list and how it was
// made: kin.txt, derive/main.go.
package kin

import (
	_ "embed"
	"strings"
)

//go:embed kin.txt
var list string

// Word is a stem and how near it is, from 0.1 to 0.9.
type Word struct {
	Stem     string
	Strength float64
}

// Of lists the stems near a stem, nearest first; nil where the list does not have
// it. The list is searched as it stands, so nothing is read ahead of the first
// question.
func Of(stem string) []Word {
	line, ok := find(stem)
	if !ok {
		return nil
	}
	fields := strings.Fields(line)
	out := make([]Word, 0, len(fields))
	for _, f := range fields {
		n := len(f) - 1
		out = append(out, Word{f[:n], float64(f[n]-'0') / 10})
	}
	return out
}

// Near is how near two stems are: 1 for one stem, 0 where the list does not join them.
func Near(a, b string) float64 {
	if a == b {
		return 1
	}
	line, ok := find(a)
	if !ok {
		return 0
	}
	for f := range strings.FieldsSeq(line) {
		if n := len(f) - 1; f[:n] == b {
			return float64(f[n]-'0') / 10
		}
	}
	return 0
}

// find is the part of the stem's line behind the stem, by binary search for the
// line: the list is sorted.
func find(stem string) (string, bool) {
	if stem == "" {
		return "", false
	}
	low := strings.IndexByte(list, '\n') + 1 // behind the header
	high := len(list)
	for low < high {
		start := low + (high-low)/2
		for start > low && list[start-1] != '\n' {
			start--
		}
		end := start + strings.IndexByte(list[start:], '\n')
		if end < start {
			end = len(list)
		}
		word, rest, _ := strings.Cut(list[start:end], " ")
		switch strings.Compare(word, stem) {
		case 0:
			return rest, true
		case -1:
			low = end + 1
		default:
			high = start
		}
	}
	return "", false
}

// Package seeds holds the pairs of articles that come with the program: the
// sample pair, byte for byte as it was given, and five written for it. The five
// tell of events that never happened; their people and most of their bodies are
// invented, their places are not. Each pair was written the way two newsrooms
// would tell it, and the six together show every kind of fact and every relation
// between two of them.
package seeds

import "embed"

//go:embed */left.txt */right.txt
var files embed.FS

// Pair is one pair of articles with the names a reader sees for them.
type Pair struct {
	Name        string // one word, the name of its folder
	Title       string // one line that says what the pair is about
	LeftName    string
	RightName   string
	Left, Right []byte
}

// Sample is the pair that opens when no article is named.
func Sample() Pair { return pair("sample", "Syria: a Russian deputy minister in Damascus") }

// Pairs is every pair, the sample first. The bytes are the caller's own.
func Pairs() []Pair {
	return []Pair{
		Sample(),
		pair("storm", "Disaster: a cyclone on the coast of Madagascar"),
		pair("ruling", "Law: a court stops a gold mine in Bulgaria"),
		pair("final", "Sport: a cup final decided in extra time"),
		pair("takeover", "Business: a Japanese group buys a German maker of sensors"),
		pair("fossil", "Science: a flying reptile dug out in Patagonia"),
	}
}

func pair(name, title string) Pair {
	// The files are embedded at build time, so reading them cannot fail.
	left, _ := files.ReadFile(name + "/left.txt")
	right, _ := files.ReadFile(name + "/right.txt")
	return Pair{Name: name, Title: title, LeftName: "left.txt", RightName: "right.txt", Left: left, Right: right}
}

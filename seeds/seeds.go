// Package seeds holds the pairs of articles that come with the program, byte
// for byte as they were given.
package seeds

import "embed"

//go:embed sample/left.txt sample/right.txt
var files embed.FS

// Pair is one pair of articles with the names a reader sees for them.
type Pair struct {
	Name        string
	LeftName    string
	RightName   string
	Left, Right []byte
}

// Sample is the pair that opens when no article is named.
func Sample() Pair {
	// The files are embedded at build time, so reading them cannot fail.
	left, _ := files.ReadFile("sample/left.txt")
	right, _ := files.ReadFile("sample/right.txt")
	return Pair{Name: "sample", LeftName: "left.txt", RightName: "right.txt", Left: left, Right: right}
}

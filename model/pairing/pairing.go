// Package pairing finds which two of several articles belong together: by their
// names, as a.txt and b.txt do, or by what they tell.
package pairing

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"doubletake/model"
)

// Pair is two of several articles, by their indices; Left < Right.
type Pair struct {
	Left, Right int
	Name        string // what the pair is called: a folder's or the common part of two files' names; "" where they have none
}

// All is every two of n articles.
func All(n int) []Pair {
	var out []Pair
	for i := range n {
		for j := i + 1; j < n; j++ {
			out = append(out, Pair{Left: i, Right: j})
		}
	}
	return out
}

// Pairs is which two of several articles belong together, in the order of the
// articles. Source is the path of each. Those whose files are named alike but for
// an ending that tells sides (a and b, left and right, 1 and 2) belong together,
// every two of them; of the others, those of Likeness Event or more. Where
// nothing belongs together there are no pairs.
func Pairs(articles []model.Article) []Pair {
	groups := make(map[string][]int)
	for i, a := range articles {
		if key, ok := side(a.Source); ok {
			groups[key] = append(groups[key], i)
		}
	}
	grouped := make(map[int]bool)
	var out []Pair
	for key, members := range groups {
		if len(members) < 2 {
			continue
		}
		for _, p := range All(len(members)) {
			out = append(out, Pair{members[p.Left], members[p.Right], title(key)})
		}
		for _, i := range members {
			grouped[i] = true
		}
	}
	out = append(out, alike(articles, grouped)...)
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right)) })
	return out
}

// alike is the pairs among the articles that are not done, by their words.
func alike(articles []model.Article, done map[int]bool) []Pair {
	profiles := make(map[int]profile)
	for i, a := range articles {
		if !done[i] {
			profiles[i] = profileOf(a)
		}
	}
	var out []Pair
	for _, p := range All(len(articles)) {
		if !done[p.Left] && !done[p.Right] && likeness(profiles[p.Left], profiles[p.Right]) >= Event {
			out = append(out, p)
		}
	}
	return out
}

// sides is a file's name without its ending, cut before the part that tells the
// side: "flood-a", "a", "left", "fire_2".
var sides = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(.+)[-_. ])?(?:[a-d]|[1-4]|left|right|first|second)$`)
})

// side is what the names of a group have in common: the folder and the name but
// for the side. ok is false for a name that tells no side.
func side(path string) (key string, ok bool) {
	name := filepath.Base(path)
	m := sides().FindStringSubmatch(strings.TrimSuffix(name, filepath.Ext(name)))
	if m == nil {
		return "", false
	}
	return filepath.Dir(path) + "\x00" + strings.ToLower(m[1]), true
}

// title is the name of a group: the common part of its names, or its folder.
func title(key string) string {
	folder, common, _ := strings.Cut(key, "\x00")
	if common != "" {
		return common
	}
	if name := filepath.Base(folder); name != "." && name != string(filepath.Separator) {
		return name
	}
	return ""
}

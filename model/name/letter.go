package name

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// The distance between two folded words: how much of one must be respelled to
// give the other, and in what steps.

//go:embed data/letters.txt
var letterData string

// reason is why two strings of letters may stand for each other.
type reason uint8

const (
	noReason reason = iota
	cyr
	either
	greek
	sino
	rom
	mark
	sound
	mute
	double
	slip // letters swapped
)

var reasonCodes = map[string]reason{"cyr": cyr, "either": either, "greek": greek, "sino": sino, "rom": rom, "mark": mark,
	"sound": sound, "mute": mute}

// rule is the rule a reason falls under.
func (r reason) rule() Rule {
	switch r {
	case cyr, either, greek, sino, rom:
		return Romanisation
	case mark:
		return Diacritics
	case sound, mute, double, slip:
		return Spelling
	}
	return Letters
}

// Costs in hundredths of a letter. letterCost is one letter that nothing
// explains.
const (
	letterCost = 100
	doubleCost = 6
	swapCost   = 80
	vowelGone  = 55
	firstCost  = 40 // on top, where the first letters differ without a rule
	maxWord    = 24 // longer words are compared by their first letters only
)

// respelling lets left stand for right and right for left.
type respelling struct {
	left, right string
	cost        uint16
	why         reason
	where       byte
}

type respellings struct {
	rows []respelling
	// ends lists, for the last letters of both sides, the rows that apply; index
	// 26 is the empty side.
	ends [27][27][]uint16
}

// respell is data/letters.txt, both ways round.
var respell = sync.OnceValue(func() *respellings {
	t := &respellings{}
	for line := range strings.Lines(letterData) {
		f := strings.Fields(line)
		if len(f) != 5 || f[0] == "#" {
			continue
		}
		cost, err := strconv.Atoi(f[3])
		if err != nil {
			continue // a test reads every row
		}
		l, r := strings.Trim(f[0], "-"), strings.Trim(f[1], "-")
		t.add(respelling{l, r, uint16(cost), reasonCodes[f[4]], f[2][0]})
		t.add(respelling{r, l, uint16(cost), reasonCodes[f[4]], f[2][0]})
	}
	return t
})

func (t *respellings) add(r respelling) {
	x, y := last(r.left), last(r.right)
	t.ends[x][y] = append(t.ends[x][y], uint16(len(t.rows)))
	t.rows = append(t.rows, r)
}

func last(s string) int {
	if s == "" {
		return 26
	}
	return int(s[len(s)-1] - 'a')
}

// step is one move of the distance: p letters of the left word for q of the
// right one.
type step struct {
	p, q uint8
	why  reason
	cost uint16
}

// grid holds the distances of all beginnings of two words, and the last step
// that reached each.
type grid struct {
	cost [(maxWord + 1) * (maxWord + 1)]uint16
	step [(maxWord + 1) * (maxWord + 1)]step
}

// distance fills g and returns the cost of turning a into b. In syllable mode
// only rules of Chinese and Korean count and no letter is near another.
func (g *grid) distance(a, b []byte, syllables bool) int {
	a, b = a[:min(len(a), maxWord)], b[:min(len(b), maxWord)]
	t := respell()
	short := max(len(a), len(b))
	for i := 0; i <= len(a); i++ {
		for j := 0; j <= len(b); j++ {
			g.fill(t, a, b, i, j, short, syllables)
		}
	}
	return int(g.cost[len(a)*(maxWord+1)+len(b)])
}

// cell is the cheapest way found so far to one place of the grid.
type cell struct {
	cost uint16
	step step
}

func (c *cell) try(from uint16, s step) {
	if from+s.cost < c.cost {
		c.cost, c.step = from+s.cost, s
	}
}

func (g *grid) at(i, j int) uint16 { return g.cost[i*(maxWord+1)+j] }

func (g *grid) fill(t *respellings, a, b []byte, i, j, length int, syllables bool) {
	best := cell{cost: 60000}
	x, y := 26, 26
	switch {
	case i == 0 && j == 0:
		best = cell{}
	case j == 0:
		x = index(a[i-1])
		best.try(g.at(i-1, j), gone(a, i, 0, length, syllables))
	case i == 0:
		y = index(b[j-1])
		best.try(g.at(i, j-1), gone(b, j, 0, length, syllables).flip())
	default:
		x, y = index(a[i-1]), index(b[j-1])
		best.try(g.at(i-1, j-1), letterFor(a, b, i, j, length, syllables))
		best.try(g.at(i-1, j), gone(a, i, b[j-1], length, syllables))
		best.try(g.at(i, j-1), gone(b, j, a[i-1], length, syllables).flip())
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != b[j-1] && !syllables {
			best.try(g.at(i-2, j-2), step{2, 2, slip, swapCost})
		}
		g.rules(&best, t, t.ends[x][y], a, b, i, j, length, syllables)
	}
	if !syllables {
		g.rules(&best, t, t.ends[x][26], a, b, i, j, length, syllables)
		g.rules(&best, t, t.ends[26][y], a, b, i, j, length, syllables)
	}
	n := i*(maxWord+1) + j
	g.cost[n], g.step[n] = best.cost, best.step
}

// rules tries those rows of the table that end in the letters at one place.
func (g *grid) rules(best *cell, t *respellings, rows []uint16, a, b []byte, i, j, length int, syllables bool) {
	for _, k := range rows {
		r := &t.rows[k]
		p, q := len(r.left), len(r.right)
		switch {
		case p > i || q > j || string(a[i-p:i]) != r.left || string(b[j-q:j]) != r.right,
			(r.where == 's') != syllables && r.why != mark,
			r.where == '^' && (i != p || j != q),
			r.where == '$' && (i != len(a) || j != len(b)):
			continue
		}
		cost := r.cost
		if length <= 4 && cost > 10 && !syllables {
			cost = cost * 3 / 2
			if p > 0 && q > 0 && vowel(a[i-1]) && vowel(b[j-1]) {
				cost = cost * 5 / 3
			}
		}
		best.try(g.at(i-p, j-q), step{uint8(p), uint8(q), r.why, cost})
	}
}

// gone is the step that leaves out the i-th letter of a, where the other word
// stands at the letter near.
func gone(a []byte, i int, near byte, length int, syllables bool) step {
	c := a[i-1]
	switch {
	case i > 1 && a[i-2] == c && near == c:
		return step{1, 0, double, doubleCost}
	case syllables:
		return step{1, 0, noReason, 150}
	case vowel(c) && i > 1 && length > 4:
		return step{1, 0, noReason, vowelGone}
	}
	return step{1, 0, noReason, letterCost}
}

// flip is the step seen from the other word.
func (s step) flip() step { return step{s.q, s.p, s.why, s.cost} }

// letterFor is the step that writes one letter for another.
func letterFor(a, b []byte, i, j, length int, syllables bool) step {
	x, y := a[i-1], b[j-1]
	cost := uint16(letterCost)
	switch {
	case x == y:
		cost = 0
	case syllables:
		cost = 150
	case vowel(x) && vowel(y):
		cost = vowelFor(x, y, length)
	}
	if cost > 0 && i == 1 && j == 1 {
		cost += firstCost
	}
	return step{1, 1, noReason, cost}
}

// vowelFor is the cost of one vowel for another. In a word of up to four
// letters it makes another name: Park, Perk.
func vowelFor(x, y byte, length int) uint16 {
	cost := uint16(75)
	switch min(x, y) {
	case 'a':
		switch max(x, y) {
		case 'e':
			cost = 40
		case 'o':
			cost = 55
		}
	case 'e':
		if max(x, y) == 'o' {
			cost = 60
		}
	}
	if length <= 4 {
		return letterCost + cost/2
	}
	return cost
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

func index(c byte) int {
	if c >= 'a' && c <= 'z' {
		return int(c - 'a')
	}
	return 26
}

// likeness turns a distance into a number from 0 to 1: half the letters of the
// longer word respelled without a rule is nothing left.
func likeness(cost, la, lb int) float64 {
	s := 1 - float64(cost)/(55*float64(max(la, lb)))
	return max(s, 0)
}

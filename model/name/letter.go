// This file holds the distance between two folded words: how much of one must be
// respelled to give the other, and in what steps.

package name

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

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
	strictCost = 150 // in a Chinese or Korean syllable
	firstCost  = 40  // on top, where the first letters differ without a rule
	endCost    = 40  // on top, where the last letter is left out: Petrenko, Petrenkov
	maxWord    = 24  // longer words are compared by their first letters only
)

// respelling lets left stand for right and right for left. Letters are packed
// eight to a word, the last one lowest, so that one comparison tells whether a
// word's beginning ends in them.
type respelling struct {
	left, right         uint64
	leftMask, rightMask uint64
	cost                uint16
	why                 reason
	where               byte
	p, q                uint8 // letters in left and right
}

// respellings lists, for the last letters of both sides, the rows that apply;
// index 26 is the empty side.
type respellings [27][27][]respelling

// respell is data/letters.txt, both ways round: for all names, then for Chinese
// and Korean syllables.
var respell = sync.OnceValue(func() *[2]respellings {
	t := &[2]respellings{}
	for f := range rows(letterData) {
		if len(f) != 5 {
			continue // a test reads every row
		}
		cost, err := strconv.Atoi(f[3])
		if err != nil {
			continue
		}
		l, r := strings.Trim(f[0], "-"), strings.Trim(f[1], "-")
		why, where := reasonCodes[f[4]], f[2][0]
		if where != 's' {
			t[0].add(l, r, uint16(cost), why, where)
		}
		if where == 's' || why == mark {
			t[1].add(l, r, uint16(cost), why, where)
		}
	}
	return t
})

func (t *respellings) add(l, r string, cost uint16, why reason, where byte) {
	x, xm := pack(l)
	y, ym := pack(r)
	t[last(l)][last(r)] = append(t[last(l)][last(r)], respelling{x, y, xm, ym, cost, why, where, uint8(len(l)), uint8(len(r))})
	t[last(r)][last(l)] = append(t[last(r)][last(l)], respelling{y, x, ym, xm, cost, why, where, uint8(len(r)), uint8(len(l))})
}

// pack is up to eight letters in one number, and the mask that covers them.
func pack(s string) (bits, mask uint64) {
	for i := range len(s) {
		bits, mask = bits<<8|uint64(s[i]), mask<<8|0xff
	}
	return bits, mask
}

func last(s string) int {
	if s == "" {
		return 26
	}
	return index(s[len(s)-1])
}

// step is one move of the distance: p letters of the left word for q of the
// right one.
type step struct {
	p, q uint8
	why  reason
	free bool // the letters are the same
}

const stride = maxWord + 1

// grid holds the distances of all beginnings of two words, and the last step
// that reached each.
type grid struct {
	cost [stride * stride]uint16
	step [stride * stride]step
}

// sheet is what one run over a grid needs to know of the two words.
type sheet struct {
	a, b         []byte
	pa, pb       [stride]uint64 // the last eight letters of each beginning
	lossA, lossB [stride]uint16 // what leaving out a letter costs
	table        *respellings
	short        bool // up to four letters: a change weighs more
	syllables    bool
}

// distance fills g and returns the cost of turning a into b. In syllable mode
// only rules of Chinese and Korean count and no letter is near another.
func (g *grid) distance(a, b []byte, syllables bool) int {
	s := sheet{a: a[:min(len(a), maxWord)], b: b[:min(len(b), maxWord)], table: &respell()[0], syllables: syllables}
	if syllables {
		s.table = &respell()[1]
	}
	s.short = max(len(a), len(b)) <= 4
	s.prepare(s.a, &s.pa, &s.lossA)
	s.prepare(s.b, &s.pb, &s.lossB)
	g.cost[0], g.step[0] = 0, step{}
	for i := 0; i <= len(s.a); i++ {
		for j := 0; j <= len(s.b); j++ {
			if i+j > 0 {
				g.fill(&s, i, j)
			}
		}
	}
	return int(g.cost[len(s.a)*stride+len(s.b)])
}

// prepare packs the letters of one word and prices the loss of each.
func (s *sheet) prepare(word []byte, packed *[stride]uint64, loss *[stride]uint16) {
	for i, c := range word {
		packed[i+1] = packed[i]<<8 | uint64(c)
		switch {
		case s.syllables:
			loss[i+1] = strictCost
		case vowel(c) && i > 0 && !s.short:
			loss[i+1] = vowelGone
		case i == len(word)-1:
			loss[i+1] = letterCost + endCost
		default:
			loss[i+1] = letterCost
		}
	}
}

// doubles reports whether a letter is lightly doubled. A vowel of a Chinese or Korean
// syllable is not, for "oo" is u there: Seo-yeon is no Soo-yeon.
func (s *sheet) doubles(c byte) bool { return !s.syllables || !vowel(c) }

// fill finds the cheapest way to one place of the grid.
func (g *grid) fill(s *sheet, i, j int) {
	at := i*stride + j
	best, by := uint16(60000), step{}
	x, y := 26, 26
	if i > 0 && j > 0 {
		c, d := s.a[i-1], s.b[j-1]
		best, by = g.cost[at-stride-1], step{1, 1, noReason, c == d}
		if c == d && best == 0 {
			g.cost[at], g.step[at] = 0, by
			return
		}
		if c != d {
			best += s.change(c, d, i+j == 2)
		}
		x, y = index(c), index(d)
	}
	if i > 0 {
		x = index(s.a[i-1])
		loss, why := s.lossA[i], noReason
		if i > 1 && j > 0 && s.a[i-2] == s.a[i-1] && s.b[j-1] == s.a[i-1] && s.doubles(s.a[i-1]) {
			loss, why = doubleCost, double
		}
		if d := g.cost[at-stride] + loss; d < best {
			best, by = d, step{1, 0, why, false}
		}
	}
	if j > 0 {
		y = index(s.b[j-1])
		loss, why := s.lossB[j], noReason
		if j > 1 && i > 0 && s.b[j-2] == s.b[j-1] && s.a[i-1] == s.b[j-1] && s.doubles(s.b[j-1]) {
			loss, why = doubleCost, double
		}
		if d := g.cost[at-1] + loss; d < best {
			best, by = d, step{0, 1, why, false}
		}
	}
	if i > 1 && j > 1 && !s.syllables && s.a[i-1] == s.b[j-2] && s.a[i-2] == s.b[j-1] && s.a[i-1] != s.b[j-1] {
		if d := g.cost[at-2*stride-2] + swapCost; d < best {
			best, by = d, step{2, 2, slip, false}
		}
	}
	for _, rows := range [...][]respelling{s.table[x][y], s.table[x][26], s.table[26][y]} {
		if len(rows) > 0 {
			best, by = g.rules(s, rows, i, j, best, by)
		}
	}
	g.cost[at], g.step[at] = best, by
}

// rules tries those rows of the table that end in the letters at one place.
func (g *grid) rules(s *sheet, rows []respelling, i, j int, best uint16, by step) (uint16, step) {
	pa, pb := s.pa[i], s.pb[j]
	for k := range rows {
		r := &rows[k]
		if pa&r.leftMask != r.left || pb&r.rightMask != r.right {
			continue
		}
		p, q := int(r.p), int(r.q)
		if r.where == '^' && (i != p || j != q) || r.where == '$' && (i != len(s.a) || j != len(s.b)) {
			continue
		}
		cost := r.cost
		if s.short && cost > 10 && !s.syllables {
			cost = cost * 3 / 2
			if p > 0 && q > 0 && vowel(s.a[i-1]) && vowel(s.b[j-1]) {
				cost = cost * 5 / 3
			}
		}
		if d := g.cost[(i-p)*stride+j-q] + cost; d < best {
			best, by = d, step{r.p, r.q, r.why, false}
		}
	}
	return best, by
}

// change is the cost of one letter for another; first is true where both stand
// first.
func (s *sheet) change(x, y byte, first bool) uint16 {
	cost := uint16(letterCost)
	switch {
	case s.syllables:
		cost = strictCost
	case vowel(x) && vowel(y):
		cost = vowelFor(x, y, s.short)
	}
	if first {
		cost += firstCost
	}
	return cost
}

// vowelFor is the cost of one vowel for another. In a word of up to four
// letters it makes another name: Park, Perk.
func vowelFor(x, y byte, short bool) uint16 {
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
	if short {
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

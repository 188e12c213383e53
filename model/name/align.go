// This file compares the words of two names and lays the names against each other.

package name

import (
	"cmp"
	"math/bits"
	"slices"
)

// how says what brought two words together.
type how uint8

const (
	byLetters how = iota
	byInitial
	byForm
	byShort
	byFamily // listed romanisations of one East Asian family name
	byGender // two gender endings of one family name: two people
	byPart   // one shortens the other: Alexandros, Alexis
	byJoin   // two words of one side are one of the other
)

// affinity is how like two words are, 0 to 1, and why.
type affinity struct {
	score float64
	how   how
}

// The least affinity at which two words are taken for each other, and the one
// that two listed, unrelated given names can reach.
const (
	matchFrom = 0.5
	stranger  = 0.3
)

// pair compares two parsed names word by word.
type pair struct {
	a, b parsed
	grid grid
	sims [maxWords][maxWords]affinity
	// bestA and bestB are the highest affinity of each word.
	bestA, bestB [maxWords]float64
}

// compare fills sims and returns how many words of the shorter side have a
// counterpart on the other.
func (c *pair) compare() int {
	var twinA, twinB [maxWords]bool // has its like, letter for letter: no need to look further
	for i := range c.a.n {
		for j := range c.b.n {
			if string(c.a.letters(i)) == string(c.b.letters(j)) {
				twinA[i], twinB[j] = true, true
			}
		}
	}
	n := 0
	for i := range c.a.n {
		found := 0
		for j := range c.b.n {
			var s affinity
			if twinA[i] == twinB[j] {
				s = c.affinity(i, j)
			}
			c.sims[i][j] = s
			c.bestA[i], c.bestB[j] = max(c.bestA[i], s.score), max(c.bestB[j], s.score)
			if s.score >= matchFrom && c.a.core(i) {
				found = 1
			}
		}
		n += found
	}
	return n
}

func (c *pair) affinity(i, j int) affinity {
	x, y := &c.a.words[i], &c.b.words[j]
	s, t := c.a.letters(i), c.b.letters(j)
	same := string(s) == string(t)
	switch {
	case x.kind == initial && y.kind == initial:
		return affinity{score: truth(same || nearInitials(s[0], t[0]))}
	case x.kind == initial && (y.kind == plain || y.kind == nick):
		return affinity{0.9 * truth(s[0] == t[0] || nearInitials(s[0], t[0])), byInitial}
	case y.kind == initial && (x.kind == plain || x.kind == nick):
		return affinity{0.9 * truth(s[0] == t[0] || nearInitials(s[0], t[0])), byInitial}
	case same:
		return affinity{score: 1}
	case x.kind == plain && y.kind == plain && c.bestA[i] == 1 && c.bestB[j] == 1:
		return affinity{}
	case len(s) == 0 || len(t) == 0:
		return affinity{}
	case x.kind == article && y.kind == article:
		return affinity{score: 1}
	case x.kind > nick && x.kind == y.kind:
		return affinity{score: max(c.spelling(s, t, false), 0.5*truth(x.kind == son))}
	case x.kind > nick || y.kind > nick:
		return affinity{}
	}
	return c.names(i, j)
}

// names compares two words that both name.
func (c *pair) names(i, j int) affinity {
	x, y := &c.a.words[i], &c.b.words[j]
	s, t := c.a.letters(i), c.b.letters(j)
	families := c.a.mayBeFamily(i) && c.b.mayBeFamily(j)
	kin := unlisted
	if !families || c.a.n == 1 && c.b.n == 1 {
		kin = givenKin(x.given, y.given)
	}
	east := c.a.east && c.b.east
	spelled := 0.0
	if east || nearEnough(s, t, x.sounds, y.sounds) {
		spelled = c.spelling(s, t, east)
	}
	switch {
	case kin == formKin && spelled < 0.94:
		return affinity{0.94, byForm}
	case kin == shortKin && spelled < 0.9:
		return affinity{0.9, byShort}
	case kin == strangers:
		return affinity{score: min(spelled, stranger)}
	case east && sameFamily(x.family, y.family) && c.a.apart(i) && c.b.apart(j):
		return affinity{max(spelled, 0.94), byFamily}
	case east:
		return affinity{score: spelled}
	case families && genderEndings(s, t):
		return affinity{0.55, byGender}
	case !families && feminine(s, t):
		return affinity{score: min(spelled, stranger)}
	case !families && spelled < 0.62 && shortens(s, t):
		return affinity{0.62, byPart}
	}
	return affinity{score: spelled}
}

// spelling is how like the letters of two words are.
func (c *pair) spelling(s, t []byte, syllables bool) float64 {
	return likeness(c.grid.distance(s, t, syllables), len(s), len(t))
}

// mayBeFamily reports whether the word at i is, or alone may be, a family name.
func (p *parsed) mayBeFamily(i int) bool { return p.n == 1 || i == p.familyAt }

// apart reports whether the word at i stands first or last in an East Asian name with no
// hyphen at it, as a family name does and a syllable of a given name seldom.
func (p *parsed) apart(i int) bool {
	return !p.words[i].hyphen && (i == p.n-1 || i == 0 && !p.words[1].hyphen)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// nearInitials reports whether two letters open romanisations of one name.
func nearInitials(x, y byte) bool {
	switch string([]byte{min(x, y), max(x, y)}) {
	case "ey", "iy", "jy", "ck", "gj", "ci", "gh", "ae", "vw":
		return true
	}
	return false
}

// nearEnough is a cheap test that two words which fail it cannot be near: one
// is much longer, or their consonants are of other kinds.
func nearEnough(s, t []byte, x, y uint8) bool {
	short, long := min(len(s), len(t)), max(len(s), len(t))
	if long > short+max(2, short/2) {
		return false
	}
	differ := bits.OnesCount8(x ^ y)
	if differ > 2 || differ == 2 && long <= 5 {
		return false
	}
	u, v := class(s[0]), class(t[0])
	return differ == 0 || u == v || differ == 1 && (u == 0 || v == 0 || long > 5)
}

// genderEndings reports whether two family names differ by gender alone:
// Petrov, Petrova; Tolstoy, Tolstaya; Novak, Novakova; Wisniewski, Wisniewska.
func genderEndings(s, t []byte) bool { return masculine(s, t) || masculine(t, s) }

// masculine reports whether t is the feminine form of s.
func masculine(s, t []byte) bool {
	n := 0
	for n < len(s) && n < len(t) && s[n] == t[n] {
		n++
	}
	m, f := string(s[n:]), string(t[n:])
	stem := string(s[:n])
	switch {
	case n < 2:
		return false
	case m == "" && f == "a":
		return ends(stem, "ov", "ev", "in", "yn", "iov", "yov", "ow", "ew", "off", "eff")
	case m == "" && f == "ova", m == "a" && f == "ova", m == "" && f == "eva":
		return n >= 4
	case f == "a" || f == "aya" || f == "aja" || f == "aia" || f == "kaya" || f == "ya":
		return ends(stem, "sk", "tsk", "ck", "zk", "n", "st", "v") && (m == "i" || m == "y" || m == "iy" || m == "ii" || m == "yi" || m == "yy" || m == "ij" || m == "oy" || m == "oi")
	case m == "s" && (f == "" || f == "u"): // Papadopoulos, Papadopoulou
		return ends(stem, "opoulo", "akis", "idis", "iadi")
	case m == "as" || m == "is" || m == "us":
		return f == "iene" || f == "aite" || f == "yte" || f == "ute"
	}
	return false
}

func ends(s string, endings ...string) bool {
	for _, e := range endings {
		if len(s) >= len(e) && s[len(s)-len(e):] == e {
			return true
		}
	}
	return false
}

// feminine reports whether two given names differ by gender alone: Mario,
// Maria; Andrej, Andreja; Paul, Paula.
func feminine(s, t []byte) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	n := 0
	for n < len(s) && s[n] == t[n] {
		n++
	}
	if n < 3 {
		return false
	}
	switch m, f := string(s[n:]), string(t[n:]); {
	case m == "":
		return f == "a" && !vowel(s[n-1]) || f == "ina" || f == "ine" || f == "ette" || f == "etta" || f == "ella" || f == "elle"
	case len(m) == 1 && len(f) == 1:
		return m == "o" && f == "a" || m == "a" && f == "o" || m == "e" && f == "a" && n > 3 || m == "a" && f == "e" && n > 3
	}
	return false
}

// shortens reports whether one name opens with the other, or with all but its
// ending: Kamchy for Kamchybek, Alexis for Alexandros.
func shortens(s, t []byte) bool {
	n := 0
	for n < len(s) && n < len(t) && s[n] == t[n] {
		n++
	}
	shorter, longer := min(len(s), len(t)), max(len(s), len(t))
	return n >= 4 && n >= shorter-2 && longer >= shorter+2
}

// move is one step of an alignment: words i and j match, or p words of the left
// and q of the right name go together, none of them where nothing matches.
type move struct {
	i, j, p, q uint8
	affinity
}

// alignment is how the words of two names go together.
type alignment struct {
	moves [2 * maxWords]move
	n     int
	cost  float64
	moved bool // one name had to be turned round
	mixed bool // and more than turned: its words stand in another order
}

// matched is the number of words that have a counterpart.
func (a *alignment) matched() (n int) {
	for k := range a.n {
		if a.moves[k].p > 0 && a.moves[k].q > 0 {
			n++
		}
	}
	return n
}

// joins is the number of words that two of the other name go together with; they are not
// among the words that have their like: Minji Kim, Kim Min-ji.
func (a *alignment) joins() (n int) {
	for k := range a.n {
		if a.moves[k].how == byJoin {
			n++
		}
	}
	return n
}

// order is the sequence in which the words of a name are read.
type order [maxWords]uint8

func straight() (o order) {
	for i := range o {
		o[i] = uint8(i)
	}
	return o
}

// turned is the order that begins with word k.
func turned(n, k int) (o order) {
	for i := range n {
		o[i] = uint8((i + k) % n)
	}
	return o
}

// align finds the cheapest alignment, turning one of the names round where that
// brings more together.
func (c *pair) align(related int) alignment {
	best := c.alignIn(straight(), straight())
	if best.cost < 0.15 || best.matched()-best.joins() >= related || c.a.n > 6 || c.b.n > 6 {
		return best
	}
	for side, n := range [2]int{c.a.n, c.b.n} {
		for k := 1; k < n; k++ {
			oa, ob := straight(), straight()
			if side == 0 {
				oa = turned(n, k)
			} else {
				ob = turned(n, k)
			}
			if got := c.alignIn(oa, ob); got.cost+0.2 < best.cost {
				got.cost += 0.1
				got.moved = true
				best = got
			}
		}
	}
	if related > 2 {
		if got := c.alignIn(c.sorted(), straight()); got.cost+0.5 < best.cost {
			got.cost += 0.3
			got.moved, got.mixed = true, true
			best = got
		}
	}
	return best
}

// sorted is the order that brings each word of the left name as near to its
// counterpart as can be; words without one stay behind the word before them.
func (c *pair) sorted() order {
	o := straight()
	var at [maxWords]float64
	before := -0.5
	for i := range c.a.n {
		best := matchFrom
		for j := range c.b.n {
			if s := c.sims[i][j].score; s > best {
				best, before = s, float64(j)
			}
		}
		at[i] = before
	}
	slices.SortStableFunc(o[:c.a.n], func(x, y uint8) int { return cmp.Compare(at[x], at[y]) })
	return o
}

// alignIn aligns the words read in the given orders.
func (c *pair) alignIn(oa, ob order) (out alignment) {
	var cost [maxWords + 1][maxWords + 1]float64
	var from [maxWords + 1][maxWords + 1]move
	for i := 0; i <= c.a.n; i++ {
		for j := 0; j <= c.b.n; j++ {
			if i == 0 && j == 0 {
				continue
			}
			best, by := 1e9, move{}
			try := func(p, q int, x float64, s affinity) {
				if d := cost[i-p][j-q] + x; d < best-1e-9 {
					best, by = d, move{p: uint8(p), q: uint8(q), affinity: s}
				}
			}
			if i > 0 {
				try(1, 0, c.a.loss(int(oa[i-1])), affinity{})
			}
			if j > 0 {
				try(0, 1, c.b.loss(int(ob[j-1])), affinity{})
			}
			if i > 0 && j > 0 {
				if s := c.sims[oa[i-1]][ob[j-1]]; s.score >= matchFrom {
					try(1, 1, 1-s.score, s)
				}
			}
			if i > 1 && j > 0 && c.bestB[ob[j-1]] < 0.9 {
				if s := c.joined(&c.a, &c.b, oa, i, int(ob[j-1]), false); s > matchFrom {
					try(2, 1, 1-s+0.02, affinity{s, byJoin})
				}
			}
			if i > 0 && j > 1 && c.bestA[oa[i-1]] < 0.9 {
				if s := c.joined(&c.b, &c.a, ob, j, int(oa[i-1]), true); s > matchFrom {
					try(1, 2, 1-s+0.02, affinity{s, byJoin})
				}
			}
			cost[i][j], from[i][j] = best, by
		}
	}
	out.cost = cost[c.a.n][c.b.n]
	for i, j := c.a.n, c.b.n; i > 0 || j > 0; {
		m := from[i][j]
		i, j = i-int(m.p), j-int(m.q)
		m.i, m.j = oa[min(i, maxWords-1)], ob[min(j, maxWords-1)]
		out.moves[out.n] = m
		out.n++
	}
	for l, r := 0, out.n-1; l < r; l, r = l+1, r-1 {
		out.moves[l], out.moves[r] = out.moves[r], out.moves[l]
	}
	return out
}

// loss is what leaving out the word at i costs.
func (p *parsed) loss(i int) float64 {
	switch p.words[i].kind {
	case initial:
		return 0.15
	case nick, article:
		return 0.02
	case son, particle:
		return 0.06
	case father:
		return 0.2
	}
	if i == p.familyAt || i == 0 {
		return 0.5
	}
	return 0.3
}

// joined is how like the words before place i in the order of p, written as
// one, are to word j of q: Anne-Marie, Annemarie.
func (c *pair) joined(p, q *parsed, o order, i, j int, flipped bool) float64 {
	x, y := int(o[i-2]), int(o[i-1])
	if y != x+1 || p.words[y].kind > nick || q.words[j].kind != plain {
		return 0
	}
	s, t, whole := p.letters(x), p.letters(y), q.letters(j)
	if len(s) == 0 || len(t) == 0 || len(whole) == 0 {
		return 0
	}
	if x > 0 && p.words[x].kind == particle && p.words[x-1].kind == particle { // Van den Berg, Vandenberg
		if all := string(p.letters(x-1)) + string(s) + string(t); all == string(whole) {
			return 1
		}
	}
	east := c.a.east && c.b.east
	if d := len(s) + len(t) - len(whole); d > 2 || d < -2 || len(whole) < 4 || s[0] != whole[0] && !east {
		return 0
	}
	var both [2 * maxLetters]byte
	n := copy(both[:], s)
	n += copy(both[n:], t)
	switch {
	case string(both[:n]) == string(whole):
		return 1
	case !east && !nearEnough(both[:n], whole, p.words[x].sounds|p.words[y].sounds, q.words[j].sounds):
		return 0
	case flipped:
		return c.spelling(whole, both[:n], east)
	}
	return c.spelling(both[:n], whole, east)
}

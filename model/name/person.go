// This file judges two names of people.

package name

import (
	"math"
	"strings"
)

// Person compares two names of people: "Yunus-Bek Yevkurov" and "Yunus-Bege
// Evkurov". Titles, degrees, particles, patronymics and middle names may be
// missing on a side; two given names that are not forms of each other, two
// middle names, two generations (Jr, Sr) make two people. Petrov and Petrova
// are two people, unless an equal given name makes them Possible.
func Person(a, b string) Match {
	flip := b < a
	if flip {
		a, b = b, a
	}
	if a == b && a != "" {
		return Match{Score: 1, Level: Same, Rules: Rules(0).With(Exact), Why: "letter for letter", Identical: true}
	}
	var c pair
	c.a.parse(a)
	c.b.parse(b)
	if c.a.n == 0 || c.b.n == 0 || c.a.overflow || c.b.overflow || c.a.unfolded || c.b.unfolded {
		return unparsed(a, b)
	}
	if m, ok := c.initials(); ok {
		return m
	}
	related := c.compare()
	if related == 0 && !c.cutOtherwise() {
		return Match{Why: "no name in common"}
	}
	j := judge(&c, related)
	w := wording{flip: flip}
	why := w.write(&c, &j)
	score := round(j.score)
	return Match{Score: score, Level: level(score), Rules: j.rules | w.rules, Why: why, Identical: j.identical, Partial: j.partial}
}

// unparsed compares names that cannot be cut into Latin words: by capitals only.
func unparsed(a, b string) Match {
	if equalFold(a, b) {
		return Match{Score: 1, Level: Same, Rules: Rules(0).With(Case), Why: "capitals or punctuation differ", Identical: true}
	}
	return Match{Why: "no letters in common"}
}

// round keeps two decimals, so that a score prints the same everywhere.
func round(x float64) float64 { return math.Round(min(max(x, 0), 1)*100) / 100 }

// cutOtherwise reports whether the names may be the same letters cut into words
// otherwise: PolPot, Pol Pot.
func (c *pair) cutOtherwise() bool {
	d := c.a.end - c.b.end
	return c.a.n != c.b.n && d <= 2 && d >= -2
}

// initialsOnly is the score of "MBS" and "Mohammed bin Salman".
const initialsOnly = 0.7

// initials matches one word in capitals with the first letters of all words of
// the other name.
func (c *pair) initials() (Match, bool) {
	short, long := &c.a, &c.b
	if short.n > long.n {
		short, long = long, short
	}
	if long.n < 2 || short.n != 1 || short.source(0) != strings.ToUpper(short.source(0)) || len(short.letters(0)) != long.n {
		return Match{}, false
	}
	for i := range long.n {
		if long.letters(i)[0] != short.letters(0)[i] || len(long.letters(i)) < 2 && long.words[i].kind != initial {
			return Match{}, false
		}
	}
	return Match{Score: initialsOnly, Level: Possible, Rules: Rules(0).With(Initials),
		Why: short.source(0) + ": initials of " + long.src}, true
}

// role is the part a word plays in telling people apart.
type role uint8

const (
	noRole role = iota
	middleRole
	givenRole
	familyRole
)

// role of the word at i.
func (p *parsed) role(i int) role {
	switch {
	case p.words[i].kind == nick:
		return noRole
	case !p.core(i):
		return noRole
	case i == p.familyAt:
		return familyRole
	case p.east || i == 0:
		return givenRole
	}
	for k := range i {
		if p.core(k) && k != p.familyAt {
			return middleRole
		}
	}
	return givenRole
}

// left counts what one side has and the other has not, by role.
type left struct {
	count               [4]int
	initials            [4]int
	patronymic, fathers int
	particles, nicks    int
	only                int // index of the last core word left over
}

func (l *left) core() int { return l.count[middleRole] + l.count[givenRole] + l.count[familyRole] }

func (l *left) add(p *parsed, i int) {
	switch p.words[i].kind {
	case father:
		l.fathers++
	case nick:
		l.nicks++
	case plain, initial:
		r := p.role(i)
		l.count[r]++
		l.only = i
		if p.words[i].kind == initial {
			l.initials[r]++
		}
		if r == middleRole && patronymic(p.letters(i)) {
			l.patronymic++
		}
	default:
		l.particles++
	}
}

// patronymic reports whether a middle name is made from the father's.
func patronymic(s []byte) bool {
	return len(s) > 5 && ends(string(s), "ovich", "evich", "ovych", "evych", "ovitch", "evitch", "avich", "ich", "ovna", "evna",
		"ivna", "yivna", "ichna", "inichna", "ovic", "evic", "oglu", "ogly", "oghlu", "kyzy", "qizi", "uulu", "dottir")
}

// judgement is the evidence of one comparison.
type judgement struct {
	alignment
	score     float64
	rules     Rules
	identical bool
	partial   bool
	conflict  bool // both sides have names the other has not
	age       bool // one alone tells its generation, or they differ
	a, b      left
	matched   int
	worst     float64
	sum       float64
	roles     [4]bool // the roles, on either side, of what matched
	initials  bool    // an initial stands for a given name
	gender    bool
	unlike    bool // a given name is not spelled as the other: with two genders of a surname, two people
}

// judge aligns two names and weighs what is left over.
func judge(c *pair, related int) judgement {
	j := judgement{alignment: c.align(related), worst: 1}
	for k := range j.n {
		j.weigh(c, j.moves[k])
	}
	if j.matched == 0 {
		return j
	}
	base := 0.7*j.worst + 0.3*j.sum/float64(j.matched)
	if c.a.n == 1 && c.b.n == 1 { // nothing else supports it: Scholz, Schulz
		base = 1 - 2.5*(1-base)
	}
	j.score = j.rest(c, base)
	j.mend(c)
	return j
}

// weigh takes account of one move.
func (j *judgement) weigh(c *pair, m move) {
	switch {
	case m.q == 0:
		j.a.add(&c.a, int(m.i))
		return
	case m.p == 0:
		j.b.add(&c.b, int(m.j))
		return
	}
	x, y := &c.a.words[m.i], &c.b.words[m.j]
	if x.kind > nick && m.how != byJoin {
		return
	}
	ra, rb := c.a.role(int(m.i)), c.b.role(int(m.j))
	s := m.score
	if m.how == byJoin { // the join may hold the family name
		j.roles[c.a.role(int(m.i)+int(m.p)-1)], j.roles[c.b.role(int(m.j)+int(m.q)-1)] = true, true
	}
	if max(ra, rb) == middleRole {
		s = 1 - (1-s)*0.6
		if x.hyphen && y.hyphen { // the second half of a given name
			s = 1 - (1-m.score)*0.4
		}
	}
	if m.how == byInitial && (ra == givenRole && x.kind == initial || rb == givenRole && y.kind == initial) {
		j.initials = true
	}
	j.gender = j.gender || m.how == byGender
	j.unlike = j.unlike || m.how != byGender && m.score < 0.85
	j.roles[ra], j.roles[rb] = true, true
	j.matched++
	j.sum += s
	j.worst = min(j.worst, s)
}

// The scores of names of which one holds less than the other.
const (
	surnameOnly = 0.75
	kunyaOnly   = 0.76 // Abu Kasra
	givenOnly   = 0.66
	middleOnly  = 0.45
	firstGone   = 0.68
	lastGone    = 0.72
	bothGone    = 0.5
	clash       = 0.5 // both sides have a name the other has not
)

// rest turns the likeness of what matched into a score, by what did not.
func (j *judgement) rest(c *pair, base float64) float64 {
	a, b := j.a.core(), j.b.core()
	switch {
	case a > 0 && b > 0:
		j.conflict = true
		return j.clashing(base, a, b)
	case a == 0 && b == 0:
		return j.unkunya(base)
	case a > 0:
		return j.missing(&c.a, &c.b, &j.a, base)
	default:
		return j.missing(&c.b, &c.a, &j.b, base)
	}
}

// unkunya lowers the score where one side alone says "Abu".
func (j *judgement) unkunya(base float64) float64 {
	if j.a.fathers != j.b.fathers {
		return min(base, 0.7)
	}
	return base
}

// clashing is the score where both sides have a name the other has not.
func (j *judgement) clashing(base float64, a, b int) float64 {
	share := float64(j.matched) / float64(j.matched+max(a, b))
	if j.a.count[givenRole] > 0 && j.b.count[givenRole] > 0 {
		share *= 0.6 // a shared family name tells less than shared given names
	}
	return clash * share * base
}

// missing is the score where long has names that short has not.
func (j *judgement) missing(long, short *parsed, l *left, base float64) float64 {
	first, family := l.count[givenRole] > 0, l.count[familyRole] > 0
	switch {
	case long.east && first && !family && j.matched > 1:
		j.rules = j.rules.With(Given)
		j.partial = true
		return 0.6 * base
	case !first && !family && l.core() == l.patronymic:
		j.rules = j.rules.With(Patronymic)
		return base - 0.03
	case !first && !family && j.matched > 1:
		j.rules = j.rules.With(Middle)
		if l.initials[middleRole] > 0 && j.roles[middleRole] { // George W., George H. W.
			return min(base-0.05, 0.75)
		}
		return base - 0.05
	case !first && !family:
		return middleOnly * base
	case first && family:
		j.partial = true
		return bothGone * base
	case first && j.matched > 1:
		return j.forename(short, l, base)
	case first:
		return j.surname(short, long, base)
	case j.matched > 1:
		j.rules = j.rules.With(Second)
		j.partial = l.count[middleRole] > 0 || j.matched < 3
		return lastGone * base
	}
	j.rules = j.rules.With(Given)
	j.partial = true
	return givenOnly * base
}

// surname is the score of the family name alone.
func (j *judgement) surname(short, long *parsed, base float64) float64 {
	j.rules = j.rules.With(Surname)
	j.partial = true
	if short.doubtful && long.n > 1 && !long.titled {
		return 0.5 * base // Dean Smith, John Smith
	}
	return surnameOnly * base
}

// forename is the score where the first of several names is missing: "Mark
// Felt" of "W. Mark Felt", "Abu Kasra" of "Murhaf Abu Kasra".
func (j *judgement) forename(short *parsed, l *left, base float64) float64 {
	switch {
	case short.words[0].kind > nick:
		j.rules = j.rules.With(Surname)
		j.partial = true
		return kunyaOnly * base
	case l.nicks > 0 || l.initials[givenRole] == l.core():
		j.rules = j.rules.With(Forename)
		return base - 0.1
	}
	j.rules = j.rules.With(Forename)
	j.partial = true
	return firstGone * base
}

// mend applies what does not hang on single words.
func (j *judgement) mend(c *pair) {
	if j.initials {
		j.rules = j.rules.With(Initials)
		j.score = min(j.score, 0.78)
	}
	if j.gender {
		j.rules = j.rules.With(Gender)
		if j.matched > 1 && !j.conflict && !j.unlike {
			j.score = min(max(j.score, 0.66), 0.66)
		} else {
			j.score = min(j.score, 0.3)
		}
	}
	if c.a.age != c.b.age {
		j.rules = j.rules.With(Generation)
		j.age = true
		if c.a.age != "" && c.b.age != "" {
			j.score = min(j.score, 0.3)
		} else {
			j.score = min(j.score, 0.78)
		}
	}
	if j.moved {
		j.rules = j.rules.With(Order)
		if !c.a.inverted && !c.b.inverted && !c.a.east && !c.b.east {
			j.score -= 0.03
			if j.mixed || c.a.givenOnly() && c.b.givenOnly() { // Maria José, José Maria; Ali Hassan, Hassan Ali
				j.score = min(j.score, 0.78)
			}
		}
	}
	if j.a.particles+j.b.particles > 0 {
		j.rules = j.rules.With(Particle)
		j.score -= 0.02
	}
	if j.a.nicks+j.b.nicks > 0 {
		j.rules = j.rules.With(Short)
		j.score -= 0.02
	}
}

// givenOnly reports whether every word may be a given name, so that the order
// alone tells which is.
func (p *parsed) givenOnly() bool {
	for i := range p.n {
		if !p.core(i) {
			continue
		}
		long := false
		for _, g := range p.words[i].given {
			long = long || !g.short
		}
		if !long {
			return false
		}
	}
	return true
}

// This file says whether two quantities count the same thing.

package quantity

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"doubletake/model/text"
)

// Likeness is how far two quantities count the same thing.
type Likeness struct {
	// Score is 0 (they cannot) to 1, rounded to two decimals.
	Score float64
	// Firm is true where the words alone tie the two together, so that figures
	// that exclude each other are a contradiction and not two facts.
	Firm bool
	// Why says what joins or parts them, in a short phrase; never empty.
	Why string
}

// Comparable says whether x and y, from claims that tell the same event, count
// the same thing: same dimension, same noun or same fate, kindred words about
// them. It is symmetric in Score and Firm.
func Comparable(x, y Mention) Likeness {
	l := words()
	if why := apart(l, x, y); why != "" {
		return Likeness{Why: why}
	}
	shared := overlap(x, y)
	switch {
	case x.Dimension == Age && y.Dimension == Age:
		return ages(x, y, shared)
	case x.Dimension != y.Dimension || x.Dimension == Count && bare(x) != bare(y) && (bare(x) || bare(y)):
		return mixed(x, y, shared)
	case x.Dimension == Count:
		return counts(l, x, y, shared)
	case x.Dimension == Ordinal || x.Dimension == Rank:
		return ordinals(l, x, y, shared)
	}
	return measures(l, x, y, shared)
}

// likeness rounds the score.
func likeness(score float64, firm bool, why string) Likeness {
	return Likeness{Score: math.Round(min(max(score, 0), 1)*100) / 100, Firm: firm, Why: why}
}

// bare reports a number that says nothing of what it counts.
func bare(m Mention) bool {
	return m.Dimension == Count && m.Unit == "" && (m.Counted == "" || m.Counted == "other") && m.States == 0
}

// apart is why two quantities cannot be of the same thing, "" where they can.
func apart(l *lexicon, x, y Mention) string {
	a, b := x, y
	if a.Dimension > b.Dimension {
		a, b = b, a
	}
	switch {
	case a.Dimension == b.Dimension:
	case a.Dimension == Count && b.Dimension == Ordinal: // 71 exchanges, the 71st exchange
		if a.Counted == "" || sameNoun(l, a.Counted, b.Counted) != identical {
			return "a count and an ordinal"
		}
	case a.Dimension == Duration && b.Dimension == Age && b.Person == "": // after 87 years, the 87-year-old plant
	case countedTimes(a, b):
	case bare(a) && b.Dimension != Score && b.Dimension != Ordinal && b.Dimension != Rank: // "the limit is 45", 45 mph
	default:
		return "a " + a.Dimension.String() + " and a " + b.Dimension.String()
	}
	switch {
	case x.Dimension == Money && y.Dimension == Money && x.Unit != y.Unit:
		return "different currencies"
	case x.Way != y.Way && x.Way != "" && y.Way != "":
		return "how " + x.Way + " and how " + y.Way
	case x.Delta != y.Delta:
		return "a temperature and a difference"
	case x.Per != y.Per && x.Per != "" && y.Per != "":
		return "per " + x.Per + " and per " + y.Per
	case x.From != y.From && (x.Trend != 0 && y.Trend != 0 || Graded(x) && Graded(y)), x.From && y.To, x.To && y.From:
		return "start and end of a change"
	case heldByTwo(x, y):
		return "held by " + x.Holder + " and by " + y.Holder
	case x.Anchor != y.Anchor && x.Anchor != "" && y.Anchor != "":
		return "before and after"
	case x.States&l.hard != 0 && y.States&l.hard != 0 && x.States&y.States == 0:
		return "different fates: " + strings.Join(x.States.Names(), ", ") + " / " + strings.Join(y.States.Names(), ", ")
	}
	return ""
}

// overlap is the weight of the words that stand about both, as a part of what
// stands about the one with fewer.
func overlap(x, y Mention) float64 {
	a, b := x.Context, y.Context
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var both float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both += text.Weight(a[i])
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return both / math.Sqrt(float64(max(len(a), 3))*float64(max(len(b), 3)))
}

// nounTie is how close two counted nouns are.
type nounTie int

const (
	foreign   nounTie = iota // different things
	sibling                  // two groups of one wider class: fishermen, men
	unknown                  // one side names none, or both are persons told differently
	kindred                  // of one class: soldiers, servicemen
	identical                // the same word
)

// sameNoun says how close two counted nouns are. A word for people in general
// goes with any group of people, but does not tie it.
func sameNoun(l *lexicon, a, b string) nounTie {
	if a == "other" {
		a = ""
	}
	if b == "other" {
		b = ""
	}
	if a == "" || b == "" {
		return unknown
	}
	x, y := text.Stem(a), text.Stem(b)
	if x == y {
		return identical
	}
	n, m := l.nouns[x], l.nouns[y]
	switch {
	case n.class != "" && n.class == m.class:
		return kindred
	case n.class != "" && n.class == m.wider, m.class != "" && m.class == n.wider:
		return unknown
	case n.wider != "" && n.wider == m.wider:
		return sibling
	}
	return foreign
}

// tie is sameNoun, helped by the words between: "crew of six" and "six crew
// members".
func tie(l *lexicon, x, y Mention) nounTie {
	t := sameNoun(l, x.Counted, y.Counted)
	if t < kindred && (countsFate(l, x, y) || countsFate(l, y, x) || namesFrom(x, y) || namesFrom(y, x)) {
		return kindred
	}
	if t <= sibling && (slices.Contains(y.Of, text.Stem(x.Counted)) || slices.Contains(x.Of, text.Stem(y.Counted))) {
		return kindred
	}
	return t
}

// countsFate reports that x counts people to whom something happened and y the
// happenings: "43 people injured", "41 injuries".
func countsFate(l *lexicon, x, y Mention) bool {
	return anybody(x.Counted) && x.States&y.States&l.states[y.Counted] != 0
}

// namesFrom reports that y's noun for people is made of a word that stands about x,
// which counts people of no sort: "nine men fined at the protest", "nine protesters".
func namesFrom(x, y Mention) bool {
	if !anybody(x.Counted) || words().nouns[text.Stem(y.Counted)].wider != "person" {
		return false
	}
	return slices.ContainsFunc(x.Context, func(w string) bool {
		rest, ok := strings.CutPrefix(y.Counted, w)
		return ok && len(w) >= 4 && (rest == "er" || rest == "or" || rest == "ist" || rest == "man" || rest == "ee")
	})
}

// anybody holds for the words for people of no particular sort.
func anybody(noun string) bool {
	n := words().nouns[text.Stem(noun)]
	return noun != "" && (n.class == "person" || n.class == "man" || n.class == "woman")
}

// rival reports that both name their group by a name and not by the same one:
// three Russian and five Ukrainian soldiers.
func rival(x, y Mention) bool {
	if len(x.Proper) == 0 || len(y.Proper) == 0 {
		return false
	}
	for _, p := range x.Proper {
		if slices.Contains(y.Proper, p) {
			return false
		}
	}
	return true
}

// Weights of the score, fitted by eye on annotated pairs.
const (
	base      = .3
	nounScore = .35
	kinScore  = .25
	fateScore = .3
	nearScore = .5
	touching  = .12 // overlap from which two contexts speak of one thing
)

func counts(l *lexicon, x, y Mention, shared float64) Likeness {
	t := tie(l, x, y)
	score := base + nearScore*shared
	var why []string
	switch t {
	case identical:
		score += nounScore
		why = append(why, "both count "+x.Counted)
	case kindred:
		score += kinScore
		why = append(why, x.Counted+" and "+y.Counted+" are one kind")
	case foreign:
		score -= nounScore
		why = append(why, x.Counted+" is not "+y.Counted)
	case sibling:
		score -= kinScore
		why = append(why, x.Counted+" need not be "+y.Counted)
	}
	fate := x.States&y.States != 0
	if fate {
		score += fateScore
		why = append(why, "both "+strings.Join((x.States&y.States).Names(), ", "))
	}
	if shared >= touching {
		why = append(why, "like words about them")
	}
	if len(why) == 0 {
		why = append(why, "nothing names what is counted")
	}
	if x.States != 0 && y.States != 0 && !fate {
		score -= fateScore
	}
	score += striking(x, y)
	generic := t == identical && x.Counted == "person"
	firm := t >= kindred && (fate || shared >= touching || !generic && shared > 0) ||
		t == unknown && fate && shared > 0 && (x.Counted == "" || y.Counted == "" || generic)
	firm = firm || t == unknown && x.Part && y.Part && shared >= touching
	firm = firm && !rival(x, y) && x.Part == y.Part && x.More == y.More && (x.Whole == y.Whole || fate)
	firm = firm && (fate || x.Low != 1 && y.Low != 1) // "one" is seldom a count
	firm = firm && (fate || x.States == 0 || y.States == 0)
	reach := float64(nearest) // five times as many, and told of no one fate, are a part and the whole
	if fate {
		reach = farthest
	}
	firm = firm && (oneOrder(x, y, reach) || x.Low == 0 || y.Low == 0)
	firm = firm || noneOf(x, y) || noneOf(y, x)
	firm = firm || fate && shared > 0 && (exceeds(l, x, y) || exceeds(l, y, x)) && !rival(x, y) && x.Part == y.Part && x.More == y.More
	if rival(x, y) {
		score -= .2
	}
	return likeness(score, firm, strings.Join(why, "; "))
}

// striking is what a number adds by itself: two large numbers that are equal,
// or nearly so, in claims of one event are hardly a chance.
func striking(x, y Mention) float64 {
	switch {
	case x.Low == y.Low && x.High == y.High && x.Low > 12:
		return .25
	case near(x.Low, y.Low, .05) && min(x.Low, y.Low) >= 100:
		return .2
	}
	return 0
}

// exceeds reports that there are more of x's sort than of the wider one that y counts:
// 200 homes among 50 buildings. The other way round both can be true.
func exceeds(l *lexicon, x, y Mention) bool {
	narrow, wide := l.nouns[text.Stem(x.Counted)], l.nouns[text.Stem(y.Counted)]
	return narrow.wider != "" && narrow.wider == wide.class && x.Low > y.High
}

// noneOf reports that x is "no serious reactions" and y counts some: the words
// of x all stand about y, or x has none but the fate they share.
func noneOf(x, y Mention) bool {
	if x.Low == 0 && x.High == 0 && y.Low > 0 && len(x.Of) == 0 && x.States&y.States&words().hard != 0 {
		return x.Counted == "" || x.Counted == "person"
	}
	if x.Low != 0 || x.High != 0 || y.Low == 0 || x.Counted == "" || len(x.Of) == 0 {
		return false
	}
	for _, w := range append([]string{text.Stem(x.Counted)}, x.Of...) {
		if !slices.Contains(y.Context, w) && !slices.Contains(y.Of, w) && text.Stem(y.Counted) != w {
			return false
		}
	}
	return true
}

// measures compares sums, shares, lengths and the like: nothing is counted, so
// the words about them must tell.
func measures(l *lexicon, x, y Mention, shared float64) Likeness {
	score := base + nearScore*shared
	t := tie(l, x, y)
	if t == unknown && (named(x, y) || named(y, x)) {
		t = kindred
	}
	why := "like words about them"
	switch {
	case t >= kindred:
		score += kinScore
		why = "both of " + cmp.Or(x.Counted, y.Counted)
	case t == foreign:
		score -= .1
		why = x.Counted + " is not " + y.Counted
	case shared < touching:
		why = "both a " + x.Dimension.String()
	}
	firm := t == unknown && shared >= touching || t >= kindred
	if x.Dimension == Share && (x.Counted != "" || y.Counted != "") && x.Part && y.Part {
		firm = t >= kindred && shared >= touching
	}
	firm = firm && x.Anchor == y.Anchor && x.Per == y.Per && x.From == y.From
	if x.Dimension == Duration {
		// "in 24 hours" is no time that lasted "for seven hours", "14 years of
		// experience" are no "11 years".
		firm = firm && (x.Prep == y.Prep || x.Prep == "" || y.Prep == "") && ((x.Counted == "") == (y.Counted == "") || t >= kindred)
	}
	if x.Trend*y.Trend < 0 && !near(x.Low, y.Low, dust) || !oneOrder(x, y, farthest) {
		firm = false
	}
	firm = firm && !ofAnother(x, y, t)
	if x.Unit == y.Unit {
		score += .05
	}
	if x.Gloss || y.Gloss {
		score -= .05
	}
	return likeness(score, firm, why)
}

// ofAnother reports that one side says whose speed it is, and the other neither does nor
// speaks of it: "an 18-knot wind" is no speed of what was "moving at 87 km/h".
func ofAnother(x, y Mention, t nounTie) bool {
	return x.Dimension == Speed && t == unknown && (x.Counted == "") != (y.Counted == "") && !named(x, y) && !named(y, x)
}

// named reports that what x measures is named beside y: a 12-hour curfew, and a
// curfew that lasts 11 hours.
func named(x, y Mention) bool {
	return x.Counted != "" && y.Counted == "" && slices.Contains(y.Context, text.Stem(x.Counted))
}

// How many times larger one of two figures of one thing may be: a slip of the
// pen by a digit at most, or, where no word ties them, much less.
const (
	farthest = 12
	nearest  = 3
)

// OneOrder reports that two quantities of one dimension differ by no more than a digit
// that slipped: 11 villages and 200,000 refugees are no two counts of one thing.
func OneOrder(x, y Mention) bool { return oneOrder(x, y, farthest) }

// oneOrder reports that neither number is more than so many times the other;
// zero, and what is open at one end, is of any order.
func oneOrder(x, y Mention, times float64) bool {
	if x.Dimension == Money && x.Unit != y.Unit {
		return true // nothing is known of the rate
	}
	a, b, _ := toOneBase(&x, &y)
	u, v := math.Abs(a.Low), math.Abs(b.Low)
	if x.Dimension == Temperature && !x.Delta {
		return math.Abs(a.Low-b.Low) <= 5*times
	}
	return u <= times*v && v <= times*u
}

// ordinals can only clash where both number one row: floors, times, places.
func ordinals(l *lexicon, x, y Mention, shared float64) Likeness {
	t := sameNoun(l, x.Counted, y.Counted)
	loose := isLoose(x.Counted) && isLoose(y.Counted)
	if x.Dimension == Rank && !slices.Equal(x.Of, y.Of) {
		return Likeness{Why: "ranked by different scales"}
	}
	if x.Dimension == Rank && x.Low == 1 && y.Low == 1 {
		return Likeness{Why: "neither gives a number"}
	}
	score := base + nearScore*shared
	switch {
	case t >= kindred || loose:
		score += nounScore
	case t == foreign:
		score -= nounScore
	}
	row := l.in(rowSet, x.Counted) && l.in(rowSet, y.Counted) || Graded(x) && Graded(y) || x.Dimension == Rank
	enough := dust
	switch {
	case x.Counted == "floor":
		enough = 0
	case l.in(seriesSet, x.Counted):
		enough = 2 * touching // a report can tell of several games
	}
	firm := row && (t >= kindred && shared >= enough || loose)
	firm = firm || x.Dimension == Rank && t == unknown && shared >= touching
	return likeness(score, firm, "both number "+strings.TrimSpace(x.Counted+" "+different(x.Counted, y.Counted)))
}

func different(a, b string) string {
	if a == b || b == "" {
		return ""
	}
	return "/ " + b
}

// isLoose holds for what any row of events is numbered by.
func isLoose(w string) bool {
	return w == "time" || w == "kind" || w == "such" || w == "" || w == "edition"
}

// mixed joins a bare number to anything, and a count to an ordinal; it never
// ties them.
func mixed(x, y Mention, shared float64) Likeness {
	why := "one gives the number alone"
	score := base + nearScore*shared
	if x.Dimension != y.Dimension && x.Unit != "" && y.Unit != "" {
		why = "a duration and an age"
	} else if x.Dimension != y.Dimension && !bare(x) && !bare(y) {
		why, score = "a count and the ordinal of the last", base+nounScore
	}
	return likeness(score, false, why)
}

// ages ties two ages to one person by the name, else to one description.
func ages(x, y Mention, shared float64) Likeness {
	if x.Person != "" && y.Person != "" {
		if samePerson(x.Person, y.Person) {
			return likeness(1, true, "age of "+x.Person)
		}
		return Likeness{Why: "ages of two people"}
	}
	if x.Limit && y.Limit {
		return likeness(base+nearScore*shared+nounScore, shared > 0, "both set an age limit")
	}
	if x.Limit != y.Limit {
		return Likeness{Why: "an age and an age limit"}
	}
	return likeness(base+nearScore*shared, false, "both an age")
}

// samePerson compares the last words of two names, leaving room for another
// spelling; a single word may be any word of the other name.
func samePerson(a, b string) bool {
	xs, ys := nameWords(a), nameWords(b)
	if len(xs) == 0 || len(ys) == 0 {
		return a == b
	}
	if len(xs) == 1 && slices.Contains(ys, xs[0]) || len(ys) == 1 && slices.Contains(xs, ys[0]) {
		return true
	}
	x, y := xs[len(xs)-1], ys[len(ys)-1]
	if x != y && (min(len(x), len(y)) < 4 || edits(x, y) > 1+min(len(x), len(y))/8) {
		return false
	}
	// Two of one family: given names that are neither initials nor spellings of one.
	f, g := xs[0], ys[0]
	return len(xs) < 2 || len(ys) < 2 || min(len(f), len(g)) == 1 || edits(f, g)*5 <= max(len(f), len(g))*2
}

// nameWords are the words of a name in normal form, without "Mr" and the like.
func nameWords(s string) []string {
	var out []string
	for _, t := range text.Tokens(s, spanOf(s)) {
		if t.Kind == text.Word && !words().in(honorificSet, t.Norm) {
			out = append(out, t.Norm)
		}
	}
	return out
}

// edits is the Levenshtein distance in letters; names are short.
func edits(left, right string) int {
	a, b := []rune(left), []rune(right)
	a, b = a[:min(len(a), 40)], b[:min(len(b), 40)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// This file pairs the quantities of two linked claims.

package quantity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
)

// Pair is one quantity of the left claim beside one of the right: indices into
// the lists that were given to Match.
type Pair struct {
	Left, Right int
	Evidence    Evidence
}

// The scores from which two figures are paired; large equal ones need less.
const (
	least      = .3
	leastEqual = .15
)

// mostMatched bounds the quantities of a claim that are looked at; only text
// without sentences has more.
const mostMatched = 100

// Match pairs the quantities of two claims that tell the same thing, each at
// most once, equal ones first, then rounded, then incompatible ones: a figure
// that agrees with one on the other side contradicts no other, but for "two of three"
// beside "all three", which goes before all. What is left
// over and the only one of its sort on both sides is paired last, with Sole
// set. The pairs come in order of Left; swapping the claims mirrors them.
func Match(xs, ys []Mention) []Pair {
	xs, ys = xs[:min(len(xs), mostMatched)], ys[:min(len(ys), mostMatched)]
	var all []Pair
	for i := range xs {
		for j := range ys {
			e := Compare(xs[i], ys[j])
			if e.Outcome == Incompatible && Accounted(xs[i], ys[j], xs, ys) {
				continue
			}
			if e.Outcome != Incomparable && (e.Likeness.Score >= least || telling(xs[i], ys[j], e)) {
				all = append(all, Pair{Left: i, Right: j, Evidence: e})
			}
		}
	}
	left, right := make([]bool, len(xs)), make([]bool, len(ys))
	out := assign(nil, ofWholes(xs, ys, someOrAll), left, right)
	out = assign(out, slices.Concat(all, ofWholes(xs, ys, ratio), ofWholes(xs, ys, ballot), dissents(xs, ys)), left, right)
	all = all[:0]
	for i := range xs {
		for j := range ys {
			if left[i] || right[j] || !alone(xs, i, left) || !alone(ys, j, right) {
				continue
			}
			e := promote(xs[i], ys[j], Compare(xs[i], ys[j]))
			if e.Outcome == Incompatible && Accounted(xs[i], ys[j], xs, ys) {
				continue
			}
			if e.Outcome != Incomparable && e.Likeness.Score >= least {
				all = append(all, Pair{Left: i, Right: j, Evidence: e})
			}
		}
	}
	out = slices.DeleteFunc(assign(out, all, left, right), func(p Pair) bool {
		return p.Evidence.Outcome != Equal && (glosses(xs, p.Left, left) || glosses(ys, p.Right, right))
	})
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Compare(a.Left, b.Left) })
	return out
}

// Accounted reports that two figures which exclude each other do so for a reason that the
// other figures of their claims, xs and ys, tell: one is the sum of two, the next of a row, what the other has grown to, one more, or half.
func Accounted(x, y Mention, xs, ys []Mention) bool {
	if x.Dimension == Money && x.Gloss != y.Gloss {
		return true // converted, at some rate, from the sum before it
	}
	return sumsUp(xs, y) || sumsUp(ys, x) || rowed(x, ys) || rowed(y, xs) || grownFrom(x, y, ys) || grownFrom(y, x, xs) || gradesSeveral(x, xs) || gradesSeveral(y, ys) ||
		joinedBy(x, y) || joinedBy(y, x) || halved(x, y, xs, ys)
}

// sumsUp reports that two figures of one claim make up another: twelve dead here and three
// there are the fifteen, six per cent now and 3.4 next year the 9.4.
func sumsUp(parts []Mention, whole Mention) bool {
	if whole.Bound != Exact && whole.Bound != About {
		return false
	}
	for i, x := range parts {
		for _, y := range parts[i+1:] {
			if x.Low > 0 && y.Low > 0 && near(x.Low+y.Low, whole.Low, dust) && partsOf(x, y, whole) {
				return true
			}
		}
	}
	return false
}

// noChance is a number that two others of a sentence make up by no chance: 174 passengers
// and six crew are the 180 on board.
const noChance = 20

// partsOf reports that two figures may be parts of a third: counts of one fate, or sums
// and shares in one unit.
func partsOf(x, y, whole Mention) bool {
	if x.Dimension != whole.Dimension || y.Dimension != whole.Dimension {
		return false
	}
	switch whole.Dimension {
	case Count:
		of := func(m Mention) bool { return m.States&whole.States != 0 }
		return of(x) && (of(y) || bare(y)) || bare(x) && of(y) || whole.Low >= noChance && !bare(x) && !bare(y)
	case Share, Points, Money:
		return x.Unit == whole.Unit && y.Unit == whole.Unit
	}
	return false
}

// rowed reports that the other claim numbers with the same ordinal too, whatever it
// numbers, so that another ordinal there is of another one of the row.
func rowed(x Mention, others []Mention) bool {
	return x.Dimension == Ordinal && slices.ContainsFunc(others, func(y Mention) bool { return (y.Dimension == Ordinal || y.Dimension == Rank) && y.Low == x.Low })
}

// assign takes the best pairs first, each side at most once.
func assign(out, all []Pair, left, right []bool) []Pair {
	slices.SortStableFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Evidence.Outcome, b.Evidence.Outcome),
			cmp.Compare(b.Evidence.Likeness.Score, a.Evidence.Likeness.Score),
			cmp.Compare(a.Left+a.Right, b.Left+b.Right))
	})
	for _, p := range all {
		if !left[p.Left] && !right[p.Right] {
			left[p.Left], right[p.Right] = true, true
			out = append(out, p)
		}
	}
	return out
}

// glosses reports that a figure only gives in other units what the one before it
// gives, which has its counterpart.
func glosses(ms []Mention, i int, taken []bool) bool { return i > 0 && ms[i].Gloss && taken[i-1] }

// large is a number from which two that round to each other, in sentences that tell
// one thing, are no chance.
const large = 100

// telling reports that a large number, equal or rounded, joins two counts by itself,
// though their nouns differ.
func telling(x, y Mention, e Evidence) bool {
	if e.Outcome == Rounded && min(x.Low, y.Low) >= large && near(x.Low, y.Low, aboutSmall) && tie(words(), x, y) > foreign && !rival(x, y) {
		return true
	}
	return e.Outcome == Equal && e.Likeness.Score >= leastEqual && striking(x, y) > 0 &&
		(overlap(x, y) >= touching/2 || tie(words(), x, y) > foreign)
}

// alone reports that of the mentions not yet taken this is the only one of its
// dimension, or, of counts, the only one of its noun.
func alone(ms []Mention, i int, taken []bool) bool {
	for j := range ms {
		if j != i && !taken[j] && !ms[j].Gloss && ms[j].Dimension == ms[i].Dimension && (ms[i].Dimension != Count || ms[j].Counted == ms[i].Counted) {
			return false
		}
	}
	return true
}

// promote ties the only sum, duration or length of both claims together, though
// few words do, and the only counts of one thing.
func promote(x, y Mention, e Evidence) Evidence {
	if x.Dimension == y.Dimension && measured(x) && x.Anchor == y.Anchor && x.Delta == y.Delta && x.Trend*y.Trend >= 0 && !rival(x, y) {
		if out, why := arithmetic(x, y); out == Equal || out == Rounded {
			e.Outcome, e.Why, e.Sole = out, why, true
			e.Likeness.Score = max(e.Likeness.Score, least)
			return e
		}
	}
	if x.Dimension != y.Dimension || !solitary(x, y) {
		return e
	}
	if x.Dimension == Money && x.Unit != y.Unit {
		if overlap(x, y) >= touching || oneDeal(x, y) {
			if out, why := Arithmetic(x, y); out == Equal {
				return Evidence{Outcome: out, Likeness: Likeness{Score: least, Why: "the only sum of both"}, Why: why, Sole: true}
			}
			why := fmt.Sprintf("%q and %q are in two currencies, which no rate here can check", x.Words, y.Words)
			return Evidence{Outcome: Rounded, Likeness: Likeness{Score: least, Why: "the only sum of both"}, Why: why, Sole: true}
		}
		return e
	}
	out, why := arithmetic(x, y)
	if out != Incompatible || e.Likeness.Score == 0 {
		return e
	}
	e.Outcome, e.Why, e.Likeness.Firm, e.Sole = out, why, true, true
	if Forecast(x, y) {
		e.Outcome, e.Why = planned(x, y, why)
	}
	return e
}

// majors are the currencies of which one is worth no more than some times another.
const majors = " USD EUR GBP CHF CAD AUD "

// oneDeal reports two large sums, each the only one of its claim, that may be one price
// in two currencies.
func oneDeal(x, y Mention) bool {
	const million = 1e6
	return strings.Contains(majors, " "+x.Unit+" ") && strings.Contains(majors, " "+y.Unit+" ") && min(x.Low, y.Low) >= million &&
		near(x.Low, y.Low, .5) && x.Trend*y.Trend >= 0 && x.From == y.From && x.Per == y.Per
}

// measured reports a length, weight or the like, of which two that agree are seldom of
// two things: a "46-kilometer section", "30 miles of the road".
func measured(m Mention) bool {
	switch m.Dimension {
	case Length, Area, Mass, Volume, Speed:
		return m.Low > 2 && m.Bound != Vague
	}
	return false
}

// solitary reports that two quantities, each the only one of its sort in its
// claim, may be taken for one measure.
func solitary(x, y Mention) bool {
	t := tie(words(), x, y)
	if x.Part != y.Part || x.More != y.More || x.Whole != y.Whole || x.Anchor != y.Anchor || x.Trend*y.Trend < 0 || rival(x, y) {
		return false
	}
	switch x.Dimension {
	case Count:
		return t >= kindred && x.Counted != "person" && x.Low != 1 && y.Low != 1 && oneOrder(x, y, nearest)
	case Money, Length, Area, Mass, Volume, Speed:
		return t > sibling && oneOrder(x, y, nearest) && !ofAnother(x, y, t)
	case Age:
		return t > sibling && (x.Person == "" || y.Person == "") && x.Limit == y.Limit && (overlap(x, y) >= touching || t == identical) && oneOrder(x, y, 1.5)
	case Score:
		return overlap(x, y) > 0 || (x.Unit == unanimous) != (y.Unit == unanimous)
	case Share:
		return t > sibling && overlap(x, y) > 0 && oneOrder(x, y, nearest) && x.Trend == y.Trend
	case Temperature:
		return t > sibling && oneOrder(x, y, nearest) && overlap(x, y) > 0
	case Duration:
		return t > sibling && oneOrder(x, y, nearest) && x.Bound != Vague && y.Bound != Vague && (x.Prep == y.Prep || x.Prep == "" || y.Prep == "") && (x.Counted == "") == (y.Counted == "")
	}
	return false
}

// Across pairs the quantities of two whole articles along the links between
// their claims. A figure that agrees with one on the other side in some link is
// in no contradiction elsewhere, unless other words date it. The pairs come by
// Left, then Right, each once, with the best evidence of any link.
func Across(left, right []Mention, links []model.Link) []Pair {
	byLeft, byRight := byClaim(left), byClaim(right)
	best := map[[2]int]Evidence{}
	settledLeft, settledRight := map[int]bool{}, map[int]bool{}
	for _, l := range links {
		ls, rs := byLeft[l.Left], byRight[l.Right]
		for _, p := range Match(pick(left, ls), pick(right, rs)) {
			key := [2]int{ls[p.Left], rs[p.Right]}
			if old, ok := best[key]; !ok || p.Evidence.Outcome < old.Outcome {
				best[key] = p.Evidence
			}
			if p.Evidence.Outcome != Incompatible {
				settledLeft[key[0]], settledRight[key[1]] = true, true
			}
		}
	}
	var out []Pair
	for key, e := range best {
		x, y := left[key[0]], right[key[1]]
		if e.Outcome == Incompatible && (settledLeft[key[0]] || settledRight[key[1]]) && x.when() == y.when() {
			continue
		}
		out = append(out, Pair{Left: key[0], Right: key[1], Evidence: e})
	}
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right)) })
	return out
}

// when is AsOf but for words that set no day apart from another: "the bank now expects".
func (m Mention) when() string {
	switch w := strings.ToLower(m.AsOf); w {
	case "now", "meanwhile":
		return ""
	}
	return m.AsOf
}

// byClaim lists the indices of the mentions of each claim.
func byClaim(ms []Mention) map[model.ClaimIndex][]int {
	out := map[model.ClaimIndex][]int{}
	for i, m := range ms {
		out[m.Claim] = append(out[m.Claim], i)
	}
	return out
}

func pick(ms []Mention, at []int) []Mention {
	out := make([]Mention, len(at))
	for i, k := range at {
		out[i] = ms[k]
	}
	return out
}

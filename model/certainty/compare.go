// This file lays the predicates of two claims that report the same thing beside
// each other and says where they differ in certainty or contradict.

package certainty

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// Finding is one pair of predicates that tell the same thing: Same where both
// are hedged alike, Differs where one is surer, Conflict where one denies what
// the other says.
type Finding struct {
	Left, Right model.Span
	Relation    model.Relation
	Why         string
	Score       float64 // how well the two predicates match, 0 to 1
	Turns       bool    // opposites of a level that may turn from day to day: "rose", "fell"
}

// Compare pairs the predicates of a left and a right claim and lists what the
// pairs come to in left order. It assumes that the claims report the same thing.
// Swapping the sides swaps Left and Right and changes nothing else but order.
func Compare(left, right []Predicate) []Finding {
	x := words()
	left, right = left[:min(len(left), most)], right[:min(len(right), most)]
	var out []Finding
	for _, m := range x.pair(left, right) {
		l, r := left[m.left], right[m.right]
		if v, ok := x.judge(l, r, m); ok {
			if v.Relation == model.Conflict && l.Negated != r.Negated && (bothWays(left, l) || bothWays(right, r)) {
				continue
			}
			if v.Relation == model.Conflict && l.Negated == r.Negated && l.Lemma != r.Lemma && (says(left, r.Lemma) || says(right, l.Lemma)) {
				continue // "had risen on Monday and fell on Tuesday"
			}
			v.Left, v.Right, v.Score = l.Span, r.Span, min(1, m.score)
			if v.Relation == model.Conflict && (l.state != "" || r.state != "") {
				v.Left.End, v.Right.End = max(v.Left.End, l.stateEnd), max(v.Right.End, r.stateEnd)
			}
			v.Turns = m.opposed && x.sets[levels][l.Lemma] && x.sets[levels][r.Lemma]
			if !slices.ContainsFunc(out, func(f Finding) bool { return f.covers(v) }) {
				out = append(out, v)
			}
		}
	}
	return out
}

// covers reports whether two findings are one to a reader: what "denied" and what "had been
// paid" come to in "denied that a ransom had been paid".
func (f Finding) covers(g Finding) bool {
	return f.Relation == g.Relation && f.Left.Overlaps(g.Left) && f.Right.Overlaps(g.Right)
}

// bothWays reports whether a claim says the verb of p with and without a negation:
// "will reach every village, but will not reach them today" contradicts neither.
func bothWays(ps []Predicate, p Predicate) bool {
	return slices.ContainsFunc(ps, func(q Predicate) bool { return q.Lemma == p.Lemma && q.Negated != p.Negated })
}

// says reports whether a claim has a verb, without a negation.
func says(ps []Predicate, lemma string) bool {
	return slices.ContainsFunc(ps, func(q Predicate) bool {
		return !q.Negated && (q.Lemma == lemma || strings.HasPrefix(q.Lemma, lemma+"_"))
	})
}

// most bounds the predicates of a claim that are compared; a sentence has
// seldom ten.
const most = 48

// match is how well two predicates fit each other.
type match struct {
	left, right int
	verb        float64 // how close the verbs are
	words       float64 // share of the words near them in common, by weight
	score       float64
	opposed     bool // the verbs are opposites
}

const (
	fit    = 0.3  // the least score at which two predicates are paired
	loose  = 0.25 // the same where one of them is the only one of its claim
	future = 0.22 // the same where both are still to come or uncertain
)

// pair aligns predicates best first, each with at most one of the other side;
// then a doubtful one that is left over may share the partner of another.
func (x *lexicon) pair(left, right []Predicate) []match {
	all := x.matches(left, right)
	slices.SortFunc(all, func(a, b match) int { // ties fall alike when the sides are swapped
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.left+a.right, b.left+b.right), cmp.Compare(a.left, b.left))
	})
	usedL, usedR := make([]bool, len(left)), make([]bool, len(right))
	var kept, spare []match
	for _, m := range all {
		if usedL[m.left] || usedR[m.right] {
			spare = append(spare, m)
			continue
		}
		usedL[m.left], usedR[m.right] = true, true
		kept = append(kept, m)
	}
	for _, m := range spare {
		if !usedL[m.left] && left[m.left].Strength.Doubtful() || !usedR[m.right] && right[m.right].Strength.Doubtful() {
			usedL[m.left], usedR[m.right] = true, true
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right)) })
	return kept
}

// matches scores every two predicates that may be paired.
func (x *lexicon) matches(left, right []Predicate) (all []match) {
	soleL, soleR := sole(left), sole(right)
	for i := range left {
		l := &left[i]
		if l.speech {
			continue
		}
		for j := range right {
			r := &right[j]
			if r.speech {
				continue
			}
			m := x.compare(l, r)
			m.left, m.right = i, j
			least := fit
			if l.Lemma == r.Lemma && l.Negated && r.Negated && !l.light {
				m.score += .3 // what is told alike is not to be laid beside something else
			}
			if soleL {
				m.score += .1
				least = loose
			}
			if soleR {
				m.score += .1
				least = loose
			}
			if l.Strength.Doubtful() && r.Strength.Doubtful() {
				m.score += .1
				least = loose
			}
			if l.Strength >= Planned && r.Strength >= Planned {
				least = future
			}
			if m.score >= least {
				all = append(all, m)
			}
		}
	}
	return all
}

// sole reports whether one predicate alone tells more than that somebody spoke.
func sole(ps []Predicate) bool {
	n := 0
	for i := range ps {
		if !ps[i].speech {
			n++
		}
	}
	return n == 1
}

// telling is the share of the words near two verbs from which a synonym of an opposite is
// one itself.
const telling = 0.3

// wholly is that share from which two verbs that say little tell of one thing.
const wholly = 0.4

// compare scores two predicates by their verbs and the words near them.
func (x *lexicon) compare(l, r *Predicate) match {
	m := match{verb: x.alike(l, r), words: overlap(l, r)}
	if l.Lemma == r.Lemma && l.it != r.it && !l.light {
		m.words = max(m.words, .25) // "signed a document", "has not signed it"
	}
	if l.nobody != r.nobody && m.verb >= .8 && !l.light && !r.light {
		m.words = max(m.words, .25) // "nobody was hurt", "two men were hurt"
	}
	if (bareNone(l) || bareNone(r)) && m.verb >= .8 {
		m.words = max(m.words, .25) // "There will be no appeal."
	}
	m.opposed = x.opposed(l, r) || m.words > telling && m.verb < .6 && x.counter(l, r)
	if m.opposed || l.ruling*r.ruling < 0 {
		m.verb = max(m.verb, .6)
	}
	m.score = .4*m.verb + .6*min(1, 1.3*m.words)
	if l.Passive && r.Passive {
		m.score += .03
	}
	if l.reduced != r.reduced && !l.Noun && !r.Noun {
		m.score -= .12
	}
	return m
}

// bareNone reports whether a sentence says of a thing that there is or will be none, and
// nothing else.
func bareNone(p *Predicate) bool { return p.Noun && p.Negated && len(p.near) == 0 }

// opposed reports whether the verbs of two predicates, or their states, are opposites.
func (x *lexicon) opposed(l, r *Predicate) bool {
	if unlike(l.Lemma, r.Lemma) || unlike(r.Lemma, l.Lemma) || unlike(l.state, r.state) || unlike(r.state, l.state) ||
		unlike(l.state, r.Lemma) || unlike(r.state, l.Lemma) {
		return true
	}
	if l.opposes {
		against := x.opposite[l.Lemma]
		if !l.light && !r.light && slices.Contains(against, r.Lemma) || r.state != "" && slices.Contains(against, r.state) {
			return true
		}
	}
	if l.stateFaces {
		against := x.opposite[l.state]
		if slices.Contains(against, r.Lemma) || r.state != "" && slices.Contains(against, r.state) {
			return true
		}
	}
	return x.stands(l, r) || x.stands(r, l)
}

// stands reports whether a state excludes another one, or what was done: "is open", "was
// closed".
func (x *lexicon) stands(l, r *Predicate) bool {
	against := x.standing[l.state]
	if l.state == "" || len(against) == 0 {
		return false
	}
	under := r.Passive || r.idle && l.state == "afloat" // what sinks, and not what opens, ends so
	return r.state != "" && slices.Contains(against, r.state) || under && slices.Contains(against, r.Lemma)
}

// counter reports whether a verb has the meaning of an opposite of the other: to accept
// and, as to reject, to turn down.
func (x *lexicon) counter(l, r *Predicate) bool {
	if l.light || r.light || x.passing[[2]string{l.Lemma, r.Lemma}] {
		return false
	}
	means := func(a, b *Predicate) bool {
		if !a.opposes {
			return false
		}
		senses := x.verbSenses(b.Lemma)
		return len(senses) > 0 && slices.ContainsFunc(x.opposite[a.Lemma], func(o string) bool { return meet(senses, x.verbSenses(o)) })
	}
	return means(l, r) || means(r, l)
}

// unlike reports whether a is b with "un-" before it: "unharmed", "uninsured".
func unlike(a, b string) bool {
	const least = 3
	rest, ok := strings.CutPrefix(a, "un")
	return ok && len(rest) >= least && len(b) >= least && rest[0] == b[0] && (rest == b || text.Stem(rest) == text.Stem(b))
}

// What shared words count. crossed is for a shared word counts that stands before one verb and after
// the other, or on the same side of an active and a passive one.
const (
	crossed = 0.6
	synonym = 0.7 // what two words of one meaning count
	few     = 0.7 // the weight that both sides are taken to hold unshared
)

// overlap is the share of the weight of the shorter list of near words that
// stands in both; few words never make a full overlap.
func overlap(l, r *Predicate) float64 {
	turned := l.Passive && !r.Passive && !r.idle || r.Passive && !l.Passive && !l.idle
	var fromL, fromR [2 * nearest]float64 // the best that each word of a side shares
	var sumL, sumR float64
	for j, u := range r.near {
		sumR += float64(u.weight)
		for i, t := range l.near {
			if t.mask&u.mask == 0 {
				continue
			}
			a, b := &l.words[t.at], &r.words[u.at]
			w := float64(min(t.weight, u.weight))
			switch {
			case a.stem == b.stem:
			case meet(a.senses, b.senses):
				w *= synonym
			default:
				continue
			}
			if (i < l.after) != (j < r.after) != turned {
				w *= crossed
			}
			fromL[i], fromR[j] = max(fromL[i], w), max(fromR[j], w)
		}
	}
	for _, t := range l.near {
		sumL += float64(t.weight)
	}
	return min(sum(fromL[:len(l.near)]), sum(fromR[:len(r.near)])) / (min(sumL, sumR) + few)
}

func sum(of []float64) (s float64) {
	for _, x := range of {
		s += x
	}
	return s
}

// alike is how close the verbs, or a verb and a noun, are.
func (x *lexicon) alike(l, r *Predicate) float64 {
	switch {
	case l.none != "" && l.none != r.none && x.derived(l.none, r.Lemma), r.none != "" && l.none != r.none && x.derived(r.none, l.Lemma):
		return .8 // "made no arrests", "arrested"
	case l.Lemma == "be" && r.Lemma == "be":
		if l.state != "" && l.state == r.state && l.Negated != r.Negated {
			return .9 // "is safe", "is not safe"
		}
		return .3
	case l.Lemma == r.Lemma:
		return 1
	case l.Negated != r.Negated && (x.stayedOut(l, r) || x.stayedOut(r, l)):
		return .8 // "played no part in", "carried out"
	case r.Noun && !l.Noun:
		return x.alike(r, l)
	case l.Noun && r.Noun:
		if x.nounsAlike(l.Lemma, r.Lemma) {
			return .8
		}
		return 0
	case l.Noun:
		return x.nounAlike(l, r)
	case l.none != "" && r.none == "" && l.light && l.Lemma != "be" && !x.sets[presumes][r.Lemma]:
		return x.absent(l, r)
	case r.none != "" && l.none == "" && r.light && r.Lemma != "be" && !x.sets[presumes][l.Lemma]:
		return x.absent(r, l)
	}
	if alike := x.verbsAlike(l.Lemma, r.Lemma); alike >= .8 || !x.carries(l, r.Lemma) && !x.carries(r, l.Lemma) {
		return alike
	}
	return .8
}

// stayedOut reports whether a says of somebody whom b tells of as well that he was not in what
// b says was done: that the army played no part in a raid says nothing of the rebels,
// nor of what else the army did.
func (x *lexicon) stayedOut(a, b *Predicate) bool {
	if !a.Negated || a.Lemma != takePart || !x.sets[committing][b.Lemma] {
		return false
	}
	vague := !slices.ContainsFunc(a.near[:a.after], func(n nearby) bool { // "no part in this one"
		stem := a.words[n.at].stem
		return !x.sets[counts][stem] && !x.sets[parts][stem]
	})
	return shared(a, a.near[a.after:], b) && (vague || shared(a, a.near[:a.after], b))
}

// weighsIt reports whether what a says is not being considered, if it says so, is what b tells
// of: "limits were not being considered", "did not rule out limits".
func (x *lexicon) weighsIt(a, b *Predicate) bool {
	switch {
	case !x.sets[weighs][a.Lemma]:
		return true
	case a.Passive:
		return shared(a, a.near[a.after:], b)
	}
	return shared(a, a.near[:a.after], b)
}

// shared reports whether one of some words near a stands near b as well.
func shared(a *Predicate, some []nearby, b *Predicate) bool {
	return slices.ContainsFunc(some, func(n nearby) bool {
		return slices.ContainsFunc(b.near, func(m nearby) bool { return a.words[n.at].stem == b.words[m.at].stem })
	})
}

// carries reports whether a verb says little and the noun behind it names what another verb
// does: "is covered by insurance", "is insured".
func (x *lexicon) carries(p *Predicate, verb string) bool {
	if !x.sets[carrying][p.Lemma] {
		return false
	}
	for _, n := range p.near[:min(p.object, 2)] {
		if w := &p.words[n.at]; w.lemma != verb && x.derived(w.lemma, verb) {
			return true
		}
	}
	return false
}

// nounAlike is how close a noun under a cue is to a verb: it names what the verb
// does, or it is the verb's object.
func (x *lexicon) nounAlike(noun, verb *Predicate) float64 {
	if x.derived(noun.Lemma, verb.Lemma) {
		return .8
	}
	reach := 1 // a hedged noun must be the object itself
	if noun.Negated {
		if x.sets[presumes][verb.Lemma] {
			return 0
		}
		reach = 4 // "no serious injuries", "had serious head injuries"
	}
	for _, n := range verb.near[:verb.object] {
		w := &verb.words[n.at]
		if x.sets[counts][w.stem] {
			continue
		}
		if w.lemma == noun.Lemma || meet(w.senses, x.nounSenses(noun.Lemma)) {
			return .7
		}
		if reach--; reach == 0 {
			break
		}
	}
	return 0
}

// absent is how close "had no proceedings" is to a verb that something was done with, as to
// "opened proceedings", if not closer than their verbs are.
func (x *lexicon) absent(l, r *Predicate) float64 {
	alike := x.verbsAlike(l.Lemma, r.Lemma)
	for _, n := range r.near[:min(r.object, 2)] {
		if w := &r.words[n.at]; w.lemma == l.none || meet(w.senses, x.nounSenses(l.none)) {
			return max(alike, .7)
		}
	}
	return alike
}

// judge says what a pair comes to; false for nothing.
func (x *lexicon) judge(l, r Predicate, m match) (Finding, bool) {
	switch {
	case x.contradict(l, r, m):
		if foretold(l, r) || foretold(r, l) {
			return Finding{Relation: model.Differs, Why: "foretold in one, otherwise in the other: " + clash(l, r, m)}, true
		}
		return Finding{Relation: model.Conflict, Why: clash(l, r, m)}, true
	case l.Negated != r.Negated || m.opposed:
		return Finding{}, false
	case l.Strength == r.Strength && l.Strength.Doubtful(), x.bothDenied(l, r, m):
		return Finding{Relation: model.Same, Why: "both " + told(l)}, true
	case differ(l, r, m):
		return Finding{Relation: model.Differs, Why: told(l) + " in one, " + told(r) + " in the other"}, true
	}
	return Finding{}, false
}

// foretold reports whether a says that something will not be and b that it was: of two
// moments, both may be so.
func foretold(a, b Predicate) bool {
	return a.Negated && a.Strength == Planned && !b.Negated && b.Strength <= Confirmed && a.ruling == 0
}

// bothDenied reports whether both sides say that one thing is not so.
func (x *lexicon) bothDenied(l, r Predicate, m match) bool {
	if !l.Negated || l.Strength != r.Strength {
		return false
	}
	return m.verb >= .8 && m.words > .2 || l.Lemma == r.Lemma && !l.light
}

// contradict reports whether the two cannot both be true: one negated and the
// other not, opposites of one subject, or not confirmed and confirmed.
func (x *lexicon) contradict(l, r Predicate, m match) bool {
	if l.Lemma == "confirm" && r.Lemma == "confirm" && (l.Strength == Unconfirmed) != (r.Strength == Unconfirmed) {
		return m.words > .1
	}
	if l.ruling*r.ruling < 0 {
		return m.words > .05 && x.weighsIt(&l, &r) && x.weighsIt(&r, &l) // "ruled out closing schools", "refused to rule out closures": few rule on two things
	}
	if l.left && r.Negated && r.Strength.firm() || r.left && l.Negated && l.Strength.firm() {
		return m.verb >= .7 && m.words > .2 // "no depot would close", "refused to rule out closing the depot"
	}
	if l.Lemma == r.Lemma && l.Negated != r.Negated && (l.Strength == Denied && r.Strength == Hoped || r.Strength == Denied && l.Strength == Hoped) {
		return m.words > .2 // "denied that it plans to sell", "is preparing to sell"
	}
	if planless(l, r) || planless(r, l) {
		return m.verb >= .8 && m.words > telling
	}
	if l.ruling > 0 && l.light && r.Strength == Planned && !r.Negated || r.ruling > 0 && r.light && l.Strength == Planned && !l.Negated {
		return m.words > wholly // "ruled out going to court", "would fight it in court"
	}
	if !l.Strength.firm() || !r.Strength.firm() || x.keptBack(l) || x.keptBack(r) {
		return false
	}
	if l.Negated != r.Negated {
		return (m.verb >= .7 && m.words > .2 || m.verb >= 1 && m.words > .15) && !compatible(l, r) && !compatible(r, l)
	}
	if l.Lemma == "deny" && admits(r.Lemma) || r.Lemma == "deny" && admits(l.Lemma) {
		return m.words > .1 // few say both of one thing
	}
	return m.opposed && m.words > .2 && l.capped == r.capped
}

// compatible reports whether b may be so though a says that it is not: not before a time, not
// since the last time, or not yet.
func compatible(a, b Predicate) bool {
	return a.Negated && (a.upTo && !b.upTo || b.last || a.yet && !b.done)
}

// planless reports whether a says that what b tells as hoped for is not planned: "has no
// plans to sell", "plans to sell".
func planless(a, b Predicate) bool {
	return a.Negated && a.Strength == Planned && !b.Negated && b.Strength == Hoped
}

// admits holds for verbs that own up to something.
func admits(lemma string) bool {
	return lemma == "admit" || lemma == "acknowledge" || lemma == "concede" || lemma == "confess"
}

// keptBack holds for what officials had not given out: names, figures, a cause.
func (x *lexicon) keptBack(p Predicate) bool {
	if !p.Negated {
		return false
	}
	for _, n := range p.near {
		if x.sets[published][p.words[n.at].lemma] {
			return true
		}
	}
	return false
}

// apart is the share of the words near two verbs of little likeness below which they tell
// of two things.
const apart = 0.2

// differ reports whether one is surer than the other.
func differ(l, r Predicate, m match) bool {
	a, b := l, r
	if a.Strength > b.Strength {
		a, b = b, a
	}
	if l.open || r.open || m.verb <= .3 && m.words < apart {
		return false // "might introduce it again", "have buried bills before"
	}
	switch {
	case a.Strength == b.Strength:
		return false
	case b.Strength == Planned && a.done && !a.Negated && a.Strength == Asserted:
		return a.Lemma == b.Lemma && !a.light && m.words > wholly // "has signed the law", "is due to sign it"
	case b.Strength.Doubtful():
		return a.Strength <= Hoped
	case b.Strength == Conditional && b.iffy:
		return a.Strength <= Planned && !a.iffy
	case b.Strength == Conditional:
		return a.Strength == Planned && !b.unreal && l.Lemma != r.Lemma
	case b.Strength == Hoped:
		return a.Strength == Planned || m.verb >= .3 || m.words > .5
	}
	return false
}

// clash is why two predicates cannot both be true.
func clash(l, r Predicate, m match) string {
	if m.opposed && l.Negated == r.Negated {
		return "opposites: ‘" + short(l) + "’ / ‘" + short(r) + "’"
	}
	return told(l) + " in one, " + told(r) + " in the other"
}

// short is what a predicate tells in one word: its state or its verb.
func short(p Predicate) string {
	if p.state != "" && p.stateFaces {
		return strings.ReplaceAll(p.state, "_", " ")
	}
	return strings.ReplaceAll(p.Lemma, "_", " ")
}

// told is how a predicate is told: its strength and the words that make it so.
func told(p Predicate) string {
	s := p.Strength.String()
	if p.Negated && p.Strength != Denied {
		s = "negated"
	}
	if p.Cue != "" {
		s += " (‘" + p.Cue + "’)"
	}
	return s
}

// Match is how close the verbs of two predicates are, and what share of the words near them
// is the same, both from 0 to 1.
func Match(left, right Predicate) (verb, near float64) {
	m := words().compare(&left, &right)
	return min(1, m.verb), min(1, m.words)
}

// likened is how many predicates of a claim Likeness looks at.
const likened = 12

// Likeness is how well two claims tell the same: the best match of a predicate of
// each, and the mean over all of what each finds on the other side, both from 0 to 1.
// Verbs of speaking do not count. Swapping the sides changes nothing.
func Likeness(left, right []Predicate) (best, mean float64) {
	x := words()
	ls, n := weighty(left)
	rs, m := weighty(right)
	if n == 0 || m == 0 {
		return 0, 0
	}
	var row, col [likened]float64
	for i, l := range ls[:n] {
		for j, r := range rs[:m] {
			s := min(1, x.compare(&left[l], &right[r]).score)
			row[i], col[j] = max(row[i], s), max(col[j], s)
		}
	}
	for _, s := range row {
		best = max(best, s)
	}
	return best, (sum(row[:])/float64(n) + sum(col[:])/float64(m)) / 2
}

// weighty are the places of the first predicates of a claim that are no verbs of
// speaking, and how many those are.
func weighty(ps []Predicate) (at [likened]int, n int) {
	for i := range ps {
		if n < likened && !ps[i].speech {
			at[n] = i
			n++
		}
	}
	return at, n
}

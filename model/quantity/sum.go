// This file reads sums that grow: "the two deaths bring the toll to nine" counts the new
// ones first and then all of them; "two were freed, and a third was not" counts three.

package quantity

import "slices"

// raiseReach is how far behind a number the verb stands that adds it to a total, and how far
// behind that the total is named.
const raiseReach = 6

// adds reports that what is counted before token end is added to a total: "three deaths on
// Monday took the toll to 12".
func (p *parser) adds(end int) bool {
	for k := end; k < end+raiseReach && !p.bars(k); k++ {
		if !p.lex.in(raiseSet, p.norm(k)) {
			continue
		}
		if p.norm(k+1) == "to" { // "brings to 16 the number of"
			_, ok := p.total(k + 2)
			return ok
		}
		at, ok := p.total(k)
		for ; ok && at < len(p.ts) && !p.bars(at); at++ {
			if p.norm(at) == "to" && p.begins(min(at+1, len(p.ts)-1)) {
				return true
			}
		}
		return false
	}
	return false
}

// total is the token of the total that a verb raises: "the number", "the town's death toll".
func (p *parser) total(verb int) (int, bool) {
	for k := verb + 1; k < verb+raiseReach && !p.bars(k); k++ {
		if p.lex.in(totalSet, p.norm(k)) {
			return k, true
		}
	}
	return verb, false
}

// raised is what happened to those counted by the total that the number at token start ends:
// the killed of "bring the number of people killed this year to nine".
func (p *parser) raised(start int) (s States, ok bool) {
	if p.norm(start-1) != "to" {
		return 0, false
	}
	for k := start - 2; k >= max(0, start-tollBefore) && !p.bars(k); k-- {
		s |= p.stateAt(k)
		if p.lex.in(raiseSet, p.norm(k)) {
			_, ok := p.total(k)
			return s, ok
		}
	}
	return 0, false
}

// grownFrom reports that the claim of y adds to x as many as make it y: eleven before, and
// "the five deaths bring the number to 16".
func grownFrom(x, y Mention, claim []Mention) bool {
	if x.Dimension != Count || y.Dimension != Count || !y.Running {
		return false
	}
	for _, m := range claim {
		if m.More && m.Dimension == Count && near(x.Low+m.Low, y.Low, dust) {
			return true
		}
	}
	return false
}

// joinReach is how far behind a count the one more that joins it is told of.
const joinReach = 25

// joins reports that behind token end one more is told of than the n before: "a third".
func (p *parser) joins(n float64, end int) bool {
	for k := end; k < min(end+joinReach, len(p.ts)-2); k++ {
		if w := p.norm(k); w != "and" && w != "while" && !p.mark(k, ",;") {
			continue
		}
		if x := p.numeral(k + 2); p.norm(k+1) == "a" && x.sort == ord && x.low == n+1 {
			return true
		}
	}
	return false
}

// joinedBy reports that y counts one more than x, whose claim tells of that one apart: "and a
// third", "13 others".
func joinedBy(x, y Mention) bool {
	return (x.Joined || x.More && !y.More) && y.Dimension == Count && y.Low == x.Low+1
}

// halved reports that one figure, no share, is twice the other where a claim says that one is half:
// "the losers get half as much".
func halved(x, y Mention, xs, ys []Mention) bool {
	low, high := min(x.Low, y.Low), max(x.Low, y.Low)
	if x.Dimension == Share || low <= 0 || !near(2*low, high, dust) {
		return false
	}
	half := func(m Mention) bool { return m.Dimension == Share && m.Low == 0.5 && m.High == 0.5 }
	return slices.ContainsFunc(xs, half) || slices.ContainsFunc(ys, half)
}

// This file reads sums that grow: "the two deaths bring the toll to nine" counts the new
// ones first and then all of them.

package quantity

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

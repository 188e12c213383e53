// This file knows numbers that are steps of a scale: a category 3 storm, danger level
// four, a second-degree burn.

package quantity

import "math"

// highestGrade is the last step that a scale has as a rule; what is more is a name.
const highestGrade = 12

// grade is the scale and its token where a figure is a step of it: "level four", "category-3".
// The token before end is the figure's last.
func (p *parser) grade(f figure, end int) (noun string, at int, ok bool) {
	at = f.start - 1
	if p.hyphen(at) {
		at--
	}
	noun = p.norm(at)
	if !p.lex.in(scaleSet, noun) || f.sort != card || f.low != math.Trunc(f.low) || f.low > highestGrade {
		return "", at, false
	}
	return noun, at, !isPlural(p.lex, p.norm(end)) && !(p.tok(end).Glued && !p.mark(end, ",.;:!?)”’'\"-"))
}

// leavesGrade reports that the step which begins at token start is left behind: "from level
// two", "from a category 3".
func (p *parser) leavesGrade(start int) bool {
	k := start - 1
	for p.norm(k) == "a" || p.norm(k) == "the" || p.norm(k) == "its" {
		k--
	}
	return p.norm(k) == "from"
}

// Graded reports a step of a scale that may be raised or lowered, as a floor may not.
func Graded(m Mention) bool {
	return m.Dimension == Ordinal && words().in(scaleSet, m.Counted)
}

// gradesSeveral reports that a claim gives another step of x's scale too, as of another
// thing or another moment, so that a third speaks against neither.
func gradesSeveral(x Mention, claim []Mention) bool {
	if !Graded(x) {
		return false
	}
	for _, m := range claim {
		if m.Span != x.Span && Graded(m) && m.Counted == x.Counted && !m.From && m.Low != x.Low {
			return true
		}
	}
	return false
}

// This file lays parts told with their whole, "two of three counts", beside the figures
// of the other claim.

package quantity

import (
	"fmt"
	"math"
	"strings"
)

// ofWholes asks judge about every part of a whole of one claim beside every figure of
// the other, both ways round. The pairs are of the part and the figure.
func ofWholes(xs, ys []Mention, judge func(part, whole, y Mention) (Evidence, bool)) (out []Pair) {
	lay := func(xs, ys []Mention, file func(i, j int, e Evidence)) {
		for i := 1; i < len(xs); i++ {
			part, whole := xs[i-1], xs[i]
			if !whole.Whole || part.Dimension != Count || part.Bound != Exact || part.Low >= whole.Low {
				continue
			}
			for j, y := range ys {
				if e, ok := judge(part, whole, y); ok {
					file(i-1, j, e)
				}
			}
		}
	}
	lay(xs, ys, func(i, j int, e Evidence) { out = append(out, Pair{i, j, e}) })
	lay(ys, xs, func(j, i int, e Evidence) { out = append(out, Pair{i, j, e}) })
	return out
}

// someOrAll sets "two of three counts" against "all three counts": the whole agrees, and
// is not what the two sentences tell.
func someOrAll(part, whole, y Mention) (Evidence, bool) {
	if !strings.HasPrefix(strings.ToLower(y.Words), "all ") || y.Low != whole.Low || !oneSort(whole, y) {
		return Evidence{}, false
	}
	return Evidence{Outcome: Incompatible, Likeness: Likeness{Score: 1, Firm: true, Why: "both of " + y.Counted},
		Why: fmt.Sprintf("%s of %s, or all", part.Words, whole.Words)}, true
}

// ratio compares "12 of the 15 members" with "80 per cent of the members".
func ratio(part, whole, y Mention) (Evidence, bool) {
	if y.Dimension != Share || whole.Bound != Exact || !oneSort(whole, y) {
		return Evidence{}, false
	}
	share := part
	share.Dimension, share.Unit, share.Place = Share, "%", .0001
	share.Low = part.Low / whole.Low
	share.High = share.Low
	outcome, _ := arithmetic(share, y)
	why := fmt.Sprintf("%s of %s is %s%%", part.Words, whole.Words, number(math.Round(share.Low*1000)/10))
	return Evidence{Outcome: outcome, Likeness: Likeness{Score: .8, Firm: true, Why: "parts of one whole"}, Why: why}, outcome != Incomparable
}

// oneSort reports that two figures count things of one sort.
func oneSort(x, y Mention) bool { return sameNoun(words(), x.Counted, y.Counted) >= kindred }

// ballot compares "six of the nine judges backed it" with "by six votes to three" and with
// "unanimously".
func ballot(part, whole, y Mention) (Evidence, bool) {
	voted := words().states["backed"] | words().states["opposed"]
	if y.Dimension != Score || (part.States|whole.States)&voted == 0 || y.Unit != unanimous && y.Low+y.High != whole.Low {
		return Evidence{}, false
	}
	vote := part
	vote.Dimension, vote.High = Score, whole.Low-part.Low
	outcome, why := scores(vote, y)
	return Evidence{Outcome: outcome, Likeness: Likeness{Score: .8, Firm: true, Why: "votes of one body"}, Why: why}, true
}

// dissents pairs "unanimously" with those who were against: "two members voted against".
func dissents(xs, ys []Mention) (out []Pair) {
	against := words().states["opposed"]
	for i, x := range xs {
		for j, y := range ys {
			u, n := x, y
			if y.Unit == unanimous {
				u, n = y, x
			}
			if u.Unit == unanimous && n.Dimension == Count && n.States&against != 0 && n.Low > 0 {
				out = append(out, Pair{i, j, Evidence{Outcome: Incompatible, Likeness: Likeness{Score: .8, Firm: true, Why: "votes of one body"},
					Why: fmt.Sprintf("unanimous, or %s against", n.Words)}})
			}
		}
	}
	return out
}

package overview

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// Strip draws one article as two rows of w cells: a cell a claim with its sign,
// and below it what has been seen and where the reader is. Few claims stand
// apart; where there are more than cells, a cell stands for several and shows the
// worst of them.
func Strip(sc scene.Scene, s model.Side, w int) []string {
	n := sc.Book.Claims(s)
	room := max(1, w-16)
	each := max(1, (n+room-1)/room)
	gap := ""
	if 2*n <= room {
		gap = " "
	}
	var signs, feet strings.Builder
	for from := 0; from < n; from += each {
		sign, foot := cell(sc, s, from, min(n, from+each))
		signs.WriteString(sign + gap)
		feet.WriteString(foot + gap)
	}
	count := fmt.Sprintf(" %d", n)
	head := "  " + sc.Theme.Relation[theme.Class(s)].Of(theme.Arrow(s)) + " " + layout.Fit(s.String(), 6)
	return []string{head + signs.String() + sc.Theme.Quiet.Of(count), layout.Spaces(10) + feet.String()}
}

// cell draws claims from to to: unseen ones quiet.
func cell(sc scene.Scene, s model.Side, from, to int) (sign, foot string) {
	worst, classed, seen, here := model.Same, false, false, false
	for i := model.ClaimIndex(from); i < model.ClaimIndex(to); i++ {
		if r, ok := sc.Book.Class(s, i); ok && (!classed || r.Rank() < worst.Rank()) {
			worst, classed = r, true
		}
		seen = seen || sc.Seen.Claims[s][i]
		here = here || sc.At.Started && sc.At.Claim[s] == i
	}
	sign, foot = " ", " "
	if classed {
		style := sc.Theme.Relation[worst]
		if worst == model.Same || worst.OneSided() {
			style = sc.Theme.Quiet
		}
		sign = style.Of(theme.Sign(worst))
	}
	switch {
	case here:
		foot = sc.Theme.Title.Of(theme.Here)
	case seen:
		foot = sc.Theme.Quiet.Of(theme.Dot)
	}
	return sign, foot
}

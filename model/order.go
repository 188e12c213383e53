package model

import (
	"cmp"
	"slices"
)

// Ranked lists the facts worst first: conflicts, differences, variants, shared,
// left only, right only; within a relation the more severe first, then by place.
func (c Comparison) Ranked() []FactIndex {
	order := make([]FactIndex, len(c.Facts))
	for i := range order {
		order[i] = FactIndex(i)
	}
	slices.SortStableFunc(order, func(a, b FactIndex) int {
		x, y := c.Facts[a], c.Facts[b]
		return cmp.Or(
			cmp.Compare(x.Relation.Rank(), y.Relation.Rank()),
			cmp.Compare(y.Severity, x.Severity),
		)
	})
	return order
}

// ClaimAt is the claim of one side that holds the byte offset, or the last one
// that begins before it. ok is false where the side has no claim.
func (c Comparison) ClaimAt(s Side, offset int) (i ClaimIndex, ok bool) {
	claims := c.Tellings[s].Claims
	n, _ := slices.BinarySearchFunc(claims, offset, func(x Claim, at int) int {
		return cmp.Compare(x.Span.Start, at+1)
	})
	if len(claims) == 0 {
		return 0, false
	}
	return ClaimIndex(max(n-1, 0)), true
}

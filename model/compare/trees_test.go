package compare

import (
	"math"
	"slices"

	"doubletake/model/forest"
)

// How the trees are grown. On 86 annotated pairs, each tenth scored by trees grown on the
// others, 100 to 250 trees at rates of .1 to .15 come to the same F1 within .003, and so do
// trees with one more level.
const (
	treeCount = 150
	rate      = 0.15 // share of what a tree finds that is believed
	ridge     = 10.0 // keeps what few examples say small
	leastMass = 3.0  // second derivative on either side of a question
	steps     = 48   // bounds that are tried for a question, at most
	boundless = 1e9  // more than any part of a sight: a question that tells nothing
)

// sighting is one thing that trees learn from: its numbers, the log odds it begins with and
// its label.
type sighting struct {
	x       []float64
	y, odds float64
	bins    []uint8
}

// grow fits trees one after the other to what the ones before leave: gradient boosting on
// the logistic loss with Newton steps (Friedman 2001, as in Chen and Guestrin 2016, section
// 2.2), from the log odds that the examples begin with. The same examples give the same trees.
func grow(all []sighting) []forest.Tree {
	all = slices.Clone(all)
	bounds := divide(all)
	odds := make([]float64, len(all))
	for i := range all {
		odds[i] = all[i].odds
	}
	g, h := make([]float64, len(all)), make([]float64, len(all))
	out := make([]forest.Tree, treeCount)
	for k := range out {
		for i := range all {
			p := 1 / (1 + math.Exp(-odds[i]))
			g[i], h[i] = all[i].y-p, p*(1-p)
		}
		t := &out[k]
		whole := make([]int, len(all))
		for i := range whole {
			whole[i] = i
		}
		var low, high []int
		t[0], t[1], low, high = ask(all, whole, g, h, bounds)
		for side, part := range [2][]int{low, high} {
			of, upTo, no, yes := ask(all, part, g, h, bounds)
			t[2+2*side], t[3+2*side] = of, upTo
			t[6+2*side], t[7+2*side] = step(no, g, h), step(yes, g, h)
		}
		for i := range all {
			odds[i] += t.Odds(all[i].x)
		}
	}
	return out
}

// step is what a tree adds for the examples, rounded as it will be written.
func step(part []int, g, h []float64) float64 {
	var sumG, sumH float64
	for _, i := range part {
		sumG += g[i]
		sumH += h[i]
	}
	return math.Round(1e4*rate*sumG/(sumH+ridge)) / 1e4
}

// ask is the question that tells most about part of the examples, and those with no more
// than its bound and with more. Where none helps, all have no more.
func ask(all []sighting, part []int, g, h []float64, bounds [][]float64) (of, upTo float64, no, yes []int) {
	type sum struct{ g, h float64 }
	var whole sum
	sums := make([][steps]sum, len(bounds))
	for _, i := range part {
		whole.g += g[i]
		whole.h += h[i]
		for f, b := range all[i].bins {
			sums[f][b].g += g[i]
			sums[f][b].h += h[i]
		}
	}
	best, bin := 1e-6, uint8(0)
	upTo = boundless
	for f := range bounds {
		var low sum
		for b, bound := range bounds[f] {
			low.g += sums[f][b].g
			low.h += sums[f][b].h
			high := sum{whole.g - low.g, whole.h - low.h}
			if low.h < leastMass || high.h < leastMass {
				continue
			}
			if gain := low.g*low.g/(low.h+ridge) + high.g*high.g/(high.h+ridge) - whole.g*whole.g/(whole.h+ridge); gain > best {
				best, bin, of, upTo = gain, uint8(b), float64(f), bound
			}
		}
	}
	for _, i := range part {
		if upTo == boundless || all[i].bins[int(of)] <= bin {
			no = append(no, i)
		} else {
			yes = append(yes, i)
		}
	}
	return of, upTo, no, yes
}

// divide finds the bounds of each number, in the middle between two values of the
// examples and rounded as they will be written, and says between which ones each example lies.
func divide(all []sighting) [][]float64 {
	bounds := make([][]float64, len(all[0].x))
	values := make([]float64, len(all))
	for i := range all {
		all[i].bins = make([]uint8, len(bounds))
	}
	for f := range bounds {
		for i := range all {
			values[i] = all[i].x[f]
		}
		slices.Sort(values)
		for b := 1; b < steps; b++ {
			at := b * len(values) / steps
			next := at
			for next < len(values) && values[next] == values[at] {
				next++
			}
			if next == len(values) {
				break
			}
			bound := math.Round(1e5*(values[at]+values[next])/2) / 1e5
			if n := len(bounds[f]); n == 0 || bound > bounds[f][n-1] {
				bounds[f] = append(bounds[f], bound)
			}
		}
		for i := range all {
			b, _ := slices.BinarySearch(bounds[f], all[i].x[f])
			all[i].bins[f] = uint8(b)
		}
	}
	return bounds
}

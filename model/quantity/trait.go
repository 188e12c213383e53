// This file says how two quantities stand to each other in numbers, for a caller that
// weighs more than their words.

package quantity

// Traits are what the words of two quantities tell of their counting one thing, each
// number the same whichever comes first.
type Traits [13]float64

// TraitsOf lists them: how close the nouns are, how much of the words about them is shared,
// what happened to the counted (2 the same, 1 told of one, -1 two things), whether one rises
// and one falls, whether more, part and unit agree, how many count nothing named, have no
// noun and are one, whether one may be the other by its order, roughly and nearly, and the
// lesser number.
func TraitsOf(x, y Mention) Traits {
	return Traits{
		float64(tie(words(), x, y)), overlap(x, y), fates(x, y), float64(x.Trend * y.Trend),
		count(x.More == y.More), count(x.Part == y.Part), count(x.Unit == y.Unit),
		count(bare(x), bare(y)), count(x.Counted == "", y.Counted == ""), count(x.Low == 1, y.Low == 1),
		count(oneOrder(x, y, nearest)), count(oneOrder(x, y, nearly)), min(x.Low, y.Low),
	}
}

// nearly is how many times one figure may be the other to be nearly of its order.
const nearly = 1.5

// fates says whether one thing happened to what two quantities count.
func fates(x, y Mention) float64 {
	switch {
	case x.States == 0 && y.States == 0:
		return 0
	case x.States&y.States != 0:
		return 2
	case x.States == 0 || y.States == 0:
		return 1
	}
	return -1
}

// count is how many of some things hold.
func count(all ...bool) (n float64) {
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}

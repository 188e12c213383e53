// Package forest sums small trees of questions. A sum of weighted features cannot say when
// a feature counts; a tree of two questions can: a shared name tells much between short
// claims and little between long ones. The trees are grown by tests of package compare from
// annotated pairs of articles; here they are only asked.
package forest

// Tree adds to the log odds of a thing by two questions, the second of which hangs on the
// answer to the first. A question asks whether one of the thing's numbers is more than a
// bound. The tree holds, in this order, index and bound of the first question, of the second
// after "no more" and of the second after "more", and what it adds for no more and no more,
// no more and more, more and no more, more and more.
type Tree [10]float64

// Odds is what the tree adds to the log odds of a thing with the numbers x, which have to
// be as many as those the tree was grown with.
func (t *Tree) Odds(x []float64) float64 {
	if x[int(t[0])] <= t[1] {
		return t.second(x, 2, 6)
	}
	return t.second(x, 4, 8)
}

// second asks the question that stands at one place and takes what stands at another.
func (t *Tree) second(x []float64, question, add int) float64 {
	if x[int(t[question])] <= t[question+1] {
		return t[add]
	}
	return t[add+1]
}

// Odds is what all trees add together.
func Odds(trees []Tree, x []float64) (sum float64) {
	for k := range trees {
		sum += trees[k].Odds(x)
	}
	return sum
}

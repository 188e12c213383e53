package align

// The weights of the features in the order of their names, learned by logistic
// regression from 86 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.192,
	Cosine:      -1.334,
	Cover:       -0.800,
	SoftCosine:  -0.585,
	SoftCover:   -0.046,
	Contrast:    1.903,
	RowBest:     1.058,
	ColBest:     1.058,
	Mutual:      0.576,
	Names:       0.882,
	Figures:     0.183,
	Words:       0.119,
	Place:       -2.441,
	Diagonal:    2.259,
	Beside:      2.356,
	Short:       -2.391,
	Margin:      4.041,
	Equal:       2.441,
	Rounded:     5.523,
	Clashing:    3.445,
	SameDate:    2.040,
	DatesApart:  0.372,
	SameSpeaker: 0.161,
	SameQuote:   0.802,
	Context:     0.537,
	Clause:      1.723,
	Verb:        2.077,
	Verbs:       1.274,
	Paragraph:   3.711,
	Uneven:      0.441,
	Sole:        1.204,
	SoleTerms:   3.753,
}

var secondWeights = [Seconds]float64{
	Constant:  0.771,
	First:     0.913,
	Along:     0.040,
	Next:      0.163,
	RowRival:  -0.692,
	ColRival:  -0.692,
	RowWeight: 0.446,
	ColWeight: 0.446,
	Line:      -2.147,
	Quiet:     -0.261,
	Kinship:   0.580,
}

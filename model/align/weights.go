package align

// The weights of the features in the order of their names, learned by logistic
// regression from 86 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.099,
	Cosine:      -1.003,
	Cover:       -0.555,
	SoftCosine:  -0.764,
	SoftCover:   -0.398,
	Contrast:    2.077,
	RowBest:     1.145,
	ColBest:     1.145,
	Mutual:      0.526,
	Names:       0.774,
	Figures:     0.085,
	Words:       0.518,
	Place:       -2.503,
	Diagonal:    2.265,
	Beside:      2.263,
	Short:       -2.548,
	Margin:      4.199,
	Equal:       2.228,
	Rounded:     6.030,
	Clashing:    3.402,
	SameDate:    2.008,
	DatesApart:  0.436,
	SameSpeaker: 0.187,
	SameQuote:   1.025,
	Context:     0.806,
	Clause:      1.764,
	Verb:        2.051,
	Verbs:       1.283,
	Paragraph:   3.688,
	Uneven:      0.499,
	Sole:        2.875,
	SoleTerms:   2.385,
}

var secondWeights = [Seconds]float64{
	Constant:  0.356,
	First:     0.869,
	Along:     0.035,
	Next:      0.194,
	RowRival:  -0.577,
	ColRival:  -0.577,
	RowWeight: 0.724,
	ColWeight: 0.724,
	Line:      -2.036,
	Quiet:     -0.283,
	Kinship:   0.572,
}

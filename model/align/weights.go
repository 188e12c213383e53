package align

// The weights of the features in the order of their names, learned by logistic
// regression from 36 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.717,
	Cosine:      0.482,
	Cover:       -0.147,
	SoftCosine:  0.261,
	SoftCover:   -0.561,
	Contrast:    1.300,
	RowBest:     1.101,
	ColBest:     1.101,
	Mutual:      0.662,
	Names:       0.897,
	Figures:     1.769,
	Words:       0.426,
	Place:       -1.809,
	Diagonal:    1.699,
	Beside:      1.749,
	Short:       -2.614,
	Margin:      3.775,
	Equal:       1.479,
	Rounded:     4.397,
	Clashing:    2.272,
	SameDate:    1.506,
	DatesApart:  0.638,
	SameSpeaker: 0.080,
	SameQuote:   0.723,
	Context:     0.592,
	Clause:      2.120,
	Verb:        2.219,
	Verbs:       0.968,
	Paragraph:   3.628,
	Uneven:      0.815,
}

var secondWeights = [Seconds]float64{
	Constant:  0.532,
	First:     0.892,
	Along:     0.006,
	Next:      0.295,
	RowRival:  -0.781,
	ColRival:  -0.781,
	RowWeight: 0.747,
	ColWeight: 0.747,
	Line:      -1.641,
	Quiet:     -0.844,
	Kinship:   0.711,
}

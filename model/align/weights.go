package align

// The weights of the features in the order of their names, learned by logistic
// regression from 37 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.841,
	Cosine:      0.905,
	Cover:       0.298,
	SoftCosine:  0.319,
	SoftCover:   0.032,
	Contrast:    0.931,
	RowBest:     1.279,
	ColBest:     1.279,
	Mutual:      0.603,
	Names:       0.684,
	Figures:     0.114,
	Words:       1.093,
	Place:       -1.771,
	Diagonal:    1.935,
	Beside:      2.526,
	Short:       -1.158,
	Margin:      3.453,
	Equal:       3.683,
	Rounded:     5.686,
	Clashing:    2.742,
	SameDate:    2.123,
	DatesApart:  0.735,
	SameSpeaker: 0.109,
	SameQuote:   0.795,
	Context:     1.851,
	Clause:      2.522,
}

var secondWeights = [Seconds]float64{
	Constant:  0.915,
	First:     0.885,
	Along:     -0.015,
	Next:      0.463,
	RowRival:  -1.170,
	ColRival:  -1.170,
	RowWeight: 0.750,
	ColWeight: 0.750,
	Line:      -1.494,
	Quiet:     -1.403,
	Kinship:   0.770,
}

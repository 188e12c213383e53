package align

// The weights of the features in the order of their names, learned by logistic
// regression from 26 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -5.287,
	Cosine:      0.657,
	Cover:       0.581,
	SoftCosine:  0.289,
	SoftCover:   0.035,
	Contrast:    0.873,
	RowBest:     1.248,
	ColBest:     1.945,
	Mutual:      0.512,
	Names:       0.190,
	Figures:     0.400,
	Words:       1.249,
	Place:       -2.097,
	Diagonal:    2.234,
	Beside:      2.678,
	Short:       -1.125,
	Margin:      3.074,
	Equal:       3.317,
	Rounded:     4.370,
	Clashing:    2.258,
	SameDate:    2.088,
	DatesApart:  0.919,
	SameSpeaker: -0.055,
	SameQuote:   0.504,
	Context:     1.633,
	Clause:      2.060,
}

var secondWeights = [Seconds]float64{
	Constant:  1.954,
	First:     0.965,
	Along:     0.146,
	Next:      0.371,
	RowRival:  -1.302,
	ColRival:  -1.308,
	RowWeight: 0.257,
	ColWeight: 0.337,
	Line:      -1.843,
	Quiet:     -1.302,
}

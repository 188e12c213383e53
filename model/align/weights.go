package align

// The weights of the features in the order of their names, learned by logistic
// regression from 37 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.837,
	Cosine:      0.912,
	Cover:       0.301,
	SoftCosine:  0.324,
	SoftCover:   0.036,
	Contrast:    0.938,
	RowBest:     1.146,
	ColBest:     1.405,
	Mutual:      0.605,
	Names:       0.679,
	Figures:     0.113,
	Words:       1.088,
	Place:       -1.776,
	Diagonal:    1.938,
	Beside:      2.531,
	Short:       -1.160,
	Margin:      3.459,
	Equal:       3.682,
	Rounded:     5.699,
	Clashing:    2.747,
	SameDate:    2.122,
	DatesApart:  0.739,
	SameSpeaker: 0.113,
	SameQuote:   0.786,
	Context:     1.851,
	Clause:      2.514,
}

var secondWeights = [Seconds]float64{
	Constant:  0.955,
	First:     0.887,
	Along:     -0.025,
	Next:      0.449,
	RowRival:  -1.066,
	ColRival:  -1.264,
	RowWeight: 1.081,
	ColWeight: 0.399,
	Line:      -1.549,
	Quiet:     -1.392,
	Kinship:   0.756,
}

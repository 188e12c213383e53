package align

// The weights of the features in the order of their names, learned by logistic
// regression from 37 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.785,
	Cosine:      0.995,
	Cover:       0.438,
	SoftCosine:  0.279,
	SoftCover:   -0.110,
	Contrast:    0.911,
	RowBest:     1.111,
	ColBest:     1.347,
	Mutual:      0.655,
	Names:       0.666,
	Figures:     0.203,
	Words:       1.143,
	Place:       -1.785,
	Diagonal:    1.955,
	Beside:      2.554,
	Short:       -1.155,
	Margin:      3.480,
	Equal:       3.621,
	Rounded:     5.582,
	Clashing:    2.716,
	SameDate:    2.143,
	DatesApart:  0.716,
	SameSpeaker: 0.005,
	SameQuote:   0.724,
	Context:     1.876,
	Clause:      2.517,
}

var secondWeights = [Seconds]float64{
	Constant:  1.181,
	First:     0.900,
	Along:     -0.048,
	Next:      0.396,
	RowRival:  -1.155,
	ColRival:  -1.317,
	RowWeight: 1.019,
	ColWeight: 0.327,
	Line:      -1.749,
	Quiet:     -1.461,
	Kinship:   0.799,
}

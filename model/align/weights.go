package align

// The weights of the features in the order of their names, learned by logistic
// regression from 26 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -5.267,
	Cosine:      0.749,
	Cover:       0.531,
	SoftCosine:  0.374,
	SoftCover:   -0.003,
	Contrast:    0.882,
	RowBest:     1.261,
	ColBest:     1.880,
	Mutual:      0.504,
	Names:       0.168,
	Figures:     0.365,
	Words:       1.061,
	Place:       -2.032,
	Diagonal:    2.264,
	Beside:      2.682,
	Short:       -1.164,
	Margin:      3.114,
	Equal:       3.220,
	Rounded:     4.106,
	Clashing:    2.787,
	SameDate:    2.151,
	DatesApart:  0.892,
	SameSpeaker: 0.103,
	SameQuote:   0.596,
	Context:     1.680,
	Clause:      2.202,
}

var secondWeights = [Seconds]float64{
	Constant:  1.239,
	First:     0.991,
	Along:     0.122,
	Next:      0.365,
	RowRival:  -1.476,
	ColRival:  -1.291,
	RowWeight: -0.081,
	ColWeight: 0.323,
	Line:      -1.751,
	Quiet:     -1.220,
	Kinship:   1.516,
}

package align

// The weights of the features in the order of their names, learned by logistic
// regression from 36 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.774,
	Cosine:      0.892,
	Cover:       0.344,
	SoftCosine:  0.191,
	SoftCover:   -0.019,
	Contrast:    0.781,
	RowBest:     1.293,
	ColBest:     1.293,
	Mutual:      0.601,
	Names:       0.853,
	Figures:     0.123,
	Words:       1.201,
	Place:       -1.778,
	Diagonal:    2.008,
	Beside:      2.406,
	Short:       -1.217,
	Margin:      3.476,
	Equal:       3.682,
	Rounded:     5.633,
	Clashing:    2.699,
	SameDate:    2.100,
	DatesApart:  0.709,
	SameSpeaker: 0.104,
	SameQuote:   0.798,
	Context:     1.752,
	Clause:      2.522,
}

var secondWeights = [Seconds]float64{
	Constant:  1.038,
	First:     0.892,
	Along:     -0.026,
	Next:      0.357,
	RowRival:  -1.163,
	ColRival:  -1.163,
	RowWeight: 0.714,
	ColWeight: 0.714,
	Line:      -1.768,
	Quiet:     -1.359,
	Kinship:   0.854,
}

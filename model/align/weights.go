package align

// The weights of the features in the order of their names, learned by logistic
// regression from 36 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.794,
	Cosine:      0.391,
	Cover:       -0.283,
	SoftCosine:  0.336,
	SoftCover:   -0.495,
	Contrast:    1.249,
	RowBest:     1.047,
	ColBest:     1.047,
	Mutual:      0.543,
	Names:       1.125,
	Figures:     0.413,
	Words:       0.695,
	Place:       -1.804,
	Diagonal:    1.727,
	Beside:      1.792,
	Short:       -2.269,
	Margin:      3.742,
	Equal:       1.405,
	Rounded:     3.982,
	Clashing:    3.147,
	SameDate:    1.650,
	DatesApart:  0.591,
	SameSpeaker: 0.029,
	SameQuote:   0.881,
	Context:     0.534,
	Clause:      1.988,
	Verb:        2.276,
	Verbs:       0.999,
	Paragraph:   3.479,
	Uneven:      0.780,
	Sole:        3.020,
}

var secondWeights = [Seconds]float64{
	Constant:  0.513,
	First:     0.911,
	Along:     0.019,
	Next:      0.244,
	RowRival:  -0.649,
	ColRival:  -0.649,
	RowWeight: 0.725,
	ColWeight: 0.725,
	Line:      -1.679,
	Quiet:     -0.831,
	Kinship:   0.649,
}

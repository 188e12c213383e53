package align

// The weights of the features in the order of their names, learned by logistic
// regression from 36 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.780,
	Cosine:      0.394,
	Cover:       -0.270,
	SoftCosine:  0.355,
	SoftCover:   -0.448,
	Contrast:    1.258,
	RowBest:     1.023,
	ColBest:     1.023,
	Mutual:      0.562,
	Names:       1.121,
	Figures:     0.389,
	Words:       0.759,
	Place:       -1.798,
	Diagonal:    1.723,
	Beside:      1.735,
	Short:       -2.298,
	Margin:      3.708,
	Equal:       1.412,
	Rounded:     3.920,
	Clashing:    2.949,
	SameDate:    1.675,
	DatesApart:  0.590,
	SameSpeaker: 0.047,
	SameQuote:   0.866,
	Context:     0.496,
	Clause:      1.951,
	Verb:        2.306,
	Verbs:       1.016,
	Paragraph:   3.524,
	Uneven:      0.783,
	Sole:        3.031,
}

var secondWeights = [Seconds]float64{
	Constant:  0.477,
	First:     0.906,
	Along:     0.030,
	Next:      0.245,
	RowRival:  -0.630,
	ColRival:  -0.630,
	RowWeight: 0.731,
	ColWeight: 0.731,
	Line:      -1.635,
	Quiet:     -0.791,
	Kinship:   0.607,
}

package align

// The weights of the features in the order of their names, learned by logistic
// regression from 36 annotated pairs; TestLearn in model/compare writes this file.

var weights = [Features]float64{
	Bias:        -4.719,
	Cosine:      0.485,
	Cover:       -0.147,
	SoftCosine:  0.267,
	SoftCover:   -0.556,
	Contrast:    1.299,
	RowBest:     1.098,
	ColBest:     1.098,
	Mutual:      0.659,
	Names:       0.903,
	Figures:     1.765,
	Words:       0.409,
	Place:       -1.807,
	Diagonal:    1.703,
	Beside:      1.756,
	Short:       -2.607,
	Margin:      3.777,
	Equal:       1.484,
	Rounded:     4.399,
	Clashing:    2.275,
	SameDate:    1.500,
	DatesApart:  0.632,
	SameSpeaker: 0.070,
	SameQuote:   0.726,
	Context:     0.592,
	Clause:      2.115,
	Verb:        2.258,
	Verbs:       0.946,
	Paragraph:   3.628,
	Uneven:      0.814,
}

var secondWeights = [Seconds]float64{
	Constant:  0.524,
	First:     0.892,
	Along:     0.005,
	Next:      0.296,
	RowRival:  -0.779,
	ColRival:  -0.779,
	RowWeight: 0.749,
	ColWeight: 0.749,
	Line:      -1.639,
	Quiet:     -0.843,
	Kinship:   0.719,
}

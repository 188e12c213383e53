package align

// weights of the features in the order of their names, learned by logistic
// regression from annotated pairs.
var weights = [Features]float64{Bias: -6, Cosine: 8, Cover: 3, Contrast: 6, RowBest: 1, ColBest: 1, Names: 1, Figures: 1}

// threshold is the confidence from which a candidate is a link.
const threshold = 0.5

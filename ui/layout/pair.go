package layout

// Follow is the scroll position that shows rows first to last in a window of
// height rows, moved as little as possible from top: not at all where they are
// in view, else so that some rows of context stand around them. A stretch taller
// than the window shows its beginning. A position that has to move is not negative.
func Follow(top, first, last, height int) int {
	if first >= top && last < top+height {
		return top
	}
	context := min(3, height/4)
	if last-first+1+2*context > height {
		context = max(0, (height-(last-first+1))/2)
	}
	if first < top || last-first >= height {
		return max(0, first-context)
	}
	return last + context - height + 1
}

// Abreast is the scroll position that puts row other of one pane beside row of
// the other pane, whose scroll position is top. It may be negative: the pane
// then begins with empty rows.
func Abreast(top, row, other int) int { return other - (row - top) }

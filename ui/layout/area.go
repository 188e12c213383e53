package layout

// Shape is how the reading screen is divided.
type Shape uint8

// The shapes. Auto lets the width decide.
const (
	Auto  Shape = iota
	List        // the list with the detail below it: narrow screens
	One         // one text with the detail below it
	Two         // both texts side by side with the detail below them
	Three       // both texts, and a third column with the list and the detail
)

var shapeNames = [...]string{"auto", "list", "one text", "both texts", "three columns"}

// String is the shape's name as the status line shows it.
func (s Shape) String() string {
	if int(s) < len(shapeNames) {
		return shapeNames[s]
	}
	return "unknown"
}

// The widths, in cells, from which a shape is chosen, and below which it cannot
// be had even when asked for.
const (
	TwoFrom   = 100
	ThreeFrom = 140
	twoLeast  = 60
	colsLeast = 120
)

// The smallest screen that is drawn at all.
const (
	LeastWidth  = 40
	LeastHeight = 10
)

// Choose settles the shape for a screen width: the one wanted where it fits.
func Choose(want Shape, width int) Shape {
	switch {
	case want == List || want == One,
		want == Two && width >= twoLeast,
		want == Three && width >= colsLeast:
		return want
	case width >= ThreeFrom:
		return Three
	case width >= TwoFrom:
		return Two
	}
	return List
}

// NextShape is the shape after the one that s comes to at this width, among
// those that fit; it is Auto where that gives the same.
func NextShape(s Shape, width int) Shape {
	for n := Choose(s, width)%Three + 1; ; n = n%Three + 1 {
		switch {
		case n == Choose(Auto, width):
			return Auto
		case n == Choose(n, width):
			return n
		}
	}
}

// Rect is a part of the screen in cells and rows. A part that is not shown has
// no height.
type Rect struct{ X, Y, W, H int }

// Has reports whether the cell at x, y lies in the rectangle.
func (r Rect) Has(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Frame is where everything stands on the reading screen. The parts do not
// overlap; row 0 is the head line and the last row the foot line. Above each
// of the parts Panes, List and Detail stands one row with its title.
type Frame struct {
	Shape  Shape
	W, H   int
	Glance Rect
	Panes  [2]Rect // the texts, by side; in shape One the one that is read
	List   Rect
	Detail Rect
}

// Ask is what a division of the screen depends on beside its size.
type Ask struct {
	Shape  Shape
	Glance int // rows wanted for the first glance
	List   int // rows that the list could fill
	Side   int // the text that shape One shows: 0 or 1
}

// Arrange divides a screen of w cells and h rows.
func Arrange(w, h int, ask Ask) Frame {
	shape := ask.Shape
	f := Frame{Shape: shape, W: w, H: h}
	f.Glance = Rect{X: 0, Y: 1, W: w, H: max(0, min(ask.Glance, h-8))}
	top := 1 + f.Glance.H
	body := h - 1 - top
	switch shape {
	case Three:
		column := max(40, min(64, w*3/10))
		texts := w - column - 1
		f.setPanes(Rect{X: 0, Y: top + 1, W: texts, H: body - 1})
		list := max(2, min((body-2)*2/5, body-2-10, ask.List+1))
		f.List = Rect{X: texts + 1, Y: top + 1, W: column, H: list}
		f.Detail = Rect{X: texts + 1, Y: top + 2 + list, W: column, H: body - 2 - list}
	case Two, One:
		detail := max(2, min(body/3, 11))
		texts := Rect{X: 0, Y: top + 1, W: w, H: body - 2 - detail}
		if shape == Two {
			f.setPanes(texts)
		} else {
			f.Panes[ask.Side&1] = texts
		}
		f.Detail = Rect{X: 0, Y: top + 2 + texts.H, W: w, H: detail}
	default:
		list := max(2, min((body-2)*2/5, ask.List+1))
		f.List = Rect{X: 0, Y: top + 1, W: w, H: list}
		f.Detail = Rect{X: 0, Y: top + 2 + list, W: w, H: body - 2 - list}
	}
	return f
}

// setPanes halves r, leaving one column between the halves.
func (f *Frame) setPanes(r Rect) {
	left := (r.W - 1) / 2
	f.Panes[0] = Rect{X: r.X, Y: r.Y, W: left, H: r.H}
	f.Panes[1] = Rect{X: r.X + left + 1, Y: r.Y, W: r.W - 1 - left, H: r.H}
}

// The gutter of a pane, and the widest row that is still comfortable to read.
const (
	Gutter  = 3
	Measure = 78
)

// Column is the reading column inside a pane of the given width: how far it is
// set in, past the gutter, and how many cells a row may take.
func Column(pane int) (indent, width int) {
	width = max(1, min(pane-Gutter-1, Measure))
	return max(0, (pane-Gutter-1-width)/2), width
}

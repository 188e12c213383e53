package theme

import "github.com/charmbracelet/lipgloss"

// palette is the colours of one background. The relations follow the order of
// model.Relation. Their hues are those of Okabe and Ito ("Color Universal
// Design", 2008), which readers with any common colour blindness can tell apart,
// made lighter or darker until each has a contrast of 4.5:1 or more to the
// background.
type palette struct {
	quiet, rule, accent lipgloss.CompleteColor
	tint, cursor        lipgloss.CompleteColor
	relation            [6]lipgloss.CompleteColor
}

func colour(full, c256, c16 string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: full, ANSI256: c256, ANSI: c16}
}

var darkPalette = palette{
	quiet:  colour("#8b8fa3", "245", "7"),
	rule:   colour("#4a4d5e", "240", "8"),
	accent: colour("#9cc4e4", "110", "6"),
	tint:   colour("#272a3b", "236", ""),
	cursor: colour("#30344a", "238", ""),
	relation: [6]lipgloss.CompleteColor{
		colour("#7fbf9a", "108", "2"),  // same
		colour("#6cb8f0", "75", "14"),  // variant
		colour("#f0b83d", "214", "11"), // differs
		colour("#ff7a5c", "209", "9"),  // conflict
		colour("#cf9fd8", "176", "13"), // left only
		colour("#cf9fd8", "176", "13"), // right only
	},
}

var lightPalette = palette{
	quiet:  colour("#686b7a", "242", "8"),
	rule:   colour("#b9bcc9", "250", "7"),
	accent: colour("#1f5f8b", "24", "4"),
	tint:   colour("#eef0f6", "255", ""),
	cursor: colour("#dde2ee", "254", ""),
	relation: [6]lipgloss.CompleteColor{
		colour("#2f7048", "29", "2"),  // same
		colour("#0b5fa5", "25", "4"),  // variant
		colour("#8a5a00", "94", "3"),  // differs
		colour("#b3290b", "124", "1"), // conflict
		colour("#7d3c98", "90", "5"),  // left only
		colour("#7d3c98", "90", "5"),  // right only
	},
}

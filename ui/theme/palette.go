package theme

import "github.com/charmbracelet/lipgloss"

// palette is the colours of one background. The relations follow the order of
// model.Relation. Their hues are near those of Okabe and Ito ("Color Universal
// Design", 2008), made lighter or darker until each has a contrast of 4.5:1 or more
// to the background, and until readers with any common colour blindness can tell
// each from each. That is why conflicts are so dark on light: a red and an amber of
// one lightness are one colour to many.
type palette struct {
	quiet, rule, accent lipgloss.CompleteColor
	// tint and cursor are backgrounds, left out where there are sixteen colours: none of
	// those is faint enough to read on. ink is the text on them: a terminal that does not
	// tell its background may be light under a dark theme.
	tint, cursor, ink lipgloss.CompleteColor
	relation          [6]lipgloss.CompleteColor
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
	ink:    colour("#d9dbe6", "253", ""),
	relation: [6]lipgloss.CompleteColor{
		colour("#7fc09c", "108", "2"),  // same
		colour("#6eb9f8", "75", "14"),  // variant
		colour("#f0b83e", "214", "11"), // differs
		colour("#ff7c5d", "209", "9"),  // conflict
		colour("#cc96ca", "182", "13"), // left only
		colour("#cc96ca", "182", "13"), // right only
	},
}

var lightPalette = palette{
	quiet:  colour("#686b7a", "242", "8"),
	rule:   colour("#b9bcc9", "250", "7"),
	accent: colour("#1f5f8b", "24", "4"),
	tint:   colour("#eef0f6", "255", ""),
	cursor: colour("#dde2ee", "254", ""),
	ink:    colour("#20222c", "235", ""),
	relation: [6]lipgloss.CompleteColor{
		colour("#196541", "29", "2"), // same
		colour("#006ab6", "25", "4"), // variant
		colour("#8d5d02", "94", "3"), // differs
		colour("#7f0000", "88", "1"), // conflict
		colour("#6f338d", "90", "5"), // left only
		colour("#6f338d", "90", "5"), // right only
	},
}

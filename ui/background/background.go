// Package background keeps the program from asking the terminal for its
// background colour before it has drawn anything.
//
// Bubble Tea 1 asks while packages are initialised and waits up to five seconds
// for an answer that some terminals never give. It does not ask when Lip Gloss
// has been told already. Packages are initialised in the order of their import
// paths, as far as their imports allow; this one sorts before Bubble Tea and
// needs Lip Gloss alone, so it comes first. The main package imports it for
// that effect; the background is found out later, without waiting.
package background

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }

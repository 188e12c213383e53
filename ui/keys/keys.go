// Package keys declares every key binding once. The screens match against these
// bindings and the help is derived from them, so that neither can say anything
// the other does not do.
package keys

import (
	"github.com/charmbracelet/bubbles/key"
)

// Map is every binding of the program. It is made once a session and not changed
// after; it is large, so it is passed by its address.
type Map struct {
	NextClaim, PrevClaim           key.Binding
	NextDifference, PrevDifference key.Binding
	First, Last                    key.Binding
	HalfDown, HalfUp               key.Binding
	PageDown, PageUp               key.Binding
	Side                           key.Binding
	Detail, Back                   key.Binding

	Conflicts, Differences, Variants key.Binding
	Shared, LeftOnly, RightOnly      key.Binding
	ShowShared, Kind                 key.Binding

	Check, Drop, Note, Undo key.Binding

	Search          key.Binding
	Facts, Sources  key.Binding
	Overview, Lock  key.Binding
	Layout, Theme   key.Binding
	Copy, Export    key.Binding
	Mouse           key.Binding
	Help, Quit      key.Binding
	Keep, Discard   key.Binding // while a note is written
	Find, LeaveFind key.Binding // while a search is typed
}

// Default is the map as it is shipped: the habits of less, vim and vimdiff.
func Default() *Map {
	return &Map{
		NextClaim:      bind("next claim", "j", "j", "down"),
		PrevClaim:      bind("previous claim", "k", "k", "up"),
		NextDifference: bind("next difference, worst first", "n", "n", "]c"),
		PrevDifference: bind("previous difference", "N", "N", "[c"),
		First:          bind("first", "g", "g", "home"),
		Last:           bind("last", "G", "G", "end"),
		HalfDown:       bind("half a screen down", "ctrl-d", "ctrl+d"),
		HalfUp:         bind("half a screen up", "ctrl-u", "ctrl+u"),
		PageDown:       bind("a screen down", "pgdn", "pgdown", "ctrl+f"),
		PageUp:         bind("a screen up", "pgup", "pgup", "ctrl+b"),
		Side:           bind("other side", "tab", "tab", "shift+tab"),
		Detail:         bind("detail", "enter", "enter"),
		Back:           bind("back", "esc", "esc"),

		Conflicts:   bind("conflicts only, again for all", "1 ≠", "1", "≠"),
		Differences: bind("differences only", "2 ~", "2", "~"),
		Variants:    bind("variants only", "3 ≈", "3", "≈"),
		Shared:      bind("shared facts only", "4", "4"),
		LeftOnly:    bind("what the left alone tells", "5 <", "5", "<", "◂"),
		RightOnly:   bind("what the right alone tells", "6 >", "6", ">", "▸"),
		ShowShared:  bind("show or hide shared facts", "=", "="),
		Kind:        bind("one kind of fact after the other", "K", "K"),

		Check: bind("mark checked", "space", " "),
		Drop:  bind("dismiss the mark", "x", "x"),
		Note:  bind("write a note", "m", "m"),
		Undo:  bind("undo the last mark", "u", "u"),

		Search:   bind("search both texts", "/", "/"),
		Facts:    bind("facts", "f", "f"),
		Sources:  bind("sources", "s", "s"),
		Overview: bind("overview", "o", "o"),
		Lock:     bind("lock or unlock the panes", "L", "L"),
		Layout:   bind("layout", "w", "w"),
		Theme:    bind("light or dark", "t", "t"),
		Copy:     bind("copy both quotes", "y", "y"),
		Export:   bind("export a report", "e", "e"),
		Mouse:    bind("mouse on or off", "M", "M"),
		Help:     bind("help", "?", "?"),
		Quit:     bind("quit", "q", "q", "ctrl+c"),

		Keep:      bind("keep the note", "esc", "esc", "ctrl+s"),
		Discard:   bind("drop what was typed", "ctrl-c", "ctrl+c"),
		Find:      bind("find", "enter", "enter"),
		LeaveFind: bind("leave the search", "esc", "esc", "ctrl+c"),
	}
}

func bind(does, shown string, names ...string) key.Binding {
	return key.NewBinding(key.WithKeys(names...), key.WithHelp(shown, does))
}

// Group is a titled column of the help.
type Group struct {
	Title    string
	Bindings []key.Binding
}

// Groups is every binding once, in the order in which the help shows them.
func (m *Map) Groups() []Group {
	return []Group{
		{"Read", []key.Binding{m.NextClaim, m.PrevClaim, m.NextDifference, m.PrevDifference, m.First, m.Last,
			m.HalfDown, m.HalfUp, m.PageDown, m.PageUp, m.Side, m.Detail, m.Back, m.Search}},
		{"Show", []key.Binding{m.Conflicts, m.Differences, m.Variants, m.Shared, m.LeftOnly, m.RightOnly, m.ShowShared, m.Kind}},
		{"Mark", []key.Binding{m.Check, m.Drop, m.Note, m.Undo, m.Copy, m.Export}},
		{"Screens", []key.Binding{m.Facts, m.Sources, m.Overview, m.Layout, m.Lock, m.Theme, m.Mouse, m.Help, m.Quit}},
		{"While writing a note", []key.Binding{m.Keep, m.Discard}},
		{"While typing a search", []key.Binding{m.Find, m.LeaveFind}},
	}
}

// Reading is the short help of the reading screen: shorter words than the full
// help has, for the foot line.
func (m *Map) Reading() []key.Binding {
	return []key.Binding{
		short(m.NextDifference, "n N", "difference"), short(m.NextClaim, "j k", "claim"), short(m.Side, "tab", "side"),
		short(m.Detail, "enter", "detail"), short(m.Conflicts, "1-6", "filter"), short(m.Check, "space", "checked"),
		short(m.Search, "/", "search"), short(m.Overview, "o f s", "overview facts sources"), short(m.Layout, "w", "layout"),
	}
}

// Listing is the short help of the narrow reading screen.
func (m *Map) Listing() []key.Binding {
	return []key.Binding{
		short(m.NextDifference, "n N", "difference"), short(m.Layout, "w", "texts"), short(m.Detail, "enter", "detail"),
		short(m.Conflicts, "1-6", "filter"), short(m.Check, "space", "checked"),
		short(m.Search, "/", "search"),
	}
}

// Detailing is the short help of the detail at full size.
func (m *Map) Detailing() []key.Binding {
	return []key.Binding{
		short(m.NextDifference, "n N", "difference"), short(m.PageDown, "pgdn pgup", "scroll"), short(m.Check, "space", "checked"),
		short(m.Drop, "x", "dismiss"), short(m.Note, "m", "note"), short(m.Copy, "y", "copy"), short(m.Back, "esc", "back"),
	}
}

// Scrolling is the short help of the screens that only scroll.
func (m *Map) Scrolling() []key.Binding {
	return []key.Binding{short(m.NextClaim, "j k", "scroll"), short(m.PageDown, "pgdn pgup", "page"), m.Back}
}

// Hits is the short help while a search is on.
func (m *Map) Hits() []key.Binding {
	return []key.Binding{short(m.NextDifference, "n N", "hit"), short(m.Search, "/", "search again"), short(m.Back, "esc", "end search")}
}

// Writing is the short help while a note is written.
func (m *Map) Writing() []key.Binding { return []key.Binding{m.Keep, m.Discard} }

// Finding is the short help while a search is typed.
func (m *Map) Finding() []key.Binding { return []key.Binding{m.Find, m.LeaveFind} }

// Always is what stands at the right end of each foot line.
func (m *Map) Always() []key.Binding { return []key.Binding{m.Help, m.Quit} }

// short is a binding under a shorter word.
func short(b key.Binding, shown, does string) key.Binding {
	b.SetHelp(shown, does)
	return b
}

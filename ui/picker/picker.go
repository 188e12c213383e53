// Package picker is a list of pairs of articles to choose one from, with a filter
// and with what each comparison comes to.
package picker

import (
	"fmt"
	"io"
	"strings"

	"doubletake/ui/head"
	"doubletake/ui/helping"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/list"
	"github.com/charmbracelet/bubbles/paginator"
	tea "github.com/charmbracelet/bubbletea"
)

// Item is one pair as the list shows it: a row with Name and Title, and below it
// what the comparison comes to. All are harmless and on one line.
type Item struct {
	Name  string // short; may be ""
	Title string
	Count string // "" while that is not known
	Worst string
}

// None stands for no item.
const None = -1

// Model is the list. It is large, and changed in place.
type Model struct {
	list    list.Model
	theme   theme.Theme
	help    *help.Model
	keys    keyMap
	heading string
	notice  string
	names   int // cells that names take
	w, h    int
}

// keyMap is every binding of the list.
type keyMap struct {
	read, up, down, first, last, next, previous, find, found, clear, leave key.Binding
}

func newKeyMap() keyMap {
	bind := func(does, shown string, names ...string) key.Binding {
		return key.NewBinding(key.WithKeys(names...), key.WithHelp(shown, does))
	}
	return keyMap{
		read:     bind("read", "enter", "enter"),
		down:     bind("next", "j", "j", "down", "ctrl+n"),
		up:       bind("previous", "k", "k", "up", "ctrl+p"),
		first:    bind("first", "g", "g", "home"),
		last:     bind("last", "G", "G", "end"),
		next:     bind("next page", "pgdn", "pgdown", "ctrl+f"),
		previous: bind("previous page", "pgup", "pgup", "ctrl+b"),
		find:     bind("find", "/", "/"),
		found:    bind("keep these", "enter", "enter"),
		clear:    bind("show all", "esc", "esc"),
		leave:    bind("leave", "q", "q", "ctrl+c"),
	}
}

// now is the keys worth naming on the foot line, those that go two ways under one
// name.
func (k keyMap) now() []key.Binding {
	down, page, ends := k.down, k.next, k.first
	down.SetHelp("j k", "next, previous")
	page.SetHelp("pgdn pgup", "page")
	ends.SetHelp("g G", "first, last")
	return []key.Binding{k.read, down, k.find, page, ends}
}

// entry is an item with its place in all of them.
type entry struct {
	at int
	Item
}

// FilterValue is the words by which an item is found.
func (e entry) FilterValue() string { return e.Name + " " + e.Title }

// widestName is the most cells that names may take.
const widestName = 20

// New makes a list. heading stands above it, and notice above that.
func New(items []Item, heading, notice string, th theme.Theme) *Model {
	m := &Model{heading: heading, notice: notice, keys: newKeyMap()}
	entries := make([]list.Item, len(items))
	for i, it := range items {
		entries[i] = entry{i, it}
		m.names = min(max(m.names, layout.Width(it.Name)), widestName)
	}
	l := list.New(entries, row{th, m.names}, 0, 0)
	l.SetShowTitle(false)
	l.SetShowFilter(false) // it is drawn on the foot line
	l.SetShowStatusBar(false)
	l.SetShowHelp(false)
	l.SetShowPagination(false)
	l.DisableQuitKeybindings()
	l.Filter = find
	k := m.keys
	l.KeyMap = list.KeyMap{
		CursorUp: k.up, CursorDown: k.down, GoToStart: k.first, GoToEnd: k.last, NextPage: k.next, PrevPage: k.previous,
		Filter: k.find, ClearFilter: k.clear, CancelWhileFiltering: k.clear, AcceptWhileFiltering: k.found,
	}
	m.list = l
	m.Restyle(th)
	return m
}

// Select goes to the i-th item.
func (m *Model) Select(i int) { m.list.Select(i) }

// find is the items that hold a term, letter case aside, in their own order.
func find(term string, targets []string) []list.Rank {
	var ranks []list.Rank
	for i, t := range targets {
		if strings.Contains(strings.ToLower(t), strings.ToLower(term)) {
			ranks = append(ranks, list.Rank{Index: i})
		}
	}
	return ranks
}

// Restyle draws everything in another theme from now on. Left to itself the list
// would use the styles of the whole process.
func (m *Model) Restyle(th theme.Theme) {
	m.theme = th
	m.help = helping.Bubble(th)
	l := &m.list
	plain, quiet := th.Style(), th.QuietStyle()
	l.Styles = list.Styles{
		TitleBar: plain, Title: plain, Spinner: plain, FilterPrompt: th.KeyStyle(), FilterCursor: plain,
		DefaultFilterCharacterMatch: plain, StatusBar: quiet, StatusEmpty: quiet, StatusBarActiveFilter: quiet,
		StatusBarFilterCount: quiet, NoItems: quiet, PaginationStyle: plain, HelpStyle: plain,
		ActivePaginationDot: plain, InactivePaginationDot: plain, ArabicPagination: plain, DividerDot: plain,
	}
	l.Paginator.Type = paginator.Arabic
	l.FilterInput.Prompt = " find: "
	l.FilterInput.PromptStyle, l.FilterInput.TextStyle, l.FilterInput.PlaceholderStyle = th.KeyStyle(), plain, quiet
	l.FilterInput.Cursor.Style, l.FilterInput.Cursor.TextStyle = plain, plain
	l.FilterInput.Cursor.SetMode(cursor.CursorStatic)
	l.FilterInput.KeyMap.Paste.SetEnabled(false) // it would read the clipboard of the host
	l.SetDelegate(row{th, m.names})
}

// around is the rows around the list: head, rule, foot.
const around = 3

// SetSize fits the list to a screen of w by h cells.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.list.SetSize(w, max(0, h-around))
	m.list.FilterInput.Width = max(8, w-layout.Width(m.list.FilterInput.Prompt+m.finding())-3)
}

// Set changes the i-th item. The command has to be run.
func (m *Model) Set(i int, it Item) tea.Cmd { return m.list.SetItem(i, entry{i, it}) }

// Update takes a message. chosen is the item to open, or None; quit says that the
// reader wants to go.
func (m *Model) Update(msg tea.Msg) (chosen int, quit bool, cmd tea.Cmd) {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		m.list, cmd = m.list.Update(msg)
		return None, false, cmd
	}
	var cmds []tea.Cmd
	for _, one := range apart(k) {
		chosen, quit, cmd = m.press(one)
		cmds = append(cmds, cmd)
		if chosen != None || quit {
			break
		}
	}
	return chosen, quit, tea.Batch(cmds...)
}

// apart is letters that were typed fast and came as one message, one by one.
func apart(k tea.KeyMsg) []tea.KeyMsg {
	if k.Type != tea.KeyRunes || k.Paste {
		k.Runes = append([]rune(nil), k.Runes...) // the bubbles clean them in place
		return []tea.KeyMsg{k}
	}
	var out []tea.KeyMsg
	for _, r := range k.Runes {
		one := k
		one.Runes = []rune{r}
		out = append(out, one)
	}
	return out
}

// press takes one key.
func (m *Model) press(k tea.KeyMsg) (chosen int, quit bool, cmd tea.Cmd) {
	typing := m.list.FilterState() == list.Filtering
	switch {
	case k.Type == tea.KeyCtrlC, !typing && key.Matches(k, m.keys.leave):
		return None, true, nil
	case key.Matches(k, m.keys.read) && !typing:
		if e, ok := m.list.SelectedItem().(entry); ok {
			return e.at, false, nil
		}
		return None, false, nil
	}
	m.list, cmd = m.list.Update(k)
	return None, false, cmd
}

// View is the whole screen.
func (m *Model) View() string {
	if m.w < layout.LeastWidth || m.h < layout.LeastHeight {
		return layout.Cut(fmt.Sprintf("doubletake needs %dx%d (this is %dx%d)", layout.LeastWidth, layout.LeastHeight, m.w, m.h), m.w, "")
	}
	says := m.notice
	if says == "" {
		says = "two tellings of one story, side by side"
	}
	rows := []string{
		layout.Fit(" "+m.theme.Title.Of("doubletake")+m.theme.Quiet.Of("  "+says), m.w),
		head.Rule(m.theme, m.heading, m.page(), m.w, true),
	}
	rows = append(rows, layout.Window(m.items(), 0, m.h-around)...)
	rows = append(rows, m.foot())
	for i, r := range rows {
		rows[i] = layout.Cut(r, m.w, theme.Ellipsis)
	}
	frame := strings.Join(rows, "\n")
	if m.theme.ASCII {
		frame = theme.Fold(frame)
	}
	return frame
}

// items is the rows of the list, or a word on why there are none.
func (m *Model) items() []string {
	if len(m.list.VisibleItems()) == 0 {
		return []string{m.theme.Quiet.Of("   no pair is called that")}
	}
	return strings.Split(m.list.View(), "\n")
}

// page says which part of a long list is seen.
func (m *Model) page() string {
	if len(m.list.VisibleItems()) <= m.list.Paginator.PerPage {
		return ""
	}
	return fmt.Sprintf("page %d of %d", m.list.Paginator.Page+1, m.list.Paginator.TotalPages)
}

func (m *Model) foot() string {
	switch m.list.FilterState() {
	case list.Filtering:
		return layout.Ends(m.list.FilterInput.View(), m.finding(), m.w)
	case list.FilterApplied:
		return helping.Foot(m.help, "found: "+m.list.FilterValue(), nil, []key.Binding{m.keys.clear, m.keys.leave}, m.w)
	}
	return helping.Foot(m.help, "", m.keys.now(), []key.Binding{m.keys.leave}, m.w)
}

// finding is the keys that matter while a name is typed.
func (m *Model) finding() string {
	return helping.Keys(m.help, []key.Binding{m.keys.found, m.keys.clear}, m.w)
}

// row draws one item: its name and title, and below them what the comparison
// comes to.
type row struct {
	theme theme.Theme
	names int
}

// Height is the rows of one item.
func (row) Height() int { return 2 }

// Spacing is the rows between two items.
func (row) Spacing() int { return 1 }

// Update does nothing: a row has no life of its own.
func (row) Update(tea.Msg, *list.Model) tea.Cmd { return nil }

// Render draws the row. The list gives no way to tell an error.
func (r row) Render(out io.Writer, l list.Model, at int, i list.Item) {
	e, ok := i.(entry)
	if !ok {
		return
	}
	bar, title := "  ", r.theme.Strong
	if at == l.Index() {
		bar, title = " "+r.theme.Key.Of(theme.Bar), r.theme.Title
	}
	name := ""
	if r.names > 0 {
		name = layout.Fit(e.Name, r.names) + " "
	}
	count := e.Count
	if count == "" {
		count = theme.Ellipsis
	}
	first := bar + " " + r.theme.Quiet.Of(name) + title.Of(e.Title)
	second := bar + " " + layout.Spaces(layout.Width(name)) + count + r.theme.Quiet.Of("  "+e.Worst)
	_, _ = io.WriteString(out, layout.Cut(first, l.Width(), theme.Ellipsis)+"\n"+layout.Cut(second, l.Width(), theme.Ellipsis))
}

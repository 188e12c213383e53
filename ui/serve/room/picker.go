package room

import (
	"fmt"
	"io"
	"strings"

	"doubletake/ui/head"
	"doubletake/ui/helping"
	"doubletake/ui/layout"
	"doubletake/ui/serve/pair"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/list"
	"github.com/charmbracelet/bubbles/paginator"
	tea "github.com/charmbracelet/bubbletea"
)

// picker is the list of pairs. It is changed in place.
type picker struct {
	list  list.Model
	theme theme.Theme
	help  *help.Model
	keys  pickerKeys
	w, h  int
}

// pickerKeys is every binding of the list.
type pickerKeys struct {
	read, up, down, first, last, next, previous, find, clear, leave key.Binding
}

func newPickerKeys() pickerKeys {
	bind := func(does, shown string, names ...string) key.Binding {
		return key.NewBinding(key.WithKeys(names...), key.WithHelp(shown, does))
	}
	return pickerKeys{
		read:     bind("read", "enter", "enter"),
		down:     bind("next", "j k", "j", "down", "ctrl+n"),
		up:       bind("previous", "k", "k", "up", "ctrl+p"),
		first:    bind("first", "g", "g", "home"),
		last:     bind("last", "G", "G", "end"),
		next:     bind("next page", "pgdn", "pgdown", "ctrl+f"),
		previous: bind("previous page", "pgup", "pgup", "ctrl+b"),
		find:     bind("find", "/", "/"),
		clear:    bind("show all", "esc", "esc"),
		leave:    bind("leave", "q", "q", "ctrl+c"),
	}
}

// item is one pair in the list.
type item struct {
	at   int
	pair pair.Pair
}

// FilterValue is the words by which a pair is found.
func (i item) FilterValue() string { return i.pair.Name + " " + i.pair.Title }

// newPicker is a list of pairs that stands on one of them.
func newPicker(pairs []pair.Pair, th theme.Theme, at int) *picker {
	items := make([]list.Item, len(pairs))
	for i, p := range pairs {
		items[i] = item{i, p}
	}
	l := list.New(items, row{th}, 0, 0)
	l.SetShowTitle(false)
	l.SetShowFilter(false) // it is drawn on the foot line
	l.SetShowStatusBar(false)
	l.SetShowHelp(false)
	l.SetShowPagination(false)
	l.DisableQuitKeybindings()
	l.Filter = find
	k := newPickerKeys()
	l.KeyMap = list.KeyMap{
		CursorUp: k.up, CursorDown: k.down, GoToStart: k.first, GoToEnd: k.last, NextPage: k.next, PrevPage: k.previous,
		Filter: k.find, ClearFilter: k.clear, CancelWhileFiltering: k.clear, AcceptWhileFiltering: k.read,
	}
	l.Select(at)
	p := &picker{list: l, keys: k}
	p.restyle(th)
	return p
}

// find is the pairs that hold a term, letter case aside, in their own order.
func find(term string, targets []string) []list.Rank {
	var ranks []list.Rank
	for i, t := range targets {
		if strings.Contains(strings.ToLower(t), strings.ToLower(term)) {
			ranks = append(ranks, list.Rank{Index: i})
		}
	}
	return ranks
}

// restyle draws everything in another theme from now on. Left to itself the list
// would use the styles of the whole process.
func (p *picker) restyle(th theme.Theme) {
	p.theme = th
	p.help = helping.Bubble(th)
	l := &p.list
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
	l.SetDelegate(row{th})
}

// The rows around the list: head, rule, foot.
const around = 3

func (p *picker) setSize(w, h int) {
	p.w, p.h = w, h
	p.list.SetSize(w, max(0, h-around))
}

// update takes a message; chosen is the pair to open, or closed.
func (p *picker) update(msg tea.Msg) (chosen int, cmd tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok {
		k.Runes = append([]rune(nil), k.Runes...) // the bubbles clean them in place
		msg = k
		typing := p.list.FilterState() == list.Filtering
		switch {
		case k.Type == tea.KeyCtrlC, !typing && key.Matches(k, p.keys.leave):
			return closed, tea.Quit
		case key.Matches(k, p.keys.read) && !typing:
			if i, ok := p.list.SelectedItem().(item); ok {
				return i.at, nil
			}
			return closed, nil
		}
	}
	p.list, cmd = p.list.Update(msg)
	return closed, cmd
}

func (p *picker) view() string {
	if p.w < layout.LeastWidth || p.h < layout.LeastHeight {
		return layout.Cut(fmt.Sprintf("doubletake needs %dx%d (this is %dx%d)", layout.LeastWidth, layout.LeastHeight, p.w, p.h), p.w, "")
	}
	n := len(p.list.Items())
	rows := []string{
		layout.Fit(" "+p.theme.Title.Of("doubletake")+p.theme.Quiet.Of("  "+Notice), p.w),
		head.Rule(p.theme, fmt.Sprintf("%d pairs of articles", n), p.page(), p.w, true),
	}
	rows = append(rows, layout.Window(strings.Split(p.list.View(), "\n"), 0, p.h-around)...)
	rows = append(rows, p.foot())
	for i, r := range rows {
		rows[i] = layout.Cut(r, p.w, theme.Ellipsis)
	}
	frame := strings.Join(rows, "\n")
	if p.theme.ASCII {
		frame = theme.Fold(frame)
	}
	return frame
}

// page says which part of a long list is seen.
func (p *picker) page() string {
	if p.list.Paginator.TotalPages < 2 {
		return ""
	}
	return fmt.Sprintf("page %d of %d", p.list.Paginator.Page+1, p.list.Paginator.TotalPages)
}

func (p *picker) foot() string {
	switch p.list.FilterState() {
	case list.Filtering:
		return p.list.FilterInput.View()
	case list.FilterApplied:
		return helping.Foot(p.help, "found: "+p.list.FilterValue(), nil, []key.Binding{p.keys.clear, p.keys.leave}, p.w)
	}
	return helping.Foot(p.help, "", []key.Binding{p.keys.read, p.keys.down, p.keys.find}, []key.Binding{p.keys.leave}, p.w)
}

// row draws one pair: its name and title, and below them what the comparison
// comes to.
type row struct{ theme theme.Theme }

// Height is the rows of one pair.
func (row) Height() int { return 2 }

// Spacing is the rows between two pairs.
func (row) Spacing() int { return 1 }

// Update does nothing: a row has no life of its own.
func (row) Update(tea.Msg, *list.Model) tea.Cmd { return nil }

// Render draws the row. The list gives no way to tell an error.
func (r row) Render(out io.Writer, l list.Model, at int, i list.Item) {
	it, ok := i.(item)
	if !ok {
		return
	}
	const names = 14
	bar, title := "  ", r.theme.Strong
	if at == l.Index() {
		bar, title = " "+r.theme.Key.Of(theme.Bar), r.theme.Title
	}
	g := it.pair.Book.C.Glance
	w := l.Width()
	first := bar + " " + r.theme.Quiet.Of(layout.Fit(it.pair.Name, names)) + " " + title.Of(it.pair.Title)
	second := bar + " " + layout.Spaces(names) + " " + g.Count + r.theme.Quiet.Of("  "+g.Worst)
	_, _ = io.WriteString(out, layout.Cut(first, w, theme.Ellipsis)+"\n"+layout.Cut(second, w, theme.Ellipsis))
}

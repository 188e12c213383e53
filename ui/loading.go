package ui

import (
	"context"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/keys"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/spinner"
	tea "github.com/charmbracelet/bubbletea"
)

// Compare does the work that a reader waits for. It calls progress with the name
// of each stage as it begins, and gives up when the context ends.
type Compare func(ctx context.Context, progress func(stage string)) (model.Comparison, error)

// Loading opens a reader at once on a comparison that is still to be made: it
// shows what is being done, lets the reader cancel, and turns into the reader
// when the work is done. An error ends the program and is given by Run; so does
// a cancellation, as context.Canceled.
func Loading(ctx context.Context, compare Compare, o Options) tea.Model {
	ctx, cancel := context.WithCancel(ctx)
	th := theme.New(o.Renderer, o.Theme, !o.Light, o.ASCII)
	return loading{
		options: o, theme: th, keys: keys.Default(),
		work:   func(stages chan string) tea.Msg { return work(ctx, compare, stages) },
		stages: make(chan string, 16), cancel: cancel,
		spinner: spinner.New(spinner.WithSpinner(spinner.Line), spinner.WithStyle(th.KeyStyle())),
	}
}

type loading struct {
	options Options
	theme   theme.Theme
	keys    *keys.Map
	work    func(stages chan string) tea.Msg
	stages  chan string // of this work alone: what comes of it is known by it
	cancel  context.CancelFunc
	spinner spinner.Model
	stage   string
	ticks   int // of the spinner, so far
	w, h    int
	err     error
}

// stageMsg and loadedMsg say whose they are: work that was cancelled may still end,
// after the reader has gone on to another pair.
type stageMsg struct {
	of   chan string
	name string
}

type loadedMsg struct {
	of   chan string
	book *book.Book
	err  error
}

// work compares, and indexes what comes of it, away from the screen.
func work(ctx context.Context, compare Compare, stages chan string) tea.Msg {
	defer close(stages)
	c, err := compare(ctx, func(stage string) {
		select {
		case stages <- stage:
		default: // the screen is behind: a later stage will be shown
		}
	})
	if err != nil {
		return loadedMsg{of: stages, err: err}
	}
	return loadedMsg{of: stages, book: book.New(c)}
}

func (l loading) Init() tea.Cmd {
	return tea.Batch(func() tea.Msg { return l.work(l.stages) }, l.next(), l.spinner.Tick)
}

// next waits for the next stage.
func (l loading) next() tea.Cmd {
	return func() tea.Msg {
		stage, ok := <-l.stages
		if !ok {
			return nil
		}
		return stageMsg{l.stages, stage}
	}
}

func (l loading) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.w, l.h = msg.Width, msg.Height
	case BackgroundMsg:
		l.options.Light = !msg.Dark
		l.theme = l.theme.With(l.options.Theme, msg.Dark)
	case stageMsg:
		if msg.of != l.stages {
			return l, nil
		}
		l.stage = msg.name
		return l, l.next()
	case spinner.TickMsg:
		l.ticks++
		var cmd tea.Cmd
		l.spinner, cmd = l.spinner.Update(msg)
		return l, cmd
	case loadedMsg:
		if msg.of == l.stages {
			return l.done(msg)
		}
	case tea.KeyMsg:
		if key.Matches(msg, l.keys.Quit, l.keys.Back) {
			l.cancel()
			l.err = context.Canceled
			return l, tea.Quit
		}
	}
	return l, nil
}

// done turns into the reader, or ends the program with the error.
func (l loading) done(msg loadedMsg) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		if l.err == nil {
			l.err = msg.err
		}
		return l, tea.Quit
	}
	m := New(msg.book, l.options)
	if l.w > 0 {
		m = m.resize(l.w, l.h)
	}
	return m, m.Init()
}

// View is blank for the first moments, so that quick work does not flicker.
func (l loading) View() string {
	if l.ticks < 2 || l.w == 0 || l.h == 0 {
		return ""
	}
	says := l.stage
	if says == "" {
		says = "comparing"
	}
	rows := layout.Window(nil, 0, l.h)
	middle := (l.h - 1) / 2
	rows[middle] = layout.Cut("  "+l.spinner.View()+" "+says, l.w, "")
	rows[l.h-1] = layout.Cut("  "+l.theme.Quiet.Of("esc cancels"), l.w, "")
	frame := joined(rows)
	if l.theme.ASCII {
		frame = theme.Fold(frame)
	}
	return frame
}

package ui

import (
	"fmt"

	"doubletake/ui/keys"
	"doubletake/ui/scene"
	"doubletake/ui/search"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// startSearch opens the prompt on the foot line.
func (m Model) startSearch() Model {
	m.open = onReading
	m.prompt, m.typing = search.NewPrompt(m.scene.Theme), typingSearch
	return m
}

// typeSearch takes a key while the query is typed.
func (m Model) typeSearch(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	switch {
	case key.Matches(msg, m.keys.LeaveFind):
		m.typing = typingNothing
		return m.endSearch(), nil
	case key.Matches(msg, m.keys.Find):
		m.typing = typingNothing
		return m.find(m.prompt.Query()), nil
	}
	m.prompt = m.prompt.Update(msg)
	return m, nil
}

func (m Model) find(query string) Model {
	if query == "" {
		return m.endSearch()
	}
	hits := search.Both(m.scene, query)
	if hits.Count() == 0 {
		m = m.endSearch()
		m.says = fmt.Sprintf("neither article says “%s”", query)
		return m
	}
	m.reading = m.reading.Texts(true)
	m = m.toHit(hits)
	m.says = fmt.Sprintf("“%s”: %d left, %d right", query, len(hits.Spans[0]), len(hits.Spans[1]))
	return m
}

// toHit goes to the claim that holds the current hit.
func (m Model) toHit(h scene.Hits) Model {
	m.scene.Hits = h
	span := h.Spans[h.Side][h.Index]
	if i, ok := m.scene.Book.C.ClaimAt(h.Side, span.Start); ok {
		m = m.goTo(m.scene.Walk().ToClaim(m.scene.At, h.Side, i))
	}
	return m
}

// onHits takes the keys that mean something else while a search is on.
func (m Model) onHits(p keys.Press) (Model, bool) {
	if !m.scene.Hits.On || m.open != onReading {
		return m, false
	}
	var by int
	switch {
	case key.Matches(p, m.keys.Back):
		return m.endSearch(), true
	case key.Matches(p, m.keys.NextDifference):
		by = 1
	case key.Matches(p, m.keys.PrevDifference):
		by = -1
	default:
		return m, false
	}
	hits, ok := search.Step(m.scene.Hits, by)
	if !ok {
		m.says = "no further hit that way; esc ends the search"
		return m, true
	}
	return m.toHit(hits), true
}

func (m Model) endSearch() Model {
	m.scene.Hits = scene.Hits{}
	m.reading = m.reading.Texts(false).SetSize(m.scene, m.w, m.h)
	return m
}

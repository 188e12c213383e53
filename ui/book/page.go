package book

import (
	"cmp"
	"slices"

	"doubletake/model"
	"doubletake/ui/layout"
)

// Setting is how a text is to be wrapped.
type Setting struct {
	Side   model.Side
	Width  int  // cells a row may take
	Marked Show // which relations get a sign in the text
	Bare   bool // marks need brackets, because the terminal has no styles
}

// Show is a set of relations.
type Show uint8

// Marking is the relations that a filter makes visible in the texts: always
// conflicts, differences and variants, so that a filter does not move a line.
func Marking(f Filter) Show {
	show := set(model.Conflict) | set(model.Differs) | set(model.Variant)
	for _, r := range model.Relations {
		if f.Shows(r) {
			show |= set(r)
		}
	}
	return show
}

func set(r model.Relation) Show { return 1 << r }

// Has reports whether the relation is in the set.
func (s Show) Has(r model.Relation) bool { return s&set(r) != 0 }

// Sign is a sign drawn in the text, in front of the words it marks.
type Sign struct {
	At   int
	Fact model.FactIndex
}

// Page is one text wrapped to a width, with its marks laid over each other. It
// is shared between sessions and never changes.
type Page struct {
	Setting
	Lines  []layout.Line
	Opens  []Sign        // beginnings of marks by place, one a byte
	Closes []Sign        // only where Bare: ends of marks, by place
	Runs   []layout.Mark // disjoint; ID is the fact that is seen
	alone  []bool        // by line: a claim begins there that this side alone tells
}

// Alone reports whether a claim begins on the line that this side alone tells.
func (p *Page) Alone(line int) bool { return line >= 0 && line < len(p.alone) && p.alone[line] }

// SignCells is the width of a sign at the beginning of a mark: with its bracket
// where there are brackets.
func (p *Page) SignCells() int {
	if p.Bare {
		return 2
	}
	return 1
}

// At is the fact whose mark is seen at a byte of the text, or None.
func (p *Page) At(offset int) model.FactIndex {
	if i := layout.From(p.Runs, offset); i < len(p.Runs) && p.Runs[i].Span.Start <= offset {
		return model.FactIndex(p.Runs[i].ID)
	}
	return None
}

// Page is the text of one side under a setting, made once and kept for a while.
func (b *Book) Page(s Setting) *Page {
	b.mu.Lock()
	defer b.mu.Unlock()
	if p := b.pages.find(s); p != nil {
		return p
	}
	p := b.wrap(s)
	b.pages.add(p)
	return p
}

// shelf keeps the pages used last; the one unused for longest goes first, so that
// a session that is resized a thousand times does not keep a thousand texts.
type shelf struct {
	pages []*Page // the last one used last
	rows  int     // of all pages
}

// What a shelf holds: a few pages however long they are, and, while they are
// short, as many as guests with terminals of every width need.
const (
	shelfRoom = 24
	shelfMost = 256
	shelfRows = 50_000
)

func (s *shelf) find(want Setting) *Page {
	for i := len(s.pages) - 1; i >= 0; i-- {
		if p := s.pages[i]; p.Setting == want {
			copy(s.pages[i:], s.pages[i+1:])
			s.pages[len(s.pages)-1] = p
			return p
		}
	}
	return nil
}

func (s *shelf) add(p *Page) {
	s.pages = append(s.pages, p)
	s.rows += len(p.Lines)
	for len(s.pages) > shelfMost || len(s.pages) > shelfRoom && s.rows > shelfRows {
		s.rows -= len(s.pages[0].Lines)
		s.pages = slices.Delete(s.pages, 0, 1)
	}
}

func (b *Book) wrap(s Setting) *Page {
	p := &Page{Setting: s}
	text := b.C.Text(s.Side)
	var marks []layout.Mark
	for i, f := range b.C.Facts {
		m, ok := f.On(s.Side)
		if !ok || !s.Marked.Has(f.Relation) {
			continue
		}
		if span := Snap(text, m.Span); !span.Empty() {
			marks = append(marks, layout.Mark{Span: span, Rank: f.Relation.Rank(), ID: i})
		}
	}
	p.Runs = layout.Flatten(marks)
	marks = leading(marks)
	p.Opens = signs(marks, func(m layout.Mark) int { return m.Span.Start })
	if s.Bare {
		p.Closes = signs(marks, func(m layout.Mark) int { return m.Span.End })
	}
	article := b.C.Tellings[s.Side].Article
	paragraphs := article.Paragraphs
	if len(paragraphs) == 0 {
		paragraphs = []model.Span{{Start: 0, End: len(text)}}
	}
	p.Lines = layout.Wrap(text, paragraphs, s.Width, inserts(p.Opens, p.SignCells(), p.Closes))
	b.fillGutter(p)
	return p
}

// leading is, of the marks that begin at one byte, the worst: one sign is
// enough there.
func leading(marks []layout.Mark) []layout.Mark {
	slices.SortStableFunc(marks, func(x, y layout.Mark) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Rank, y.Rank))
	})
	return slices.CompactFunc(marks, func(x, y layout.Mark) bool { return x.Span.Start == y.Span.Start })
}

// signs is a sign for each mark at one of its ends, by place.
func signs(marks []layout.Mark, at func(layout.Mark) int) []Sign {
	out := make([]Sign, len(marks))
	for i, m := range marks {
		out[i] = Sign{At: at(m), Fact: model.FactIndex(m.ID)}
	}
	slices.SortStableFunc(out, func(x, y Sign) int { return cmp.Compare(x.At, y.At) })
	return out
}

func inserts(opens []Sign, cells int, closes []Sign) []layout.Insert {
	out := make([]layout.Insert, 0, len(opens)+len(closes))
	for _, s := range opens {
		out = append(out, layout.Insert{At: s.At, Cells: cells})
	}
	for _, s := range closes {
		out = append(out, layout.Insert{At: s.At, Cells: 1, Close: true})
	}
	slices.SortStableFunc(out, func(x, y layout.Insert) int { return cmp.Compare(x.At, y.At) })
	return out
}

// fillGutter notes on which lines claims begin that this side alone tells. Marks
// inside the lines have their signs in place and need none here.
func (b *Book) fillGutter(p *Page) {
	p.alone = make([]bool, len(p.Lines))
	if len(p.Lines) == 0 {
		return
	}
	for i, c := range b.C.Tellings[p.Side].Claims {
		if r, ok := b.Class(p.Side, model.ClaimIndex(i)); ok && r.OneSided() {
			p.alone[layout.RowOf(p.Lines, c.Span.Start)] = true
		}
	}
}

package marks

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"doubletake/model/text"
)

// schema is the number of the file's form. A reader refuses a later one rather
// than lose what it does not know.
const schema = 1

var errNewer = errors.New("it was written by a later doubletake")

// sheet is the file: marks in the order of Set.Keys, so that two versions of it
// differ only where marks do.
type sheet struct {
	Schema int     `json:"schema"`
	Left   string  `json:"left"`
	Right  string  `json:"right"`
	Marks  []entry `json:"marks"`
}

type entry struct {
	On    string `json:"on"`
	About string `json:"about,omitempty"`
	Left  string `json:"left,omitempty"`
	Right string `json:"right,omitempty"`
	State string `json:"state,omitempty"`
	Note  string `json:"note,omitempty"`
}

// encode writes a set as the file's bytes.
func encode(set Set, heads [2]string) []byte {
	s := sheet{Schema: schema, Left: heads[0], Right: heads[1], Marks: []entry{}}
	for _, k := range set.Keys() {
		m := set[k]
		e := entry{On: k.What, About: k.About, Left: k.Left, Right: k.Right, Note: m.Note}
		if m.State != Unmarked {
			e.State = m.State.String()
		}
		s.Marks = append(s.Marks, e)
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	_ = out.Encode(s) // strings and numbers into memory: it cannot fail
	return b.Bytes()
}

// decode reads the file's bytes. Notes come from outside and may hold anything,
// so they are made harmless.
func decode(data []byte) (Set, error) {
	var s sheet
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, err
	}
	switch {
	case s.Schema > schema:
		return nil, errNewer
	case s.Schema < 1:
		return nil, errors.New("no marks file")
	}
	set := make(Set)
	for _, e := range s.Marks {
		state, ok := parseState(e.State)
		if !ok {
			return nil, fmt.Errorf("no state is called %q", e.State)
		}
		set.put(Key{What: e.On, About: e.About, Left: e.Left, Right: e.Right}, Mark{State: state, Note: text.Clean(e.Note)})
	}
	return set, nil
}

func parseState(s string) (State, bool) {
	switch s {
	case "", Unmarked.String():
		return Unmarked, true
	case Checked.String():
		return Checked, true
	case Dismissed.String():
		return Dismissed, true
	}
	return Unmarked, false
}

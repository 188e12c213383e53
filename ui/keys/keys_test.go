package keys

import (
	"reflect"
	"testing"

	"github.com/charmbracelet/bubbles/key"
)

// TestGroups checks that the help shows every binding exactly once, each with
// keys, a name and a word on what it does.
func TestGroups(t *testing.T) {
	m := Default()
	shown := map[string]int{}
	for _, g := range m.Groups() {
		for _, b := range g.Bindings {
			shown[b.Help().Desc]++
			if len(b.Keys()) == 0 || b.Help().Key == "" || b.Help().Desc == "" {
				t.Errorf("binding %+v is not complete", b)
			}
		}
	}
	fields := reflect.ValueOf(*m)
	for i := range fields.NumField() {
		b := fields.Field(i).Interface().(key.Binding)
		if shown[b.Help().Desc] != 1 {
			t.Errorf("%s is shown %d times", fields.Type().Field(i).Name, shown[b.Help().Desc])
		}
	}
}

// TestNoKeyTwice checks that no key means two things while nothing is typed.
func TestNoKeyTwice(t *testing.T) {
	m := Default()
	used := map[string]string{}
	for _, g := range m.Groups()[:4] {
		for _, b := range g.Bindings {
			for _, k := range b.Keys() {
				if other, ok := used[k]; ok {
					t.Errorf("%q means %q and %q", k, other, b.Help().Desc)
				}
				used[k] = b.Help().Desc
			}
		}
	}
}

package gate

import (
	"fmt"
	"net"
	"testing"
	"time"
)

func address(ip string) net.Addr { return &net.TCPAddr{IP: net.ParseIP(ip), Port: 4711} }

func TestEnter(t *testing.T) {
	now := time.Unix(1000, 0)
	for _, tt := range []struct {
		name   string
		limits Limits
		from   []string
		want   []Refusal
	}{
		{"no limits", Limits{}, []string{"192.0.2.1", "192.0.2.1", "192.0.2.1"}, []Refusal{Admitted, Admitted, Admitted}},
		{"waiting", Limits{Waiting: 2}, []string{"192.0.2.1", "192.0.2.2", "192.0.2.3"}, []Refusal{Admitted, Admitted, TooManyWaiting}},
		{"one address", Limits{PerAddress: 2}, []string{"192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"},
			[]Refusal{Admitted, Admitted, TooManyFromHere, Admitted}},
		{"one IPv6 network", Limits{PerAddress: 1}, []string{"2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"},
			[]Refusal{Admitted, TooManyFromHere, Admitted}},
		{"IPv4 in IPv6", Limits{PerAddress: 1}, []string{"192.0.2.1", "::ffff:192.0.2.1", "::ffff:192.0.2.2"},
			[]Refusal{Admitted, TooManyFromHere, Admitted}},
		{"pace", Limits{Rate: 1, Burst: 2}, []string{"192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"},
			[]Refusal{Admitted, Admitted, TooFast, Admitted}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := New(tt.limits)
			for i, from := range tt.from {
				if _, got := g.Enter(address(from), now); got != tt.want[i] {
					t.Errorf("%d, %s: %s, want %s", i, from, got, tt.want[i])
				}
			}
		})
	}
}

func TestSeats(t *testing.T) {
	now := time.Unix(1000, 0)
	g := New(Limits{Seats: 1, Waiting: 2})
	first, _ := g.Enter(address("192.0.2.1"), now)
	second, _ := g.Enter(address("192.0.2.2"), now)
	if r := first.Seat(); r != Admitted {
		t.Fatal(r)
	}
	if r := second.Seat(); r != NoSeat {
		t.Errorf("a second seat of one: %s", r)
	}
	if got, want := g.Count(), (Count{Waiting: 1, Seated: 1, Addresses: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	first.Leave()
	first.Leave()
	if r := second.Seat(); r != Admitted {
		t.Errorf("the free seat: %s", r)
	}
	second.Leave()
	if got := g.Count(); got.Waiting != 0 || got.Seated != 0 {
		t.Errorf("somebody is left: %+v", got)
	}
}

// TestMemory checks that addresses without number do not fill the memory, and
// that those inside are not forgotten.
func TestMemory(t *testing.T) {
	now := time.Unix(1000, 0)
	g := New(Limits{PerAddress: 1, Rate: 1, Burst: 1})
	inside, _ := g.Enter(address("192.0.2.1"), now)
	for i := range 3 * mostKnown {
		if p, r := g.Enter(address(fmt.Sprintf("2001:db8:%x:%x::1", i>>16, i&0xffff)), now); r == Admitted {
			p.Leave()
		}
	}
	if n := g.Count().Addresses; n > mostKnown {
		t.Errorf("%d addresses are remembered", n)
	}
	if _, r := g.Enter(address("192.0.2.1"), now.Add(time.Hour)); r != TooManyFromHere {
		t.Errorf("the guest inside is forgotten: %s", r)
	}
	inside.Leave()
	if _, r := g.Enter(address("192.0.2.1"), now.Add(2*time.Hour)); r != Admitted {
		t.Errorf("the guest who left: %s", r)
	}
}

// Package gate decides who may connect: how many connections in all, how many
// from one address, and how fast from one address. It decides before a byte of
// the connection is read, and what it remembers is bounded.
//
// IPv4 addresses count one by one; IPv6 addresses by /64, which is what one
// household or one machine is given (RFC 6177).
package gate

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"doubletake/ui/serve/pace"
)

// Limits is what the gate holds to. A limit that is zero or less is none.
type Limits struct {
	Seats      int     // sessions at once
	Waiting    int     // connections at once that have no seat yet
	PerAddress int     // connections at once from one address, seated or waiting
	Rate       float64 // new connections a second from one address, in the long run
	Burst      int     // new connections at once from an address that has been quiet; 1 or more
}

// Refusal says why a connection is not let in.
type Refusal uint8

// The refusals; Admitted is none.
const (
	Admitted        Refusal = iota
	TooManyWaiting          // too many connections have not begun a session
	TooManyFromHere         // too many connections from this address
	TooFast                 // too many new connections from this address
	NoSeat                  // all seats are taken
)

// String is the refusal as logs write it.
func (r Refusal) String() string {
	return [...]string{"admitted", "too many waiting", "too many from this address", "too fast from this address", "no seat"}[r%5]
}

// mostKnown is the number of addresses remembered. Past it, the gate forgets how
// fast those connected that are not connected now.
const mostKnown = 10_000

// Gate counts connections. It is safe for use by many goroutines.
type Gate struct {
	limits Limits

	mu      sync.Mutex
	waiting int
	seated  int
	known   map[netip.Prefix]*visitor
}

// visitor is one address.
type visitor struct {
	inside int // connections now
	pace   pace.Bucket
}

// New is a gate with nobody inside.
func New(l Limits) *Gate {
	l.Burst = max(l.Burst, 1)
	return &Gate{limits: l, known: make(map[netip.Prefix]*visitor)}
}

// Pass is the right of one connection to be there. Leave gives it back.
type Pass struct {
	gate   *Gate
	from   netip.Prefix
	seated bool
	left   bool
}

// Enter lets a connection in, or says why not.
func (g *Gate) Enter(from net.Addr, now time.Time) (*Pass, Refusal) {
	key := Key(from)
	g.mu.Lock()
	defer g.mu.Unlock()
	v := g.visitor(key, now)
	// The pace counts refused connections too: who knocks too often has to wait.
	fast := g.limits.Rate > 0 && !v.pace.Try(1, now)
	switch {
	case fast:
		return nil, TooFast
	case g.limits.PerAddress > 0 && v.inside >= g.limits.PerAddress:
		return nil, TooManyFromHere
	case g.limits.Waiting > 0 && g.waiting >= g.limits.Waiting:
		return nil, TooManyWaiting
	}
	v.inside++
	g.waiting++
	return &Pass{gate: g, from: key}, Admitted
}

// visitor finds an address, or makes room for it.
func (g *Gate) visitor(key netip.Prefix, now time.Time) *visitor {
	if v := g.known[key]; v != nil {
		return v
	}
	if len(g.known) >= mostKnown {
		for k, v := range g.known {
			if v.inside == 0 {
				delete(g.known, k)
			}
		}
	}
	v := &visitor{pace: pace.New(g.limits.Rate, float64(g.limits.Burst), now)}
	g.known[key] = v
	return v
}

// Seat turns a waiting connection into a session; it is NoSeat when the house
// is full.
func (p *Pass) Seat() Refusal {
	g := p.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case p.left || p.seated:
		return Admitted
	case g.limits.Seats > 0 && g.seated >= g.limits.Seats:
		return NoSeat
	}
	p.seated = true
	g.waiting--
	g.seated++
	return Admitted
}

// Leave gives the pass back; a second time changes nothing.
func (p *Pass) Leave() {
	g := p.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	if p.left {
		return
	}
	p.left = true
	if p.seated {
		g.seated--
	} else {
		g.waiting--
	}
	if v := g.known[p.from]; v != nil {
		v.inside--
	}
}

// Count is how many connections there are now.
type Count struct {
	Waiting, Seated, Addresses int // Addresses: those remembered
}

// Count counts.
func (g *Gate) Count() Count {
	g.mu.Lock()
	defer g.mu.Unlock()
	return Count{Waiting: g.waiting, Seated: g.seated, Addresses: len(g.known)}
}

// Key is what an address is counted by. All addresses that are no IP addresses
// count as one.
func Key(a net.Addr) netip.Prefix {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	ip, _ := netip.AddrFromSlice(tcp.IP)
	ip = ip.Unmap()
	bits := 32
	if ip.Is6() {
		bits = 64
	}
	p, err := ip.Prefix(bits)
	if err != nil { // no address at all
		return netip.Prefix{}
	}
	return p
}

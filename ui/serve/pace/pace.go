// Package pace bounds how fast something happens: a token bucket on a clock that
// the caller holds, so that it can be tested without waiting.
package pace

import "time"

// Bucket holds tokens: it starts full and refills steadily. It is not safe for
// use by several goroutines at once. The zero Bucket is always empty.
type Bucket struct {
	rate  float64 // tokens a second
	burst float64
	level float64 // below zero: tokens taken ahead of their time
	at    time.Time
}

// New is a full bucket of burst tokens that refills at rate tokens a second.
func New(rate, burst float64, now time.Time) Bucket {
	return Bucket{rate: rate, burst: burst, level: burst, at: now}
}

// Try takes n tokens where there are that many, and reports whether there were.
func (b *Bucket) Try(n float64, now time.Time) bool {
	b.fill(now)
	if b.level < n {
		return false
	}
	b.level -= n
	return true
}

// Take takes n tokens, ahead of their time where they are missing, and says how
// long to wait until none is owed.
func (b *Bucket) Take(n float64, now time.Time) time.Duration {
	b.fill(now)
	b.level -= n
	if b.level >= 0 || b.rate <= 0 {
		return 0
	}
	return time.Duration(-b.level / b.rate * float64(time.Second))
}

// Full reports whether the bucket is as it was made.
func (b *Bucket) Full(now time.Time) bool {
	b.fill(now)
	return b.level >= b.burst
}

func (b *Bucket) fill(now time.Time) {
	if passed := now.Sub(b.at); passed > 0 {
		b.level = min(b.burst, b.level+b.rate*passed.Seconds())
		b.at = now
	}
}

package serve

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/charmbracelet/ssh"
)

// forLeaving is how long a guest may keep the connection when the session is over.
const forLeaving = 2 * time.Second

// visitKey is where a session's context keeps the guest's visit.
type visitKey struct{}

// visit is the session while it lasts.
type visit struct {
	guest *guest
	ctx   context.Context // ends when the guest has gone
	end   context.CancelCauseFunc
}

// attend is the first to see a session: it times, logs and ends it.
func (s *server) attend(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		g, ok := sess.Context().Value(guestKey{}).(*guest)
		if !ok {
			return
		}
		s.crew.Do("session", func() {
			g.setup.Stop()
			ctx, cancel := context.WithCancelCause(sess.Context())
			defer cancel(nil)
			long := time.AfterFunc(s.options.MaxTimeout, func() { cancel(errLong) })
			defer long.Stop()
			g.setCancel(cancel)
			defer g.setCancel(nil)
			defer time.AfterFunc(forLeaving, func() { g.end(errLingering) })
			s.served.Add(1)
			begun := time.Now()
			g.enters(sess)
			defer func() { g.leaves(ctx, begun) }()
			sess.Context().SetValue(visitKey{}, visit{g, ctx, cancel})
			next(sess)
		})
	}
}

// enters logs the beginning of a session.
func (g *guest) enters(sess ssh.Session) {
	w, h, _ := g.wishes.size()
	g.log.Info("session", "user", safe(sess.User(), 64), "client", safe(sess.Context().ClientVersion(), 64),
		"term", g.wishes.getenv("TERM"), "size", fmt.Sprintf("%dx%d", w, h), "command", safe(sess.RawCommand(), 64))
}

// leaves logs the end of a session.
func (g *guest) leaves(ctx context.Context, begun time.Time) {
	why := "left"
	if err := g.why(); err != nil {
		why = err.Error()
	} else if err := context.Cause(ctx); err != nil && ctx.Err() != nil {
		why = reason(err)
	}
	g.log.Info("session ended", "why", why, "after", time.Since(begun).Round(time.Second).String(), "bytes_in", g.in.Load(), "bytes_out", g.out.Load())
}

// reason is why a session's context has ended, for the log.
func reason(err error) string {
	if errors.Is(err, context.Canceled) {
		return "disconnected"
	}
	return err.Error()
}

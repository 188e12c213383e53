package command

import (
	"errors"

	"doubletake/ui/serve"

	"github.com/spf13/cobra"
)

// serve is the subcommand that lets guests read over ssh until it is told to
// stop.
func (p Program) serve() *cobra.Command {
	o := serve.Default()
	var in input
	c := &cobra.Command{
		Use:   "serve [flags] [PAIRS…]",
		Short: "Let guests read over ssh",
		Long: `Serve lets guests read over ssh with nothing installed on their side:
ssh -p 2222 HOST opens a list of pairs, and the reader on the one chosen.

PAIRS are folders that hold two articles each, or files or addresses, two for a
pair.
Without them the pairs that come with the program are served.

By default only this machine is listened to. Any other --listen address opens
the server to the network, to everybody unless --authorized-keys says to whom.
Guests get nothing of this machine but the pairs.

SIGTERM and SIGINT stop it: guests are told and given some seconds, and the exit
code is 0. SIGUSR1 logs how many guests there are.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Log, o.Env, o.Source = p.Err, p.Env, in.source(nil, nil)
			if o.Listen == "" {
				return errors.New("--listen is empty: name an address, such as 127.0.0.1:2222")
			}
			return serve.Run(cmd.Context(), o, args)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.Listen, "listen", o.Listen, "listen on this `address`; any but a loopback one opens the server to the network")
	f.StringVar(&o.HostKey, "host-key", "", "keep the host key in this `file`; it is made at the first start (default: in $STATE_DIRECTORY or the user's configuration folder)")
	f.StringVar(&o.AuthorizedKeys, "authorized-keys", "", "let in only the keys in this `file` (default: guests without keys)")
	f.IntVar(&o.MaxSessions, "max-sessions", o.MaxSessions, "let in this many guests at once; 0 for any `number`")
	f.IntVar(&o.MaxPerAddress, "max-per-ip", o.MaxPerAddress, "hold this many connections from one address (IPv6: one /64); 0 for any `number`")
	f.Float64Var(&o.Rate, "rate", o.Rate, "take this many new connections a second from one address; 0 for any `number`")
	f.DurationVar(&o.IdleTimeout, "idle-timeout", o.IdleTimeout, "end a session after this `time` without a key")
	f.DurationVar(&o.MaxTimeout, "max-timeout", o.MaxTimeout, "end a session after this `time`")
	in.define(f)
	f.StringVar(&o.LogFormat, "log-format", o.LogFormat, "log as `text or json`, on standard error")
	return c
}

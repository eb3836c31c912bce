package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/news"
)

// pingPatience is how long a server that is well takes at most to say so.
const pingPatience = 5 * time.Second

func (a *app) ping() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ping",
		Short: "Ask the process on this machine whether it is ready",
		Long: `Ping asks /readyz, at the admin address if one is set, else at the address that serve
listens on. Exit status 0: it is ready, its store answers. 3: it is not, or nothing
answers. For the health checks of containers, which may have no other program.`,
		Example: "  selisik ping\n  selisik ping --admin :9475",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.askReady(cmd.Context()) },
	}
	uses(cmd, "admin", "listen", "tls-cert")
	return cmd
}

func (a *app) askReady(ctx context.Context) error {
	address, scheme := a.conf.Admin, "http"
	if address == "" {
		address = a.conf.Listen
		if a.conf.TLSCert != "" {
			scheme = "https"
		}
	}
	ctx, cancel := context.WithTimeout(ctx, pingPatience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, scheme+"://"+here(address)+"/readyz", nil)
	if err != nil {
		return err
	}
	// The certificate is of another name than this machine's, and nothing is told.
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true}} //nolint:gosec // see above
	resp, err := client.Do(r)
	if err != nil {
		return problem{fmt.Errorf("ping %s: %w", address, err), news.ErrUnavailable}
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return problem{fmt.Errorf("ping %s: not ready: status %d", address, resp.StatusCode), news.ErrUnavailable}
	}
	return nil
}

// here is an address as it is reached from this machine: one that listens
// everywhere listens on the loopback. A number, for a container may have no list
// of names.
func here(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip, perr := netip.ParseAddr(host); err == nil && (host == "" || perr == nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address
}

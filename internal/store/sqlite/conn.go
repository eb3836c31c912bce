package sqlite

import (
	"context"
	"database/sql/driver"
)

// connector makes connections that keep their prepared statements: SQLite takes
// longer to prepare most of ours than to run them.
type connector struct{ driver.Connector }

// Connect implements driver.Connector.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{inner, map[string]*prepared{}}, nil
}

// conn is a connection with statements by their text. Like any driver.Conn it
// serves one goroutine at a time.
type conn struct {
	driver.Conn
	statements map[string]*prepared
}

// prepared is a statement that is kept. While rows are read from it, the same
// text is prepared once more.
type prepared struct {
	driver.Stmt
	busy bool
}

// kept is how many statements a connection keeps.
const kept = 200

// prepare returns a statement that is not busy, and whether it is to be closed
// after use.
func (c *conn) prepare(ctx context.Context, query string) (*prepared, bool, error) {
	p, ok := c.statements[query]
	if ok && !p.busy {
		return p, false, nil
	}
	s, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, false, err
	}
	p = &prepared{Stmt: s}
	if ok || len(c.statements) >= kept {
		return p, true, nil
	}
	c.statements[query] = p
	return p, false, nil
}

// ExecContext implements driver.ExecerContext.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	p, once, err := c.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	if once {
		defer p.Close() //nolint:errcheck // the result tells
	}
	return p.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

// QueryContext implements driver.QueryerContext.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	p, once, err := c.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	r, err := p.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	if err != nil {
		if once {
			p.Close() //nolint:errcheck // err tells
		}
		return nil, err
	}
	p.busy = true
	return &result{r, p, once}, nil
}

// result are rows that give their statement back.
type result struct {
	driver.Rows
	of   *prepared
	once bool
}

// Close implements driver.Rows.
func (r *result) Close() error {
	err := r.Rows.Close()
	r.of.busy = false
	if r.once {
		r.of.Close() //nolint:errcheck // the rows' error tells
	}
	return err
}

// BeginTx implements driver.ConnBeginTx.
func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	return c.Conn.(driver.ConnBeginTx).BeginTx(ctx, opts)
}

// PrepareContext implements driver.ConnPrepareContext.
func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	return c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
}

// ResetSession implements driver.SessionResetter.
func (c *conn) ResetSession(ctx context.Context) error {
	if r, ok := c.Conn.(driver.SessionResetter); ok {
		return r.ResetSession(ctx)
	}
	return nil
}

// IsValid implements driver.Validator.
func (c *conn) IsValid() bool {
	v, ok := c.Conn.(driver.Validator)
	return !ok || v.IsValid()
}

// Close implements driver.Conn.
func (c *conn) Close() error {
	for _, p := range c.statements {
		p.Close() //nolint:errcheck // the connection's error tells
	}
	return c.Conn.Close()
}

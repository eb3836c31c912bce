package relational

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/selisik/selisik/internal/news"
)

// codec turns bytes and values into what stands in body columns, and back.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

// largest is how many bytes a body may have; more is taken for damage.
const largest = 1 << 30

func newCodec() (codec, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(1<<20), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return codec{}, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(largest), zstd.WithDecoderLowmem(true))
	return codec{enc, dec}, err
}

func (c codec) pack(b []byte) []byte { return c.enc.EncodeAll(b, nil) }

func (c codec) unpack(b []byte) ([]byte, error) {
	out, err := c.dec.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("damaged body: %w: %w", news.ErrInvalid, err)
	}
	return out, nil
}

func (c codec) packJSON(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return c.pack(b), nil
}

func (c codec) unpackJSON(b []byte, v any) error {
	plain, err := c.unpack(b)
	if err != nil {
		return err
	}
	return json.Unmarshal(plain, v)
}

// micros is how a time stands in a column.
func micros(t time.Time) int64 { return t.UnixMicro() }

// fromMicros returns the time of a column, in UTC.
func fromMicros(n int64) time.Time { return time.UnixMicro(n).UTC() }

// array writes strings as the JSON array that Dialect.In takes, and lists stand
// in columns as.
func array[T ~string](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings always marshal
	}
	return string(b)
}

// fromArray reads what array wrote; an empty list is nil.
func fromArray[T ~string](s string) ([]T, error) {
	if s == "" || s == "[]" {
		return nil, nil
	}
	var out []T
	err := json.Unmarshal([]byte(s), &out)
	return out, err
}

// asNumber is how yes and no stand in a column.
func asNumber(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

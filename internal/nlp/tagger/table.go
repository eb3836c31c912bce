package tagger

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// table maps 32-bit hashes to rows of bytes. It is read in place: a directory
// of 2^16+1 offsets by the upper half of the hash, then entries of the lower
// half and the row, sorted.
//
// A hash that is not in the table meets another one's row with a chance of one
// in 65,536 for each entry of its bucket, which does no harm to a linear model.
type table struct {
	width   int
	dir     []byte
	entries []byte
}

const dirSize = 4 * (1<<16 + 1)

func openTable(b []byte) (table, error) {
	if len(b) < 4+dirSize {
		return table{}, fmt.Errorf("table of %d bytes is too short", len(b))
	}
	t := table{width: int(binary.LittleEndian.Uint32(b)), dir: b[4 : 4+dirSize], entries: b[4+dirSize:]}
	if t.width <= 0 || t.width > 256 {
		return table{}, fmt.Errorf("row of %d bytes", t.width)
	}
	last := 0
	for i := 0; i < dirSize; i += 4 {
		n := int(binary.LittleEndian.Uint32(t.dir[i:]))
		if n < last {
			return table{}, fmt.Errorf("directory goes back at %d", i/4)
		}
		last = n
	}
	if last*(2+t.width) != len(t.entries) {
		return table{}, fmt.Errorf("%d entries of %d bytes in %d", last, 2+t.width, len(t.entries))
	}
	return t, nil
}

// row returns the row of a hash, nil if the table has none.
func (t *table) row(h uint32) []byte {
	d := t.dir[4*(h>>16):]
	i := int(binary.LittleEndian.Uint32(d))
	n := int(binary.LittleEndian.Uint32(d[4:]))
	low := uint16(h)
	for size := 2 + t.width; i < n; i++ {
		e := t.entries[i*size : (i+1)*size]
		if k := binary.LittleEndian.Uint16(e); k == low {
			return e[2:]
		} else if k > low {
			return nil
		}
	}
	return nil
}

// packTable writes rows, all of one width, as table reads them.
func packTable(width int, rows map[uint32][]byte) []byte {
	keys := make([]uint32, 0, len(rows))
	for k := range rows {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out := binary.LittleEndian.AppendUint32(nil, uint32(width))
	i := 0
	for b := range 1<<16 + 1 {
		for i < len(keys) && int(keys[i]>>16) < b {
			i++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(i))
	}
	for _, k := range keys {
		out = append(binary.LittleEndian.AppendUint16(out, uint16(k)), rows[k]...)
	}
	return out
}

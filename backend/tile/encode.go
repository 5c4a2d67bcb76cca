package tile

import "encoding/binary"

// Field numbers and wire types of vector_tile.proto (MVT 2.1), as the tag bytes (field << 3 | type).
const (
	varint  = 0 // wire types of protocol buffers
	counted = 2

	tagLayer       = 3<<3 | counted
	tagVersion     = 15<<3 | varint
	tagName        = 1<<3 | counted
	tagFeature     = 2<<3 | counted
	tagKey         = 3<<3 | counted
	tagValue       = 4<<3 | counted
	tagExtent      = 5<<3 | varint
	tagID          = 1<<3 | varint
	tagTags        = 2<<3 | counted
	tagType        = 3<<3 | varint
	tagGeometry    = 4<<3 | counted
	tagStringValue = 1<<3 | counted
	typeLine       = 2
	typePolygon    = 3
	commandMoveTo  = 1
	commandLineTo  = 2
	commandClose   = 7
	keyName        = 0
	keyClass       = 1
	closePath      = commandClose | 1<<3
	mvtVersion     = 2
)

// layerEncoder writes one layer.
type layerEncoder struct {
	name     string
	features []byte
	values   []string
	valueAt  map[string]uint64
	geometry []byte
	feature  []byte
	tags     []byte
}

func (e *layerEncoder) add(s *shape, paths [][]cell) {
	e.geometry = e.geometry[:0]
	var at cell
	for _, path := range paths {
		e.geometry = binary.AppendUvarint(e.geometry, commandMoveTo|1<<3)
		at = e.step(at, path[0])
		e.geometry = binary.AppendUvarint(e.geometry, commandLineTo|uint64(len(path)-1)<<3)
		for _, c := range path[1:] {
			at = e.step(at, c)
		}
		if s.polygon {
			e.geometry = append(e.geometry, closePath)
		}
	}
	f := e.feature[:0]
	if s.id != 0 {
		f = binary.AppendUvarint(append(f, tagID), s.id)
	}
	e.tags = e.tags[:0]
	for key, value := range [...]string{keyName: s.name, keyClass: s.class} {
		if value != "" {
			e.tags = binary.AppendUvarint(binary.AppendUvarint(e.tags, uint64(key)), e.value(value))
		}
	}
	if len(e.tags) > 0 {
		f = appendBytes(append(f, tagTags), e.tags)
	}
	kind := byte(typeLine)
	if s.polygon {
		kind = typePolygon
	}
	f = appendBytes(append(f, tagType, kind, tagGeometry), e.geometry)
	e.feature = f
	e.features = appendBytes(append(e.features, tagFeature), f)
}

// step appends the way from one cell to the next.
func (e *layerEncoder) step(from, to cell) cell {
	e.geometry = binary.AppendUvarint(e.geometry, zigzag(to.x-from.x))
	e.geometry = binary.AppendUvarint(e.geometry, zigzag(to.y-from.y))
	return to
}

func zigzag(n int32) uint64 { return uint64(uint32(n<<1) ^ uint32(n>>31)) }

func (e *layerEncoder) value(s string) uint64 {
	at, ok := e.valueAt[s]
	if !ok {
		if e.valueAt == nil {
			e.valueAt = make(map[string]uint64)
		}
		at = uint64(len(e.values))
		e.values = append(e.values, s)
		e.valueAt[s] = at
	}
	return at
}

// appendTo writes the layer behind out, nothing if it has no feature.
func (e *layerEncoder) appendTo(out []byte) []byte {
	if len(e.features) == 0 {
		return out
	}
	body := append([]byte{tagVersion, mvtVersion}, tagName)
	body = append(appendBytes(body, []byte(e.name)), e.features...)
	if len(e.values) > 0 {
		body = appendBytes(append(body, tagKey), []byte("name"))
		body = appendBytes(append(body, tagKey), []byte("class"))
		for _, v := range e.values {
			value := appendBytes([]byte{tagStringValue}, []byte(v))
			body = appendBytes(append(body, tagValue), value)
		}
	}
	body = binary.AppendUvarint(append(body, tagExtent), Extent)
	return appendBytes(append(out, tagLayer), body)
}

// appendBytes writes a length and the bytes.
func appendBytes(to, b []byte) []byte { return append(binary.AppendUvarint(to, uint64(len(b))), b...) }

package basemap

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"sync"

	"estateatlas/backend/domain"
)

// PMTiles 3 (github.com/protomaps/PMTiles, spec/v3): one file with a header, a tree of directories and the tiles, which are
// numbered along Hilbert curves.

const (
	pmHeader = 127
	// largestDirectory bounds a directory as stored; largestDirectoryOpen decompressed: a million entries.
	largestDirectory     = 1 << 20
	largestDirectoryOpen = 4 << 20
	largestMetadata      = 4 << 20
	// deepestLeaf is how many directories a way from the root may pass; writers use two.
	deepestLeaf = 4
	// keptEntries bounds the leaf directories in memory, 24 bytes an entry.
	keptEntries = 1 << 20
)

// Compressions of a header.
const (
	pmUnknown = iota
	pmNone
	pmGzip
	pmBrotli
	pmZstd
)

var errDirectory = errors.New("directory damaged")

type pmtiles struct {
	file *os.File
	size uint64
	info Info

	inside, tiles            byte // compressions
	leafAt, leafLen          uint64
	dataAt, dataLen          uint64
	root                     []pmEntry
	mu                       sync.Mutex
	leaves                   map[pmPlace][]pmEntry
	leafOrder                []pmPlace // the oldest first
	entries                  int       // of all leaves kept
	metadataAt, metadataSize uint64
}

// pmPlace is a leaf directory, from the start of the leaves.
type pmPlace struct{ offset, length uint64 }

// pmEntry is a run of equal tiles, or with run 0 a leaf directory.
type pmEntry struct {
	id, offset  uint64
	length, run uint32
}

// openPMTiles takes over the file if there is no error.
func openPMTiles(file *os.File, name string) (*pmtiles, error) {
	stat, err := file.Stat()
	if err != nil {
		return nil, damaged(err)
	}
	p := &pmtiles{file: file, size: uint64(max(0, stat.Size())), leaves: make(map[pmPlace][]pmEntry)}
	h, err := p.read(0, pmHeader, pmHeader)
	if err != nil {
		return nil, damaged(err)
	}
	if string(h[:7]) != "PMTiles" || h[7] != 3 {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("只能读取第 3 版 PMTiles；请用 pmtiles 工具转换", "Only PMTiles version 3 can be read; convert the file with the pmtiles tool"), nil)
	}
	at := func(offset int) uint64 { return binary.LittleEndian.Uint64(h[offset:]) }
	degrees := func(offset int) float64 { return float64(int32(binary.LittleEndian.Uint32(h[offset:]))) / 1e7 }
	p.metadataAt, p.metadataSize = at(24), at(32)
	p.leafAt, p.leafLen = at(40), at(48)
	p.dataAt, p.dataLen = at(56), at(64)
	p.inside, p.tiles = h[97], h[98]
	for _, c := range [...]byte{p.inside, p.tiles} {
		if c == pmBrotli || c == pmZstd {
			kind := map[byte]string{pmBrotli: "brotli", pmZstd: "zstd"}[c]
			return nil, domain.Fail(domain.CodeInvalid, domain.Say("此底图用 %s 压缩，不能读取；请制作或转换为 gzip 压缩的 PMTiles",
				"This base map is compressed with %s, which cannot be read; make or convert it with gzip", kind), nil)
		}
		if c > pmZstd {
			return nil, damaged(fmt.Errorf("compression %d", c))
		}
	}
	for _, section := range [...]pmPlace{{p.leafAt, p.leafLen}, {p.dataAt, p.dataLen}, {p.metadataAt, p.metadataSize}} {
		if section.offset > p.size || section.length > p.size-section.offset {
			return nil, damaged(fmt.Errorf("a section of %d bytes at %d reaches beyond the end at %d", section.length, section.offset, p.size))
		}
	}
	p.info = Info{Name: name, Source: FromPMTiles, MinZoom: int(h[100]), MaxZoom: min(int(h[101]), deepest), Bounds: boundsOf(degrees(102), degrees(106), degrees(110), degrees(114))}
	if p.info.MinZoom > p.info.MaxZoom {
		return nil, damaged(errors.New("zooms the wrong way round"))
	}
	if p.root, err = p.directory(at(8), at(16)); err != nil {
		return nil, damaged(err)
	}
	if text, err := p.read(p.metadataAt, p.metadataSize, largestMetadata); err == nil {
		if text, err = p.open(p.inside, text, largestMetadata); err == nil {
			p.info.take(text)
		}
	}
	return p, p.settle(h[99])
}

// settle finds out the kind: by the header, else by a tile.
func (p *pmtiles) settle(kind byte) error {
	first, err := p.firstTile()
	if err != nil {
		return damaged(err)
	}
	switch kind {
	case 1:
		p.info.Kind = Vector
	case 2, 3, 4, 5:
		p.info.Kind = Raster
	case 0:
		if p.info.Kind = Vector; pictureType(first) != "" {
			p.info.Kind = Raster
		}
	default:
		return domain.Fail(domain.CodeInvalid, domain.Say("底图的瓦片类型（%d）不认识；应为 MVT、PNG、JPEG、WebP 或 AVIF",
			"The base map's type of tile (%d) is not known; MVT, PNG, JPEG, WebP or AVIF is", kind), nil)
	}
	if p.info.TileSize = vectorSize; p.info.Kind == Raster {
		p.info.TileSize = pictureSize(first)
	}
	return nil
}

func (p *pmtiles) Info() Info { return p.info }

func (p *pmtiles) Close() error { return p.file.Close() }

func (p *pmtiles) Tile(_ context.Context, z, x, y uint32) (Tile, error) {
	if !inPyramid(z, x, y) || int(z) < p.info.MinZoom || int(z) > p.info.MaxZoom {
		return Tile{}, nil
	}
	e, ok, err := p.find(tileID(z, x, y))
	if err != nil || !ok {
		return Tile{}, err
	}
	data, err := p.stored(e)
	if err != nil {
		return Tile{}, damaged(err)
	}
	tile, err := tileOf(p.info.Kind, data)
	if err != nil {
		return Tile{}, damaged(err)
	}
	return tile, nil
}

// find returns the run that holds a tile.
func (p *pmtiles) find(id uint64) (pmEntry, bool, error) {
	entries := p.root
	for range deepestLeaf {
		at, exact := slices.BinarySearchFunc(entries, id, func(e pmEntry, id uint64) int { return cmp.Compare(e.id, id) })
		if !exact {
			at--
		}
		if at < 0 {
			return pmEntry{}, false, nil
		}
		e := entries[at]
		if e.run > 0 {
			return e, id-e.id < uint64(e.run), nil
		}
		var err error
		if entries, err = p.leaf(e); err != nil {
			return pmEntry{}, false, damaged(err)
		}
	}
	return pmEntry{}, false, damaged(errDirectory)
}

// firstTile returns the content of the first entry that is a tile; nil if there is none.
func (p *pmtiles) firstTile() ([]byte, error) {
	entries := p.root
	for range deepestLeaf {
		if len(entries) == 0 {
			return nil, nil
		}
		if entries[0].run > 0 {
			return p.stored(entries[0])
		}
		var err error
		if entries, err = p.leaf(entries[0]); err != nil {
			return nil, err
		}
	}
	return nil, errDirectory
}

// stored returns the decompressed content of a run.
func (p *pmtiles) stored(e pmEntry) ([]byte, error) {
	if e.offset > p.dataLen || uint64(e.length) > p.dataLen-e.offset {
		return nil, errors.New("a tile outside the section of tiles")
	}
	data, err := p.read(p.dataAt+e.offset, uint64(e.length), largestTile)
	if err != nil {
		return nil, err
	}
	return p.open(p.tiles, data, largestTileOpen)
}

// leaf returns a leaf directory.
func (p *pmtiles) leaf(e pmEntry) ([]pmEntry, error) {
	place := pmPlace{e.offset, uint64(e.length)}
	p.mu.Lock()
	kept, ok := p.leaves[place]
	p.mu.Unlock()
	if ok {
		return kept, nil
	}
	if place.offset > p.leafLen || place.length > p.leafLen-place.offset {
		return nil, errors.New("a leaf outside the section of leaves")
	}
	entries, err := p.directory(p.leafAt+place.offset, place.length)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.leaves[place]; ok {
		return entries, nil
	}
	for len(p.leafOrder) > 0 && p.entries+len(entries) > keptEntries {
		p.entries -= len(p.leaves[p.leafOrder[0]])
		delete(p.leaves, p.leafOrder[0])
		p.leafOrder = p.leafOrder[1:]
	}
	p.leaves[place] = entries
	p.leafOrder = append(p.leafOrder, place)
	p.entries += len(entries)
	return entries, nil
}

// read returns a stretch of the file, at most limit bytes.
func (p *pmtiles) read(offset, length, limit uint64) ([]byte, error) {
	if length > limit {
		return nil, errTooLarge
	}
	if offset > p.size || length > p.size-offset {
		return nil, fmt.Errorf("%d bytes at %d reach beyond the end at %d", length, offset, p.size)
	}
	data := make([]byte, length)
	_, err := p.file.ReadAt(data, int64(offset))
	return data, err
}

// open decompresses. Files that do not say how they are compressed are taken at their first bytes.
func (p *pmtiles) open(compression byte, data []byte, limit int) ([]byte, error) {
	if compression == pmGzip || compression == pmUnknown && isGzip(data) {
		return gunzip(data, limit)
	}
	return data, nil
}

func (p *pmtiles) directory(offset, length uint64) ([]pmEntry, error) {
	data, err := p.read(offset, length, largestDirectory)
	if err != nil {
		return nil, err
	}
	if data, err = p.open(p.inside, data, largestDirectoryOpen); err != nil {
		return nil, err
	}
	return parseDirectory(data)
}

// parseDirectory reads the four columns of a directory. Entries ascend by id and runs do not overlap.
func parseDirectory(data []byte) ([]pmEntry, error) {
	sound := true
	next := func() uint64 {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			sound = false
			return 0
		}
		data = data[n:]
		return v
	}
	n := next()
	// Each entry takes four bytes at least.
	if n == 0 || n > uint64(len(data)/4) {
		return nil, errDirectory
	}
	entries := make([]pmEntry, n)
	last := uint64(0)
	for i := range entries {
		step := next()
		sound = sound && (i == 0 || step > 0) && last+step >= last
		last += step
		entries[i].id = last
	}
	for i := range entries {
		run := next()
		sound = sound && run <= math.MaxUint32 && (i == 0 || entries[i].id-entries[i-1].id >= uint64(entries[i-1].run))
		entries[i].run = uint32(run)
	}
	for i := range entries {
		length := next()
		sound = sound && length > 0 && length <= math.MaxUint32
		entries[i].length = uint32(length)
	}
	for i := range entries {
		if offset := next(); offset > 0 {
			entries[i].offset = offset - 1
		} else if i > 0 {
			before := &entries[i-1]
			entries[i].offset = before.offset + uint64(before.length)
			sound = sound && entries[i].offset > before.offset
		} else {
			sound = false
		}
	}
	if !sound {
		return nil, errDirectory
	}
	return entries, nil
}

// tileID numbers the tiles of all zooms: those of the zooms before, then along a Hilbert curve.
func tileID(z, x, y uint32) uint64 {
	id := (uint64(1)<<(2*z) - 1) / 3
	for s := uint32(1) << z >> 1; s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s > 0 {
			rx = 1
		}
		if y&s > 0 {
			ry = 1
		}
		id += uint64(s) * uint64(s) * uint64((3*rx)^ry)
		if ry == 0 {
			if rx == 1 {
				x, y = ^x, ^y // only the bits under s count from here
			}
			x, y = y, x
		}
	}
	return id
}

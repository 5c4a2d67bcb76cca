package basemap

import (
	"container/list"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"estateatlas/backend/domain"
)

const (
	// remoteLargest bounds what a server may send for a tile.
	remoteLargest = 4 << 20
	// remotePatience bounds the whole way of one tile.
	remotePatience = 10 * time.Second
	// remoteAtOnce is how many tiles are asked for at once.
	remoteAtOnce = 6
	// After so many failures in a row a server is left in peace for a while, and its tiles are empty at once.
	remoteFailures = 3
	remotePeace    = 20 * time.Second
	remoteCache    = 48 << 20
	remoteHops     = 3
)

// remote fetches the tiles of an address. The page never does: its content security policy stays closed and the key stays here.
type remote struct {
	address Address
	info    Info
	client  *http.Client
	slots   chan struct{}
	// peace is remotePeace; tests wait less.
	peace time.Duration

	mu       sync.Mutex
	cache    lru
	failures int
	until    time.Time // peace
	problem  domain.Text
}

// openAddress returns the source of an address that is checked.
func openAddress(name string, a Address) *remote {
	r := &remote{
		address: a, slots: make(chan struct{}, remoteAtOnce), peace: remotePeace, cache: lru{limit: remoteCache},
		info: Info{Name: name, Kind: a.Kind(), Source: FromAddress, MaxZoom: addressMaxZoom, TileSize: rasterSize},
	}
	if r.info.Kind == Vector {
		r.info.TileSize = vectorSize
	}
	transport := &http.Transport{
		Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: remoteAtOnce, MaxConnsPerHost: 2 * remoteAtOnce,
		IdleConnTimeout: 30 * time.Second, TLSHandshakeTimeout: 5 * time.Second, ResponseHeaderTimeout: remotePatience, MaxResponseHeaderBytes: 64 << 10,
	}
	r.client = &http.Client{Transport: transport, Timeout: remotePatience, CheckRedirect: sameServer}
	return r
}

var errElsewhere = errors.New("redirected elsewhere")

// sameServer lets a redirect stay on its host, with the same scheme or from http to https: nobody shall learn the key, and
// nothing but tiles is asked of other machines.
func sameServer(next *http.Request, via []*http.Request) error {
	from, to := via[0].URL, next.URL
	if len(via) > remoteHops || to.Hostname() != from.Hostname() || to.Scheme != "https" && to.Scheme != via[len(via)-1].URL.Scheme || to.Scheme != "http" && to.Scheme != "https" {
		return errElsewhere
	}
	return nil
}

func (r *remote) Info() Info { return r.info }

func (r *remote) Close() error {
	r.client.CloseIdleConnections()
	return nil
}

// Problem says why the last tiles did not come; both texts empty if they did.
func (r *remote) Problem() domain.Text {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.problem
}

// Tile fetches a tile. What fails is an empty tile and a problem; an error only if the asker went away.
func (r *remote) Tile(ctx context.Context, z, x, y uint32) (Tile, error) {
	if !inPyramid(z, x, y) || int(z) > r.info.MaxZoom {
		return Tile{}, nil
	}
	at := [3]uint32{z, x, y}
	r.mu.Lock()
	tile, ok := r.cache.get(at)
	peace := time.Now().Before(r.until)
	r.mu.Unlock()
	if ok || peace {
		return tile, nil
	}
	select {
	case r.slots <- struct{}{}:
	case <-ctx.Done():
		return Tile{}, ctx.Err()
	}
	defer func() { <-r.slots }()
	// Those that waited while the others failed need not fail one by one.
	if r.inPeace() {
		return Tile{}, nil
	}
	tile, kept, problem := r.fetch(ctx, z, x, y)
	if ctx.Err() != nil {
		return Tile{}, ctx.Err() // the map moved on: nothing is known of the server
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if problem == (domain.Text{}) {
		r.failures, r.problem = 0, problem
	} else if r.problem, r.failures = problem, r.failures+1; r.failures >= remoteFailures {
		r.failures, r.until = 0, time.Now().Add(r.peace)
	}
	if kept {
		r.cache.put(at, tile)
	}
	return tile, nil
}

func (r *remote) inPeace() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return time.Now().Before(r.until)
}

// fetch asks the server. kept says that the answer may be remembered.
func (r *remote) fetch(ctx context.Context, z, x, y uint32) (tile Tile, kept bool, problem domain.Text) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.address.at(z, x, y), nil)
	if err != nil {
		return Tile{}, false, domain.Say("底图地址不能使用", "The base map's address cannot be used")
	}
	request.Header.Set("User-Agent", "estate-atlas")
	response, err := r.client.Do(request)
	if err != nil {
		return Tile{}, false, unreachable(err)
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	switch code := response.StatusCode; {
	case code == http.StatusNoContent || code == http.StatusNotFound:
		return Tile{}, true, domain.Text{} // nothing there
	case code == http.StatusUnauthorized || code == http.StatusForbidden || code == http.StatusTeapot:
		return Tile{}, false, domain.Say("底图服务器拒绝访问（%d）；检查密钥及其权限", "The base map's server refuses access (%d); check the key and what it may do", code)
	case code == http.StatusTooManyRequests:
		return Tile{}, false, domain.Say("底图服务器要求减少访问（429）；稍后再试", "The base map's server asks for fewer requests (429); try later")
	case code != http.StatusOK:
		return Tile{}, false, domain.Say("底图服务器回答错误 %d；检查地址", "The base map's server answers with error %d; check the address", code)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, remoteLargest+1))
	if err != nil {
		return Tile{}, false, unreachable(err)
	}
	if len(data) > remoteLargest {
		return Tile{}, false, domain.Say("底图服务器送来的瓦片超过 %d MB", "The base map's server sent a tile of more than %d MB", remoteLargest>>20)
	}
	return r.take(response.Header.Get("Content-Type"), data)
}

// take makes a tile of an answer, if it is one.
func (r *remote) take(header string, data []byte) (Tile, bool, domain.Text) {
	kind, _, _ := strings.Cut(strings.ToLower(header), ";")
	kind = strings.TrimSpace(kind)
	unsaid := kind == "" || kind == "application/octet-stream" || kind == "binary/octet-stream"
	picture := pictureType(data)
	switch {
	case len(data) == 0:
		return Tile{}, true, domain.Text{}
	case r.info.Kind == Raster && picture != "" && (unsaid || strings.HasPrefix(kind, "image/")):
		return Tile{data, picture}, true, domain.Text{}
	case r.info.Kind == Vector && picture == "" && (unsaid || kind == typeVector || strings.Contains(kind, "protobuf") || strings.Contains(kind, "mapbox-vector") || kind == "application/gzip" || kind == "application/x-gzip"):
		if isGzip(data) {
			open, err := gunzip(data, largestTileOpen)
			if err != nil {
				return Tile{}, false, domain.Say("底图服务器送来的瓦片已损坏", "The base map's server sent a damaged tile")
			}
			data = open
		}
		return Tile{data, typeVector}, true, domain.Text{}
	case r.info.Kind == Raster && (kind == typeVector || strings.Contains(kind, "protobuf")):
		return Tile{}, false, domain.Say("底图服务器送来的是矢量瓦片；矢量地址应以 .pbf 或 .mvt 结尾",
			"The base map's server sends vector tiles; an address of these ends in .pbf or .mvt")
	}
	return Tile{}, false, domain.Say("底图服务器送来的不是瓦片（%s）；检查地址和密钥", "What the base map's server sends is no tile (%s); check address and key", plain(kind))
}

// unreachable puts a failure into words. The technical text holds the address, and with it the key: it is not shown.
func unreachable(err error) domain.Text {
	var u *url.Error
	switch {
	case errors.Is(err, errElsewhere):
		return domain.Say("底图服务器转往别的地址；请直接填写最终地址", "The base map's server sends to another address; enter that one")
	case errors.As(err, &u) && u.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return domain.Say("底图服务器 %d 秒内没有回答；检查网络", "The base map's server did not answer within %d seconds; check the network", int(remotePatience.Seconds()))
	}
	return domain.Say("连不上底图服务器；检查地址和网络", "The base map's server cannot be reached; check the address and the network")
}

// lru keeps the tiles used last.
type lru struct {
	limit, bytes int
	at           map[[3]uint32]*list.Element
	order        list.List // of kept; the newest first
}

type kept struct {
	key  [3]uint32
	tile Tile
}

// keptBytes is about what an entry costs beside its data.
const keptBytes = 256

func (c *lru) get(key [3]uint32) (Tile, bool) {
	e, ok := c.at[key]
	if !ok {
		return Tile{}, false
	}
	c.order.MoveToFront(e)
	return e.Value.(kept).tile, true
}

func (c *lru) put(key [3]uint32, tile Tile) {
	if e, ok := c.at[key]; ok {
		c.drop(e)
	}
	cost := len(tile.Data) + keptBytes
	for c.order.Len() > 0 && c.bytes+cost > c.limit {
		c.drop(c.order.Back())
	}
	if c.at == nil {
		c.at = make(map[[3]uint32]*list.Element)
	}
	c.at[key] = c.order.PushFront(kept{key, tile})
	c.bytes += cost
}

func (c *lru) drop(e *list.Element) {
	k := c.order.Remove(e).(kept)
	delete(c.at, k.key)
	c.bytes -= len(k.tile.Data) + keptBytes
}

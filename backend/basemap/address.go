package basemap

import (
	"net/url"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// Address is a server of tiles: a template of addresses in Web Mercator.
type Address struct {
	// Template has {z}, {x} and {y} (from the north) or {-y} (from the south); {s} stands for a, b or c, {0-7} or {a-d} for one of
	// a range of hosts, {key} for the key.
	Template string
	Key      string
}

const (
	longestTemplate = 2000
	addressMaxZoom  = 18
)

// Check says what is wrong with an address. Errors: CodeInvalid.
func (a Address) Check() error {
	fault := func(zh, en string) error { return domain.Fail(domain.CodeInvalid, domain.Text{ZH: zh, EN: en}, nil) }
	t := trim(a.Template)
	if len(t) > longestTemplate || len(a.Key) > 500 {
		return fault("底图地址或密钥太长", "The address or the key is too long")
	}
	has := func(part string) bool { return strings.Contains(t, part) }
	if !has("{z}") || !has("{x}") || has("{y}") == has("{-y}") {
		return fault("底图地址中要有 {z}、{x} 和 {y}（行号从南算起的用 {-y}）", "The address needs {z}, {x} and {y} (rows counted from the south: {-y})")
	}
	if has("{key}") && a.Key == "" {
		return fault("地址中有 {key}，请填写密钥", "The address has {key}: fill in the key")
	}
	if !has("{key}") && a.Key != "" {
		return fault("填写了密钥，但地址中没有 {key}；在地址里写明密钥的位置，如 tk={key}", "There is a key but no {key} in the address; write where it goes, such as tk={key}")
	}
	u, err := url.Parse(a.at(1, 0, 0))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fault("底图地址应以 http:// 或 https:// 开头，并写明主机", "The address begins with http:// or https:// and names a host")
	}
	if strings.ContainsAny(u.Host+u.Path, "{}") || strings.ContainsAny(u.RawQuery, "{}") {
		return fault("底图地址中有不认识的花括号；可用 {z} {x} {y} {-y} {s} {0-7} {key}", "The address has unknown braces; {z} {x} {y} {-y} {s} {0-7} {key} are known")
	}
	// 天地图 offers each layer in two matrices; those in degrees do not fit the map.
	if queryValue(u, "tilematrixset") == "c" || strings.Contains(u.Path, "_c/") {
		return fault("此地址的瓦片是经纬度投影（_c）；请用球面墨卡托投影的地址（_w，TILEMATRIXSET=w）",
			"The tiles of this address are in degrees (_c); use the one in Web Mercator (_w, TILEMATRIXSET=w)")
	}
	return nil
}

// queryValue returns a parameter whatever the case of its name, in small letters.
func queryValue(u *url.URL, name string) string {
	for key, values := range u.Query() {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return strings.ToLower(values[0])
		}
	}
	return ""
}

// Kind guesses from the address what the tiles are: Vector if it names their format, else Raster.
func (a Address) Kind() string {
	u, err := url.Parse(a.at(1, 0, 0))
	if err != nil {
		return Raster
	}
	path, format := strings.ToLower(u.Path), queryValue(u, "format")
	if strings.HasSuffix(path, ".pbf") || strings.HasSuffix(path, ".mvt") || queryValue(u, "f") == "mvt" || strings.Contains(format, "mapbox-vector-tile") || format == "pbf" {
		return Vector
	}
	return Raster
}

// at returns the address of a tile. The same tile always has the same host, so that caches on the way work.
func (a Address) at(z, x, y uint32) string {
	number := func(n uint32) string { return strconv.FormatUint(uint64(n), 10) }
	pick := x + y
	t := strings.NewReplacer("{z}", number(z), "{x}", number(x), "{y}", number(y), "{-y}", number(1<<z-1-y),
		"{s}", string(rune('a'+pick%3)), "{key}", url.QueryEscape(a.Key)).Replace(trim(a.Template))
	for from := 0; ; {
		at := strings.IndexByte(t[from:], '{')
		if at < 0 {
			return t
		}
		at += from
		// {a-d}, {0-7}
		if len(t) >= at+5 && t[at+2] == '-' && t[at+4] == '}' && t[at+1] <= t[at+3] && t[at+3]-t[at+1] < 26 && isHostSign(t[at+1]) && isHostSign(t[at+3]) {
			host := t[at+1] + byte(pick%uint32(t[at+3]-t[at+1]+1))
			t = t[:at] + string(rune(host)) + t[at+5:]
			continue
		}
		from = at + 1
	}
}

// host is the server's name, for an address that was given none.
func (a Address) host() string {
	u, err := url.Parse(a.at(1, 0, 0))
	if err != nil {
		return ""
	}
	return plain(u.Host)
}

func trim(s string) string { return strings.TrimSpace(s) }

func isHostSign(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' }

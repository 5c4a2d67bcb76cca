package ingest

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

const square = `[[117.20,39.10],[117.201,39.10],[117.201,39.101],[117.20,39.101],[117.20,39.10]]`

// feature is one estate with the given members of properties and the given geometry, on one line.
func feature(properties, geometry string) string {
	return `{"type":"Feature","properties":{` + properties + `},"geometry":` + geometry + `}`
}

// collection puts features on lines of their own: the first is on line 2.
func collectionOf(features ...string) string {
	return "{\"type\":\"FeatureCollection\",\"features\":[\n" + strings.Join(features, ",\n") + "\n]}"
}

func polygon(rings ...string) string {
	return `{"type":"Polygon","coordinates":[` + strings.Join(rings, ",") + `]}`
}

func multi(polygons ...string) string {
	return `{"type":"MultiPolygon","coordinates":[` + strings.Join(polygons, ",") + `]}`
}

// Each fault of a feature is named by line and path, and the feature after it is read all the same.
func TestFeatureFaults(t *testing.T) {
	good := feature(`"id":"ok"`, polygon(square))
	for _, c := range []struct {
		name, feature string
		want          string // line: path, several apart by a blank and bar
	}{
		{"要素不是对象", `17`, "2: features[0]"},
		{"要素是 null", `null`, "2: features[0]"},
		{"要素 type 拼错", `{"type":"feature","properties":{"id":"a"},"geometry":null}`, "2: features[0].type"},
		{"要素没有 type", `{"properties":{"id":"a"},"geometry":null}`, "2: features[0].type"},
		{"没有 properties", `{"type":"Feature","id":"a","geometry":null}`, "2: features[0].properties"},
		{"properties 是数组", `{"type":"Feature","id":"a","properties":[],"geometry":null}`, "2: features[0].properties"},
		{"没有 geometry", `{"type":"Feature","properties":{"id":"a"}}`, "2: features[0].geometry"},
		{"geometry 是文字", feature(`"id":"a"`, `"POLYGON"`), "2: features[0].geometry"},
		{"没有编号", feature(`"name":"a"`, polygon(square)), "2: features[0].properties.id"},
		{"编号只有空格", feature(`"id":" \u3000"`, polygon(square)), "2: features[0].properties.id"},
		{"编号是对象", feature(`"id":{}`, polygon(square)), "2: features[0].properties.id"},
		{"编号是 true", feature(`"id":true`, polygon(square)), "2: features[0].properties.id"},
		{"要素 id 是数组", `{"type":"Feature","id":[1],"properties":{},"geometry":null}`, "2: features[0].id"},
		{"中英文同一属性", feature("\"id\":\"a\",\n\"name\":\"x\",\n\"名称\":\"y\"", polygon(square)), "4: features[0].properties.name"},
		{"同一属性两次", feature(`"id":"a","name":"x","name":"y"`, polygon(square)), "2: features[0].properties.name"},
		{"geometry 两次", `{"type":"Feature","properties":{"id":"a"},"geometry":null,"geometry":null}`, "2: features[0].geometry"},
		{"名称是数组", feature(`"id":"a","name":["x"]`, polygon(square)), "2: features[0].properties.name"},
		{"名称是 true", feature(`"id":"a","name":true`, polygon(square)), "2: features[0].properties.name"},
		{"孤立的代理", feature(`"id":"a","name":"\ud83d"`, polygon(square)), "2: features[0].properties.name"},
		{
			"各属性各报一处", feature("\"id\":\"a\",\n\"households\":1.5,\n\"district_subsidy\":1e3,\n\"city_subsidy\":\"1.234\",\n\"form\":\"CONTIGUOUS\",\n\"enrolled_on\":20190101", polygon(square)),
			"3: features[0].properties.households | 4: features[0].properties.district_subsidy | 5: features[0].properties.city_subsidy | " +
				"6: features[0].properties.form | 7: features[0].properties.enrolled_on",
		},
		{
			"属性有错边界也要查", feature(`"id":"a","households":-1`, polygon(`[[0,0],[1,1],[1,0],[0,1],[0,0]]`)),
			"2: features[0].properties.households | 2: features[0].geometry.coordinates[0][0]",
		},
		{"退出早于纳入", feature("\"id\":\"a\",\"enrolled_on\":\"2020-01-02\",\n\"exited_on\":\"2020-01-01\"", polygon(square)), "3: features[0].properties.exited_on"},
		{"点不是小区", feature(`"id":"a"`, `{"type":"Point","coordinates":[117,39]}`), "2: features[0].geometry.type"},
		{"几何集合不是小区", feature(`"id":"a"`, `{"type":"GeometryCollection","geometries":[]}`), "2: features[0].geometry.type"},
		{"几何类型拼错", feature(`"id":"a"`, `{"type":"polygon","coordinates":[]}`), "2: features[0].geometry.type"},
		{"几何没有 type", feature(`"id":"a"`, `{"coordinates":[]}`), "2: features[0].geometry.type"},
		{"几何是空对象", feature(`"id":"a"`, `{}`), "2: features[0].geometry.type"},
		{"几何没有 coordinates", feature(`"id":"a"`, `{"type":"Polygon"}`), "2: features[0].geometry"},
		{"coordinates 是 null", feature(`"id":"a"`, `{"type":"Polygon","coordinates":null}`), "2: features[0].geometry.coordinates"},
		{"空多边形", feature(`"id":"a"`, polygon()), "2: features[0].geometry.coordinates"},
		{"空环", feature(`"id":"a"`, polygon(square, `[]`)), "2: features[0].geometry.coordinates[1]"},
		{"空多部分", feature(`"id":"a"`, multi()), "2: features[0].geometry.coordinates"},
		{"空的一部分", feature(`"id":"a"`, multi(`[`+square+`]`, `[]`)), "2: features[0].geometry.coordinates[1]"},
		{"嵌套少一层", feature(`"id":"a"`, `{"type":"Polygon","coordinates":`+square+`}`), "2: features[0].geometry.coordinates[0][0]"},
		{"嵌套多一层", feature(`"id":"a"`, multi(`[[`+square+`]]`)), "2: features[0].geometry.coordinates[0][0][0][0]"},
		{"坐标是 null", feature(`"id":"a"`, polygon("[[0,0],\n[1,null],[1,1],[0,0]]")), "3: features[0].geometry.coordinates[0][1][1]"},
		{"坐标是文字", feature(`"id":"a"`, polygon("[[0,0],[\"1\",0],[1,1],[0,0]]")), "2: features[0].geometry.coordinates[0][1][0]"},
		{"坐标只有一个数", feature(`"id":"a"`, polygon("[[0,0],\n[1],[1,1],[0,0]]")), "3: features[0].geometry.coordinates[0][1]"},
		{"坐标是空数组", feature(`"id":"a"`, polygon("[[0,0],[],[1,1],[0,0]]")), "2: features[0].geometry.coordinates[0][1]"},
		{"点太少", feature(`"id":"a"`, polygon("\n[[0,0],[1,1],[0,0]]")), "3: features[0].geometry.coordinates[0]"},
		{"只有一个点", feature(`"id":"a"`, polygon("[[0,0],[0,0],[0,0],[0,0]]")), "2: features[0].geometry.coordinates[0]"},
		{"经度超出范围", feature(`"id":"a"`, polygon("[[0,0],[1,0],\n[180.001,1],[0,0]]")), "3: features[0].geometry.coordinates[0][2]"},
		{"数太大", feature(`"id":"a"`, polygon("[[0,0],[1,0],[1,1e999],[0,0]]")), "2: features[0].geometry.coordinates[0][2]"},
		{"第二部分超出范围", feature(`"id":"a"`, multi(`[`+square+`]`, "[\n[[0,0],[1,0],[1,91],[0,0]]]")), "3: features[0].geometry.coordinates[1][0][2]"},
		{"自相交", feature(`"id":"a"`, polygon("[[0,0],[1,1],\n[1,0],[0,1],[0,0]]")), "2: features[0].geometry.coordinates[0][0]"},
		{"环在一点碰到自己", feature(`"id":"a"`, polygon("[[0,0],[4,0],\n[2,2],[4,4],[0,4],[2,2],[0,0]]")), "3: features[0].geometry.coordinates[0][2]"},
		{"面积为零", feature(`"id":"a"`, polygon("[[0,0],[1,0],[2,0],[0,0]]")), "2: features[0].geometry.coordinates[0][0]"},
		{"内环在外", feature(`"id":"a"`, polygon(square, "\n[[0,0],[0,1],[1,1],[0,0]]")), "3: features[0].geometry.coordinates[1][0]"},
		{"两部分共边", feature(`"id":"a"`, multi(`[[[0,0],[1,0],[1,1],[0,1],[0,0]]]`, "\n[[[1,0],[2,0],[2,1],[1,1],[1,0]]]")), "3: features[0].geometry.coordinates[1][0][0]"},
		{"几何的坐标系不可用", feature(`"id":"a"`, `{"type":"Polygon","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"coordinates":[`+square+`]}`), "2: features[0].geometry.crs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readFile(t, nil, Options{SkipBad: true}, "a.geojson", collectionOf(c.feature, good))
			got := strings.ReplaceAll(strings.Join(places(r), " | "), "a.geojson:", "")
			if got != c.want {
				t.Errorf("got %s, want %s\n%s", got, c.want, said(r))
			}
			if len(r.Put.Estates) != 1 || r.Put.Estates[0].ID != "ok" {
				t.Errorf("the feature after it was not taken: %s", said(r))
			}
			if strict := readFile(t, nil, Options{}, "a.geojson", collectionOf(good, c.feature)); !strict.Refused() || strict.Taken() > 0 {
				t.Error("not refused")
			}
		})
	}
}

// A file that is not a FeatureCollection or Feature in longitude and latitude has one fault, and none of it is taken.
func TestFileFaults(t *testing.T) {
	good := feature(`"id":"ok"`, polygon(square))
	crs := func(value string) string {
		return "{\"type\":\"FeatureCollection\",\n\"crs\":" + value + ",\"features\":[" + good + "]}"
	}
	for _, c := range []struct{ name, text, want string }{
		{"空文件", "", "1: -"},
		{"只有空白", " \n\t", "1: -"},
		{"不是对象", "[" + good + "]", "1: -"},
		{"不是 GeoJSON", `{"features":[{"attributes":{},"geometry":{"rings":[]}}],"geometryType":"esriGeometryPolygon"}`, "1: type"},
		{"裸几何", "{\n\"type\":\"Polygon\",\"coordinates\":[" + square + "]}", "2: type"},
		{"type 大小写", "{\"features\":[" + good + "],\n\"type\":\"featurecollection\"}", "2: type"},
		{"type 是对象", `{"type":{}}`, "1: type"},
		{"没有 features", `{"type":"FeatureCollection"}`, "1: features"},
		{"features 是对象", `{"type":"FeatureCollection","features":{}}`, "1: features"},
		{"features 两次", `{"type":"FeatureCollection","features":[],` + "\n" + `"features":[` + good + `]}`, "2: features"},
		{"后面还有内容", collectionOf(good) + "\n{}", "4: -"},
		{"在要素中断开", "{\"type\":\"FeatureCollection\",\"features\":[\n" + good + ",\n{\"type\":\"Fea", "3: features[1]"},
		{"多余的逗号", "{\"type\":\"FeatureCollection\",\"features\":[" + good + ",\n]}", "2: features[1]"},
		{"NaN", collectionOf(good, feature(`"id":"a"`, polygon("[[0,0],\n[NaN,1]]"))), "4: features[1]"},
		{"单引号", "{'type':'FeatureCollection'}", "1: -"},
		{"嵌套过深", `{"x":` + strings.Repeat("[", 100), "1: -"},
		{"投影坐标系", crs(`{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}}`), "2: crs"},
		{"坐标系是链接", crs(`{"type":"link","properties":{"href":"http://example.com/4490"}}`), "2: crs"},
		{"坐标系是文字", crs(`"EPSG:4490"`), "2: crs"},
		{"坐标系写在要素之后", "{\"type\":\"FeatureCollection\",\"features\":[" + feature(`"id":"a"`, polygon("[[500000,4000000],[500100,4000000],[500100,4000100],[500000,4000000]]")) +
			"],\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2382\"}}}", "2: crs"},
		{"北京 54", crs(`{"type":"name","properties":{"name":"EPSG:4214"}}`), "2: crs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, skip := range []bool{false, true} {
				r := readFile(t, nil, Options{SkipBad: skip}, "a.geojson", c.text)
				got := strings.ReplaceAll(strings.Join(places(r), " | "), "a.geojson:", "")
				if got != c.want || !r.Refused() || r.Taken() > 0 {
					t.Errorf("got %s (%d taken), want %s\n%s", got, r.Taken(), c.want, said(r))
				}
			}
		})
	}
}

// In a wrong coordinate system the positions mean nothing, but what is wrong with the properties is still told.
func TestFaultsUnderABadCRS(t *testing.T) {
	far := polygon("[[500000,4000000],[500100,4000000],[500100,4000100],[500000,4000000]]")
	text := collectionOf(feature(`"id":"a"`, far), feature(`"id":"b","households":-1`, far), feature(`"id":"c","form":"x"`, far))
	text = strings.TrimSuffix(text, "}") + `,"crs":{"type":"name","properties":{"name":"EPSG:2382"}}}`
	r := readFile(t, nil, Options{}, "a.geojson", text)
	want := []string{"a.geojson:3: features[1].properties.households", "a.geojson:4: features[2].properties.form", "a.geojson:5: crs"}
	if got := places(r); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// A coordinate must be a number as JSON writes them.
func TestBadNumbers(t *testing.T) {
	for _, number := range []string{"01", "-01", "1.", ".5", "+1", "-", "--1", "1e", "1e+", "0x1", "1_0", "1,", "NaN", "Infinity", "-Infinity", "１", "1 1", "1.2.3"} {
		r := readFile(t, nil, Options{SkipBad: true}, "a.geojson", collectionOf(feature(`"id":"a"`, polygon("[[0,0],["+number+",0],[1,1],[0,0]]"))))
		if !r.Refused() || len(r.Faults) != 1 || !strings.Contains(said(r), "Bad JSON") {
			t.Errorf("%s: %s", number, said(r))
		}
	}
}

// What a large file holds is let go of as it is read.
func TestMemoryOfAWindow(t *testing.T) {
	text := collectionOf(slices.Repeat([]string{feature(`"id":"a","x":"`+strings.Repeat("y", 10_000)+`"`, "null")}, 3000)...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	imp, _ := readEstates(t.Context(), text, 1<<17)
	runtime.ReadMemStats(&after)
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; len(imp.estates.data) != 3000 || mb > 8 {
		t.Errorf("%d MiB taken for %d estates in %d MiB", mb, len(imp.estates.data), len(text)>>20)
	}
}

// The names of longitude and latitude that GIS programs write are known, however they spell them.
func TestCoordinateSystems(t *testing.T) {
	for _, name := range []string{
		"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "CRS84", "urn:ogc:def:crs:EPSG::4326", "urn:ogc:def:crs:EPSG::4490",
		"urn:ogc:def:crs:EPSG:6.9:4490", "EPSG:4326", "EPSG:4490", "epsg:4490", "http://www.opengis.net/def/crs/EPSG/0/4490",
		"http://www.opengis.net/def/crs/OGC/1.3/CRS84", "http://www.opengis.net/gml/srs/epsg.xml#4326",
	} {
		text := `{"type":"FeatureCollection","features":[` + feature(`"id":"a"`, polygon(square)) + `],"crs":{"type":"name","properties":{"name":"` + name + `"}}}`
		if r := readFile(t, nil, Options{}, "a.geojson", text); r.Refused() || len(r.Put.Estates) != 1 {
			t.Errorf("%s: %s", name, said(r))
		}
	}
	for _, name := range []string{"EPSG:4548", "EPSG:3857", "EPSG:4610", "EPSG:4479", "CRS84h", "EPSG:44900", "EPSG", "", "OGC:4490", "x:EPSG:4490:1"} {
		if isLonLat(name) {
			t.Errorf("%q was taken for longitude and latitude", name)
		}
	}
	old := `{"type":"FeatureCollection","crs":{"type":"EPSG","properties":{"code":4326}},"features":[]}`
	if r := readFile(t, nil, Options{}, "a.geojson", old); r.Refused() {
		t.Error(said(r))
	}
	null := `{"type":"FeatureCollection","crs":null,"features":[` + feature(`"id":"a"`, polygon(square)) + `]}`
	if r := readFile(t, nil, Options{}, "a.geojson", null); r.Refused() || !slices.Equal(notes(r), []string{"a.geojson:1: crs"}) {
		t.Error(said(r))
	}
}

func estateOf(t *testing.T, properties, geometry string) (domain.Estate, *Report) {
	t.Helper()
	r := readFile(t, nil, Options{}, "a.geojson", collectionOf(feature(properties, geometry)))
	if r.Refused() || len(r.Put.Estates) != 1 {
		t.Fatal(said(r))
	}
	return r.Put.Estates[0], r
}

// What is repaired is repaired exactly so, and noted.
func TestRepairs(t *testing.T) {
	ring := func(p ...orb.Point) orb.MultiPolygon { return orb.MultiPolygon{{p}} }
	for _, c := range []struct {
		name, geometry string
		want           orb.MultiPolygon
		notes          int
		say            string
	}{
		{"不用修", polygon(`[[0,0],[2,0],[2,2],[0,0]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 0, ""},
		{"未闭合", polygon(`[[0,0],[2,0],[2,2]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 1, "was closed"},
		{"方向相反", polygon(`[[0,0],[2,2],[2,0],[0,0]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 1, "was turned"},
		{"顶点重复", polygon(`[[0,0],[0,0],[2,0],[2,2],[2,2],[2,2],[0,0],[0,0]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 1, "repeated"},
		{"有高程", polygon(`[[0,0,5],[2,0,5],[2,2,5.5],[0,0,5]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 1, "elevation"},
		{
			"内环方向相反", polygon(`[[0,0],[9,0],[9,9],[0,0]]`, `[[5,2],[6,2],[6,3],[5,2]]`),
			orb.MultiPolygon{{{{0, 0}, {9, 0}, {9, 9}, {0, 0}}, {{5, 2}, {6, 3}, {6, 2}, {5, 2}}}},
			1, "was turned",
		},
		{"都有", polygon(`[[0,0,1],[2,2],[2,2],[2,0]]`), ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 4, ""},
		{"坐标写在 type 之前", `{"coordinates":[[[0,0],[2,0],[2,2],[0,0]]],"bbox":"odd","type":"Polygon"}`, ring(orb.Point{0, 0}, orb.Point{2, 0}, orb.Point{2, 2}, orb.Point{0, 0}), 0, ""},
	} {
		e, r := estateOf(t, `"id":"a"`, c.geometry)
		if !orb.Equal(e.Boundary, c.want) || len(r.Notes) != c.notes || !strings.Contains(said(r), c.say) {
			t.Errorf("%s: got %v\n%s", c.name, e.Boundary, said(r))
		}
	}
}

// Notes of the same kind are one, with a count: a file of 3,000 turned rings does not say so 3,000 times.
func TestNotesAreCounted(t *testing.T) {
	var features []string
	for i := range 3000 {
		features = append(features, feature(fmt.Sprintf(`"id":"e%d","OBJECTID":%d`, i, i), polygon(`[[0,0],[2,2],[2,0],[0,0]]`)))
	}
	r := readFile(t, nil, Options{}, "a.geojson", collectionOf(features...))
	if len(r.Notes) != 2 || r.Notes[0].Count != 3000 || r.Notes[1].Count != 3000 || r.Notes[0].Row != 2 {
		t.Error(said(r))
	}
}

// Properties may be named in Chinese or English, in any case, and given as numbers or texts; null and "" are unknown.
func TestProperties(t *testing.T) {
	e, r := estateOf(t, `" ID ":12,"名称":" 幸福里\u3000","SUBDISTRICT":"大直沽街道","社区":null,"form":"","enclosable":1,"mode":"居民自治","households":"１２０",
		"building_area_m2":1234.56,"区级补贴":1001.0,"city_subsidy":"0.1","approved_on":"2018/1/2","city_grant":"否","exit_ground":"其他：改造","other":{"x":[1]}`, "null")
	want := domain.Estate{
		ID: "12", Name: "幸福里", Subdistrict: "大直沽街道", Enclosable: domain.Yes, Mode: domain.ModeSelfGoverned, Households: domain.Some(int64(120)),
		BuildingAreaM2: domain.Some(domain.MustDecimal("1234.56")), DistrictSubsidy: domain.Some(domain.Fen(100100)), CitySubsidy: domain.Some(domain.Fen(10)),
		ApprovedOn: domain.MustDate("2018-01-02"), CityGrant: domain.No, ExitGround: domain.ExitOther, ExitText: "改造",
	}
	if fmt.Sprint(e) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", e, want)
	}
	if len(r.Notes) != 5 { // trimmed, full-width, date, unknown property, no boundary
		t.Error(said(r))
	}
}

// An estate keeps its id byte for byte; the feature's own id serves where the property is missing or empty.
func TestEstateIDs(t *testing.T) {
	for in, want := range map[string]string{
		`"properties":{"id":"0012"}`: "0012", `"properties":{"id":12}`: "12", `"properties":{"id":1.0}`: "1.0", `"properties":{"id":"  甲-1 "}`: "甲-1",
		`"id":7,"properties":{}`: "7", `"id":"007","properties":null`: "007", `"id":7,"properties":{"id":""}`: "7", `"id":7,"properties":{"id":null}`: "7",
		`"id":7,"properties":{"编号":"8"}`: "8", `"properties":{"id":"\u0061"}`: "a", `"properties":{},"id":"a\/b"`: "a/b",
	} {
		r := readFile(t, nil, Options{}, "a.geojson", `{"type":"Feature",`+in+`,"geometry":null}`)
		if r.Refused() || r.Put.Estates[0].ID != want {
			t.Errorf("%s: want %s\n%s", in, want, said(r))
		}
	}
}

// Backdrop layers take any geometry; a collection becomes its parts.
func TestBackdrop(t *testing.T) {
	shape := func(g string) string { return feature(`"名称":"海河","class":"river"`, g) }
	r := readFile(t, nil, Options{}, "water.geojson", collectionOf(
		shape(`{"type":"Point","coordinates":[117,39]}`), shape(`{"type":"MultiPoint","coordinates":[[117,39],[118,39]]}`),
		shape(`{"type":"LineString","coordinates":[[117,39],[118,39]]}`), shape(`{"type":"MultiLineString","coordinates":[[[117,39],[118,39]]]}`),
		shape(polygon(square)), shape(multi("["+square+"]")), shape("null"),
		shape(`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,4,5]}]}]}`),
		shape(polygon(`[[0,0],[2,2],[2,0],[0,2]]`)),
	))
	var got []string
	for _, b := range r.Put.Backdrops {
		if b.Layer != domain.BackdropWater || b.Name != "海河" || b.Class != "river" {
			t.Errorf("%+v", b)
		}
		got = append(got, b.Geometry.GeoJSONType())
	}
	want := "Point MultiPoint LineString MultiLineString Polygon MultiPolygon Point Point Polygon"
	if strings.Join(got, " ") != want || r.Refused() {
		t.Errorf("got %v\n%s", got, said(r))
	}
	bad := readFile(t, nil, Options{}, "roads.geojson", collectionOf(
		shape(`{"type":"LineString","coordinates":[[117,39]]}`), shape(`{"type":"MultiPoint","coordinates":[]}`), shape(`{"type":"Circle","coordinates":[1,2]}`),
		shape(`{"type":"GeometryCollection","geometries":[17,{"type":"Point","coordinates":[181,0]}]}`), shape(`{"type":"Point","coordinates":"x"}`)))
	if got := strings.Join(places(bad), " "); got != "roads.geojson:2: features[0].geometry.coordinates roads.geojson:3: features[1].geometry.coordinates "+
		"roads.geojson:4: features[2].geometry.type roads.geojson:5: features[3].geometry.geometries[0] "+
		"roads.geojson:5: features[3].geometry.geometries[1].coordinates roads.geojson:6: features[4].geometry.coordinates" {
		t.Errorf("%s\n%s", got, said(bad))
	}
}

// readEstates reads estates from a text through a window of the given size.
func readEstates(ctx context.Context, text string, window int) (*intake, *fileLog) {
	imp := &intake{base: &domain.Tables{}, window: window}
	log := &fileLog{file: &file{name: "a", table: estatesTable, size: int64(len(text))}, room: maxFaults, encoding: encUTF8}
	imp.logs = []*fileLog{log}
	if _, err := imp.readGeoJSONFrom(ctx, log, strings.NewReader(text), nil, func(int64) {}); err != nil {
		panic(err)
	}
	return imp, log
}

// A file written by encoding/json comes back vertex for vertex, whatever its order of members and white space.
func TestReadsWhatWasWritten(t *testing.T) {
	coordinate := rapid.Float64Range(-0.4, 0.4)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "estates")
		var features []any
		var want []orb.MultiPolygon
		for i := range n {
			// Points at growing angles about a centre make a simple ring.
			k := rapid.IntRange(3, 8).Draw(t, "vertices")
			centre := orb.Point{117 + coordinate.Draw(t, "lon"), 39 + coordinate.Draw(t, "lat")}
			ring := orb.Ring{}
			for j := range k {
				sin, cos := math.Sincos(2 * math.Pi * (float64(j) + 0.4*coordinate.Draw(t, "turn")) / float64(k))
				radius := 0.001 * (1 + coordinate.Draw(t, "radius"))
				ring = append(ring, orb.Point{centre[0] + radius*cos, centre[1] + radius*sin})
			}
			ring = append(ring, ring[0])
			want = append(want, orb.MultiPolygon{{ring}})
			features = append(features, map[string]any{
				"type": "Feature", "properties": map[string]any{"id": fmt.Sprint("e", i)},
				"geometry": map[string]any{"type": "Polygon", "coordinates": orb.Polygon{ring}},
			})
		}
		text, err := json.Marshal(map[string]any{"type": "FeatureCollection", "features": features})
		if rapid.Bool().Draw(t, "indent") {
			text, err = json.MarshalIndent(json.RawMessage(text), "", "\t")
		}
		if err != nil {
			t.Fatal(err)
		}
		imp, log := readEstates(t.Context(), string(text), rapid.SampledFrom([]int{16, 1000, firstWindow}).Draw(t, "window"))
		if len(log.faults) > 0 {
			t.Fatal(log.faults)
		}
		for i, e := range imp.estates.data {
			if !orb.Equal(e.Boundary, want[i]) {
				t.Fatalf("estate %d: got %v, want %v", i, e.Boundary, want[i])
			}
		}
	})
}

// A string outside of the features that is not UTF-8 is a fault of the file, at its line, and of no feature.
func TestBytesThatAreNotUTF8BesideTheFeatures(t *testing.T) {
	good := feature(`"id":"ok"`, polygon(square))
	for name, text := range map[string]string{
		"in front": "{\n\"\xcb\":\"\",\"type\":\"FeatureCollection\",\"features\":[\n" + good + ",\n" + strings.ReplaceAll(good, "ok", "b") + "]}",
		"behind":   "{\"type\":\"FeatureCollection\",\"features\":[" + good + "],\n\"x\":\"\xcb\"}",
	} {
		r := readFile(t, nil, Options{}, "a.geojson", text)
		if got := places(r); !slices.Equal(got, []string{"a.geojson:2: -"}) {
			t.Errorf("%s: %v\n%s", name, got, said(r))
		}
	}
	// Cut off, it is its own fault and not the first feature's.
	r := readFile(t, nil, Options{}, "a.geojson", "{\"\xcb\":\"\",\"features\":[\n"+good)
	if got := places(r); !slices.Equal(got, []string{"a.geojson:2: -"}) {
		t.Errorf("%v\n%s", got, said(r))
	}
}

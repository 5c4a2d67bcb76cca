package ingest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

func TestColumnsOfADrawingAreKnownByManyNamesAlsoCutOnes(t *testing.T) {
	rings := []orb.Ring{squareAt(117.2, 39.1), squareAt(117.21, 39.1)}
	for name, d := range map[string]drawing{
		"headings of the contract": {fields: []string{"编号", "名称", "街道", "户数", "建筑面积"}},
		"cut in GBK":               {fields: []string{"小区编号", "小区名称", "所属街道", "居民户数", "建筑面积（平方米）"}, gbk: true},
		"cut in UTF-8":             {fields: []string{"小区编号", "小区名称", "街道办事处", "总户数", "总建筑面积"}},
		"initials":                 {fields: []string{"XQBH", "XQMC", "JDMC", "ZHS", "JZMJ"}},
		"English, cut at ten":      {fields: []string{"ID", "Name", "subdistrict", "households", "building_area_m2"}},
	} {
		d.cells = [][]string{{"0012", "幸福里", "万新街道", "120", "9800.5"}, {"b", "康乐里", "", "30", ""}}
		d.rings = rings
		r := readPaths(t, nil, Options{}, d.write(t, "小区"))
		if r.Refused() || len(r.Put.Estates) != 2 {
			t.Errorf("%s:\n%s", name, said(r))
			continue
		}
		e := r.Put.Estates[0]
		if e.ID != "0012" || e.Name != "幸福里" || e.Subdistrict != "万新街道" || e.Households != domain.Some[int64](120) || e.BuildingAreaM2.Value.String() != "9800.5" || len(e.Boundary) != 1 {
			t.Errorf("%s: %+v\n%s", name, e, said(r))
		}
	}
}

func TestANameThatWasCutAndFitsTwoColumnsIsNotGuessed(t *testing.T) {
	if col, how := estatesTable.recognise("city_", true); how != fitNone {
		t.Errorf("column %d", col)
	}
	for name, col := range map[string]int{"district_s": estateDistrictSubsidy, "市级以奖代": estateCityGrant, "市级以": estateCityGrant, "accepted_o": estateAcceptedOn} {
		if got, how := estatesTable.recognise(name, true); how != fitCut || got != col {
			t.Errorf("%s: column %d", name, got)
		}
		if _, how := estatesTable.recognise(name, false); how != fitNone {
			t.Errorf("%s was taken from a file that does not cut names", name)
		}
	}
}

func TestADrawingWithoutIdsIsMatchedByNameAndNeverGuessed(t *testing.T) {
	base := district(t)
	base.Estates = append(slices.Clone(base.Estates), domain.Estate{ID: "e8", Name: "同名里"}, domain.Estate{ID: "e9", Name: "同名里"})
	d := drawing{fields: []string{"小区名称"}, cells: [][]string{{"幸福里"}}, rings: []orb.Ring{squareAt(117.3, 39.2)}}
	r := readPaths(t, base, Options{}, d.write(t, "a"))
	if r.Refused() || len(r.Put.Estates) != 1 {
		t.Fatal(said(r))
	}
	var was domain.Estate
	for _, e := range base.Estates {
		if e.Name == "幸福里" {
			was = e
		}
	}
	now := r.Put.Estates[0]
	if now.Boundary[0][0][0] != (orb.Point{117.3, 39.2}) {
		t.Errorf("%v", now.Boundary)
	}
	if now.Boundary = was.Boundary; now.ID != "e1" || now.Households != was.Households || now.DistrictSubsidy != was.DistrictSubsidy || now.EnrolledOn != was.EnrolledOn || now.Form != was.Form {
		t.Errorf("what the drawing does not have was changed:\n%+v\n%+v", now, was)
	}
	d.cells, d.rings = [][]string{{"幸福"}, {"同名里"}, {""}, {"幸福里"}, {"幸福里"}}, []orb.Ring{squareAt(117.3, 39.2), nil, nil, nil, nil}
	r = readPaths(t, base, Options{}, d.write(t, "a"))
	want := []string{"a.shp:1: name", "a.shp:2: name", "a.shp:3: name", "a.shp:5: id"}
	if got := places(r); !slices.Equal(got, want) || !strings.Contains(said(r), "e8、e9") {
		t.Errorf("%v\n%s", got, said(r))
	}
	skip := readPaths(t, base, Options{SkipBad: true}, d.write(t, "a"))
	if skip.Refused() || len(skip.Put.Estates) != 1 {
		t.Errorf("%d taken\n%s", len(skip.Put.Estates), said(skip))
	}
	for name, base := range map[string]*domain.Tables{"no estates yet": nil, "no names": {Estates: []domain.Estate{{ID: "x"}}}} {
		if r := readPaths(t, base, Options{}, d.write(t, "a")); !r.Refused() {
			t.Errorf("%s: taken", name)
		}
	}
	d.fields = []string{"备注"}
	if r := readPaths(t, base, Options{}, d.write(t, "a")); !slices.Equal(places(r), []string{"a.shp:1: id"}) || !strings.Contains(said(r), "备注") {
		t.Error(said(r))
	}
}

func TestFaultsOfADrawingNameRecordAndColumn(t *testing.T) {
	bowtie := orb.Ring{{117.2, 39.1}, {117.201, 39.101}, {117.201, 39.1}, {117.2, 39.101}, {117.2, 39.1}}
	d := drawing{
		fields: []string{"编号", "类型", "户数"},
		cells:  [][]string{{"a", "成片", "1"}, {"b", "方形", "x"}, {"a", "", ""}, {"", "", ""}, {"d", "", ""}, {"e", "", ""}, {"f", "", ""}},
		rings: []orb.Ring{
			squareAt(117.2, 39.1), squareAt(117.21, 39.1), squareAt(117.22, 39.1), squareAt(117.23, 39.1), bowtie,
			{{117.2, 39.1}, {117.2, 239.1}, {117.3, 39.1}, {117.2, 39.1}},
			{{117.2, 39.1}, {117.3, 39.1}, {117.2, 39.1}},
		},
	}
	r := readPaths(t, nil, Options{}, d.write(t, "a"))
	want := []string{"a.shp:2: form", "a.shp:2: households", "a.shp:3: id", "a.shp:4: id", "a.shp:5: geometry", "a.shp:6: geometry", "a.shp:7: geometry"}
	if got := places(r); !slices.Equal(got, want) {
		// The vertex far off hides the system from a guess: it is said.
		t.Logf("%s", said(r))
		d.prj = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
		r = readPaths(t, nil, Options{}, d.write(t, "a"))
		if got := places(r); !slices.Equal(got, want) {
			t.Errorf("%v\n%s", got, said(r))
		}
	}
	skip := readPaths(t, nil, Options{SkipBad: true}, d.write(t, "a"))
	if len(skip.Put.Estates) != 1 || skip.Put.Estates[0].ID != "a" || !slices.Equal(places(skip), want) {
		t.Errorf("%+v\n%s", skip.Put.Estates, said(skip))
	}
}

func TestTheSystemOfADrawingIsReadOrToldByItsNumbersAndSaid(t *testing.T) {
	block := squareAt(117.2, 39.1)
	in := func(code int, swapped bool) orb.Ring {
		s, ok := crs.ByEPSG(code)
		if !ok {
			t.Fatal(code)
		}
		s.Swapped = swapped
		var out orb.Ring
		for _, p := range block {
			at, _ := s.FromLonLat(p)
			out = append(out, at)
		}
		return out
	}
	plain := prjOf(t, "shp/estate_points_4548.prj")
	for name, c := range map[string]struct {
		ring    orb.Ring
		prj     string
		options ShapeOptions
		refused string
		says    string
	}{
		"named by the file":                     {ring: in(4548, false), prj: plain, says: "EPSG:4548 and were turned"},
		"northing first under a .prj":           {ring: in(4548, true), prj: plain, says: "they were exchanged"},
		"degrees without a .prj":                {ring: in(4490, false), says: "going by the numbers"},
		"latitude first":                        {ring: in(4490, true), says: "they were exchanged"},
		"a zone's number without a .prj":        {ring: in(4527, false), says: "zone number 39"},
		"a zone's number, northing first":       {ring: in(4527, true), says: "they were exchanged"},
		"metres without a number or .prj":       {ring: in(4548, false), refused: "name the system"},
		"metres, the system chosen":             {ring: in(4548, false), options: ShapeOptions{System: "4548"}, says: "EPSG:4548"},
		"a .prj of metres over degrees":         {ring: block, prj: plain, refused: "look like longitude and latitude"},
		"a .prj without the number of the zone": {ring: in(4527, false), prj: plain, refused: "EPSG:4527"},
		"the same, overruled":                   {ring: in(4527, false), prj: plain, options: ShapeOptions{System: "EPSG:4527"}, says: "EPSG:4548”; it was not gone by"},
		"another datum, on the user's word":     {ring: in(4548, false), prj: prjOf(t, "shp_made/yichang_xian80_2382.prj"), options: ShapeOptions{System: "EPSG:4548"}, says: "it was not gone by"},
		"another datum":                         {ring: in(4546, false), prj: prjOf(t, "shp_made/yichang_xian80_2382.prj"), refused: "no public parameters"},
		"degrees of a web map":                  {ring: in(4490, false), options: ShapeOptions{Datum: DatumGCJ02}, says: "GCJ-02 on the user's word"},
	} {
		d := drawing{fields: []string{"id"}, cells: [][]string{{"a"}}, rings: []orb.Ring{slices.Clone(c.ring)}, prj: c.prj}
		r := readPaths(t, nil, Options{Shapes: c.options}, d.write(t, "a"))
		if c.refused != "" {
			if !r.Refused() || !strings.Contains(said(r), c.refused) || len(r.Faults) != 1 || r.Faults[0].Column != "crs" {
				t.Errorf("%s:\n%s", name, said(r))
			}
			continue
		}
		if r.Refused() || len(r.Put.Estates) != 1 || !strings.Contains(said(r), c.says) {
			t.Errorf("%s:\n%s", name, said(r))
			continue
		}
		if c.options.Datum != DatumNone {
			continue
		}
		for _, p := range r.Put.Estates[0].Boundary[0][0] {
			if !slices.ContainsFunc(block, func(q orb.Point) bool { return max(p[0]-q[0], q[0]-p[0], p[1]-q[1], q[1]-p[1]) < aMillimetre }) {
				t.Errorf("%s: %v is no corner of the block", name, p)
			}
		}
	}
}

func TestOfSeveralLayersTheOneWithEstatesIsReadOrTheUserIsAsked(t *testing.T) {
	blocks := drawing{fields: []string{"编号"}, cells: [][]string{{"a"}}, rings: []orb.Ring{squareAt(117.2, 39.1)}}
	green := drawing{fields: []string{"面积"}, cells: [][]string{{"12"}}, rings: []orb.Ring{squareAt(117.2, 39.1)}}
	pack := func(layers map[string]drawing) string {
		files := map[string][]byte{}
		for name, d := range layers {
			for ext, data := range d.parts(t) {
				files[name+ext] = data
			}
		}
		return zipOf(t, "a.zip", files)
	}
	r := readPaths(t, nil, Options{}, pack(map[string]drawing{"小区": blocks, "绿地": green}))
	if r.Refused() || len(r.Put.Estates) != 1 || !strings.Contains(said(r), "Only the layer “小区”") {
		t.Error(said(r))
	}
	two := pack(map[string]drawing{"北片": blocks, "南片": blocks})
	if r := readPaths(t, nil, Options{}, two); !r.Refused() || !strings.Contains(said(r), "北片、南片") {
		t.Error(said(r))
	}
	if r := readPaths(t, nil, Options{Shapes: ShapeOptions{Layer: "南片"}}, two); r.Refused() || len(r.Put.Estates) != 1 {
		t.Error(said(r))
	}
	if r := readPaths(t, nil, Options{Shapes: ShapeOptions{Layer: "西片"}}, two); !r.Refused() || !strings.Contains(said(r), "北片、南片") {
		t.Error(said(r))
	}
}

func TestAWholeShapefileDraggedInIsOneFileAndAPartAloneIsRefused(t *testing.T) {
	d := drawing{fields: []string{"编号"}, cells: [][]string{{"a"}}, rings: []orb.Ring{squareAt(117.2, 39.1)}, cpg: "UTF-8"}
	shp := d.write(t, "块")
	all, err := filepath.Glob(filepath.Join(filepath.Dir(shp), "*"))
	if err != nil || len(all) != 3 {
		t.Fatal(all, err)
	}
	if r := readPaths(t, nil, Options{}, all...); r.Refused() || len(r.Put.Estates) != 1 || len(r.Files) != 1 {
		t.Error(said(r))
	}
	if r := readPaths(t, nil, Options{}, strings.TrimSuffix(shp, ".shp")+".dbf"); !r.Refused() || !strings.Contains(said(r), "a part of a Shapefile") {
		t.Error(said(r))
	}
}

func TestTheEncodingOfADrawingCanBeChosen(t *testing.T) {
	d := drawing{fields: []string{"编号", "名称"}, cells: [][]string{{"a", "月牙河东里"}}, rings: []orb.Ring{squareAt(117.2, 39.1)}, gbk: true, cpg: "UTF-8"}
	path := d.write(t, "a")
	if r := readPaths(t, nil, Options{}, path); !r.Refused() {
		t.Error(said(r))
	}
	r := readPaths(t, nil, Options{Shapes: ShapeOptions{Encoding: "GBK"}}, path)
	if r.Refused() || r.Put.Estates[0].Name != "月牙河东里" || r.Files[0].Encoding != "GBK" {
		t.Error(said(r))
	}
	if _, err := Read(t.Context(), []string{path}, nil, Options{Shapes: ShapeOptions{Encoding: "klingon"}}); err == nil {
		t.Error("an unknown encoding was taken")
	}
}

func TestColumnsOfADrawingCanBeChosen(t *testing.T) {
	d := drawing{fields: []string{"OBJ", "编号", "名称"}, cells: [][]string{{"x1", "1", "甲里"}}, rings: []orb.Ring{squareAt(117.2, 39.1)}}
	r := readPaths(t, nil, Options{Shapes: ShapeOptions{Columns: map[string]string{"OBJ": "id", "编号": "", "名称": "community"}}}, d.write(t, "a"))
	if r.Refused() || r.Put.Estates[0].ID != "x1" || r.Put.Estates[0].Community != "甲里" || r.Put.Estates[0].Name != "" {
		t.Errorf("%+v\n%s", r.Put, said(r))
	}
}

func TestABackdropIsKnownByTheNameOfItsDrawing(t *testing.T) {
	d := drawing{fields: []string{"名称"}, cells: [][]string{{"东湖"}, {"空"}}, rings: []orb.Ring{squareAt(117.2, 39.1), nil}}
	r := readPaths(t, nil, Options{}, d.write(t, "water"))
	if r.Refused() || len(r.Put.Backdrops) != 1 || r.Put.Backdrops[0].Layer != domain.BackdropWater || r.Put.Backdrops[0].Name != "东湖" {
		t.Errorf("%+v\n%s", r.Put, said(r))
	}
}

func TestTheProjectItselfIsNoSource(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	mustWrite(t, path, "x")
	link := filepath.Join(t.TempDir(), "q.gpkg")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	for _, source := range []string{path, link} {
		if r := readPaths(t, nil, Options{Project: path}, source); !r.Refused() || !strings.Contains(said(r), "the project file itself") {
			t.Error(said(r))
		}
	}
}

func TestTablesMayEndInTXT(t *testing.T) {
	files := with(map[string]string{"scores.csv": "", "scores.txt": "轮次\t小区编号\t得分\nr1\te1\t95.5\n"})
	r := readFiles(t, nil, Options{}, files)
	if r.Refused() || len(r.Put.Scores) != 1 {
		t.Error(said(r))
	}
}

func TestALookAtADrawingTellsWhatAnImportWouldRead(t *testing.T) {
	s, _ := crs.ByEPSG(4548)
	ring := squareAt(117.2, 39.1)
	for i, p := range ring {
		ring[i], _ = s.FromLonLat(p)
	}
	d := drawing{fields: []string{"小区编号", "小区名称", "备注"}, cells: [][]string{{"a", "甲里", "x"}}, rings: []orb.Ring{ring}, gbk: true}
	path := d.write(t, "块")
	p, err := PreviewShapes(t.Context(), path, nil, ShapeOptions{})
	if err != nil || p.Chosen != 0 || len(p.Layers) != 1 {
		t.Fatalf("%+v %v", p, err)
	}
	l := p.Layers[0]
	wantFields := []FieldPreview{{"小区编号", "id", false}, {"小区名称", "name", false}, {"备注", "", false}}
	if !slices.Equal(l.Fields, wantFields) || l.Encoding != "GBK" || l.Evidence.ZH == "" || len(l.Rows) != 1 || l.Rows[0].Cells[1] != "甲里" || !l.Areas {
		t.Errorf("%+v", l)
	}
	if l.System.Refused == nil || len(l.System.Candidates) != 21 || l.System.DegreesKnown || !l.System.BoundsKnown {
		t.Errorf("%+v", l.System)
	}
	p, err = PreviewShapes(t.Context(), path, nil, ShapeOptions{System: "EPSG:4548", Encoding: "BIG5"})
	if err != nil {
		t.Fatal(err)
	}
	l = p.Layers[0]
	if l.System.Refused != nil || !l.System.DegreesKnown || l.System.Degrees[0] < 117.19 || l.System.Degrees[2] > 117.21 || l.Encoding != "BIG5" || l.Rows[0].Cells[1] == "甲里" {
		t.Errorf("%+v", l)
	}
	if len(ShapeSystems()) != 44 {
		t.Errorf("%d systems", len(ShapeSystems()))
	}
}

func TestALookAtGeoJSONTellsWhatAnImportWouldRead(t *testing.T) {
	s, _ := crs.ByEPSG(4548)
	text := strings.ReplaceAll(collectionIn(s, ""), `"id":"a"`, `"小区":"甲里","编号":12,"备注":null,"id":""`)
	path := filepath.Join(t.TempDir(), "块.geojson")
	mustWrite(t, path, text)
	p, err := PreviewShapes(t.Context(), path, nil, ShapeOptions{})
	if err != nil || len(p.Layers) != 1 || p.Chosen != 0 {
		t.Fatal(p, err)
	}
	l := p.Layers[0]
	want := []FieldPreview{{"小区", "", false}, {"编号", "id", true}, {"备注", "", false}, {"id", "id", true}}
	if !slices.Equal(l.Fields, want) || l.Records != 1 || !slices.Equal(l.Rows[0].Cells, []string{"甲里", "12", "", ""}) || len(l.System.Candidates) != 21 || l.Faults != 1 {
		t.Errorf("%+v", l)
	}
	p, err = PreviewShapes(t.Context(), path, nil, ShapeOptions{System: "EPSG:4548", Columns: map[string]string{"id": "", "小区": "name"}})
	if err != nil {
		t.Fatal(err)
	}
	l = p.Layers[0]
	if l.Faults != 0 || l.Fields[0].Column != "name" || l.Fields[3].Column != "" || !l.System.DegreesKnown || l.System.Code != 4548 || !l.Areas {
		t.Errorf("%+v", l)
	}
	r := readPaths(t, nil, Options{Shapes: ShapeOptions{System: "EPSG:4548", Columns: map[string]string{"id": "", "小区": "name"}}}, path)
	if r.Refused() || r.Put.Estates[0].Name != "甲里" || r.Put.Estates[0].ID != "12" {
		t.Error(said(r))
	}
	mustWrite(t, path, `{"type":"FeatureCollection","features":[`)
	if _, err := PreviewShapes(t.Context(), path, nil, ShapeOptions{}); err == nil {
		t.Error("a broken file was looked at")
	}
}

func TestAFieldThatIsEmptyInAllRecordsIsNoneAndAnEmptyLayerIsTakenWithNothing(t *testing.T) {
	base := district(t)
	d := drawing{fields: []string{"编号", "名称", "户数"}, cells: [][]string{{"", "幸福里", ""}}, rings: []orb.Ring{squareAt(117.3, 39.2)}}
	r := readPaths(t, base, Options{}, d.write(t, "a"))
	if r.Refused() || len(r.Put.Estates) != 1 || r.Put.Estates[0].ID != "e1" || !r.Put.Estates[0].Households.Known {
		t.Errorf("%+v\n%s", r.Put.Estates, said(r))
	}
	none := drawing{fields: []string{"编号"}}
	if r := readPaths(t, base, Options{}, none.write(t, "a")); r.Refused() || r.Taken() != 0 || !strings.Contains(said(r), "no record") {
		t.Error(said(r))
	}
}

package app

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/internal/corpus"
)

func TestABoundaryFileIsLookedAtAndWrittenByTheWizard(t *testing.T) {
	a := desk(t, 20)
	file := []byte(`{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"w-1","name":"新来里"},"geometry":{"type":"Polygon","coordinates":[[[117.3,39.2],[117.301,39.2],[117.301,39.201],[117.3,39.201],[117.3,39.2]]]}},
{"type":"Feature","properties":{"id":"w-2","name":"交叉里"},"geometry":{"type":"Polygon","coordinates":[[[117.31,39.2],[117.311,39.201],[117.311,39.2],[117.31,39.201],[117.31,39.2]]]}}]}`)
	id := sent(t, a, "边界.geojson", file)
	v := previewed(t, a, id, WizardChoice{})
	if v.Shapes == nil || len(v.Shapes.Layers) != 1 || len(v.Shapes.Faults) != 1 || v.Ready {
		t.Fatalf("%+v", v.Shapes)
	}
	if _, err := a.WizardWrite(id, WizardChoice{}); err == nil {
		t.Error("written with a boundary that crosses itself")
	}
	v = previewed(t, a, id, WizardChoice{SkipBad: true})
	if !v.Ready || len(v.Counts.Tables) != 1 || v.Counts.Tables[0].Added != 1 || v.Counts.Left != 1 {
		t.Fatalf("%v %+v", v.Blocked.ZH, v.Counts)
	}
	if _, err := a.WizardWrite(id, WizardChoice{SkipBad: true}); err != nil {
		t.Fatal(err)
	}
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	if _, there := p.book.Estate("w-1"); !there {
		t.Error("the estate is not there")
	}
}

func TestAShapefileInAZipShowsItsLayerEncodingAndSystem(t *testing.T) {
	folder := filepath.Join(corpus.Dir(t, "formats"), "shp_made")
	for name, want := range map[string]WizardLayer{
		"yichang_4525_gbk_nocpg":  {Encoding: "GBK", System: "EPSG:4525"},
		"yichang_4490_utf8_nocpg": {Encoding: "UTF-8", System: "EPSG:4490"},
		"yichang_4546_gbk":        {Encoding: "GBK", System: "EPSG:4546"},
		"yichang_3857":            {Encoding: "UTF-8", System: "EPSG:3857"},
	} {
		t.Run(name, func(t *testing.T) {
			parts, err := filepath.Glob(filepath.Join(folder, name+".*"))
			if err != nil || len(parts) < 4 {
				t.Fatalf("%v, %v", parts, err)
			}
			var packed bytes.Buffer
			z := zip.NewWriter(&packed)
			for _, part := range parts {
				data, err := os.ReadFile(part)
				if err != nil {
					t.Fatal(err)
				}
				w, err := z.Create("小区/" + filepath.Base(part))
				if err != nil {
					t.Fatal(err)
				}
				if _, err := w.Write(data); err != nil {
					t.Fatal(err)
				}
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			a := desk(t, 20)
			v := previewed(t, a, sent(t, a, "小区.zip", packed.Bytes()), WizardChoice{})
			if v.Refused.ZH != "" || v.Shapes == nil || len(v.Shapes.Layers) != 1 || len(v.Shapes.Systems) == 0 || len(v.Shapes.Fields) == 0 {
				t.Fatalf("%s %+v", v.Refused.ZH, v.Shapes)
			}
			got := v.Shapes.Layers[0]
			if got.Encoding != want.Encoding || got.System != want.System || got.Records == 0 || !got.Areas || len(got.Fields) == 0 || len(got.Rows) == 0 || got.Evidence.ZH == "" || got.Basis.ZH == "" {
				t.Errorf("%+v", got)
			}
			// Yichang, wherever its coordinates were written.
			if d := got.Degrees; len(d) != 4 || d[0] < 110.5 || d[2] > 112 || d[1] < 30 || d[3] > 31.5 {
				t.Errorf("it lies at %v", d)
			}
		})
	}
}

func TestABrowserSendsTheFilesBesideAShapefile(t *testing.T) {
	folder := filepath.Join(corpus.Dir(t, "formats"), "shp_made")
	read := func(ending string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, "yichang_4525_gbk_nocpg"+ending))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	a := desk(t, 20)
	shp := read(".shp")
	id := sent(t, a, "小区.shp", shp)
	alone := previewed(t, a, id, WizardChoice{})

	id = sent(t, a, "小区.shp", shp)
	dbf := read(".dbf")
	part := WizardPart{ID: id, Name: "小区.DBF", Size: int64(len(dbf)), File: base64.StdEncoding.EncodeToString(dbf[:100])}
	if _, err := a.WizardUpload(part); err != nil {
		t.Fatal(err)
	}
	if _, err := a.WizardPreview(id, WizardChoice{}); err == nil {
		t.Error("looked at although the .dbf has not come whole")
	}
	part.At, part.File = 100, base64.StdEncoding.EncodeToString(dbf[100:])
	if _, err := a.WizardUpload(part); err != nil {
		t.Fatal(err)
	}
	prj := read(".prj")
	if _, err := a.WizardUpload(WizardPart{ID: id, Name: "小区.prj", Size: int64(len(prj)), File: base64.StdEncoding.EncodeToString(prj)}); err != nil {
		t.Fatal(err)
	}
	v := previewed(t, a, id, WizardChoice{})
	if v.Shapes == nil || len(v.Shapes.Layers) != 1 || len(v.Shapes.Layers[0].Fields) <= len(alone.Shapes.Layers[0].Fields) || v.Shapes.Layers[0].System != "EPSG:4525" {
		t.Errorf("alone %+v, with its parts %+v", alone.Shapes, v.Shapes)
	}
}

func TestAPartOfAShapefileIsNothingAlone(t *testing.T) {
	a := desk(t, 20)
	if _, err := a.WizardUpload(WizardPart{Name: "小区.dbf", Size: 1, File: "eA=="}); err == nil || !strings.Contains(err.Error(), ".shp") {
		t.Errorf("a .dbf alone: %v", err)
	}
	id := sent(t, a, "成绩.csv", []byte("id,score\n"))
	for _, name := range []string{"成绩.dbf", "../成绩.prj"} {
		if _, err := a.WizardUpload(WizardPart{ID: id, Name: name, Size: 1, File: "eA=="}); err == nil {
			t.Errorf("%s beside a table was taken", name)
		}
	}
	id = sent(t, a, "小区.shp", []byte("no shapes"))
	if _, err := a.WizardUpload(WizardPart{ID: id, Name: "小区.dbf", Size: mostUpload + 1, File: "eA=="}); err == nil {
		t.Error("a .dbf over the limit was taken")
	}
}

func TestSettingsAreTakenByTheirName(t *testing.T) {
	a := desk(t, 20)
	id := sent(t, a, "settings.json", []byte(`{"band_size": 7}`))
	if v := previewed(t, a, id, WizardChoice{}); v.File.Kind != "settings" || !v.Ready {
		t.Errorf("%s: %s", v.File.Kind, v.Blocked.ZH)
	}
}

package app_test

import (
	"math"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
)

const aRiver = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"月牙河","class":"river"},"geometry":{"type":"LineString","coordinates":[[117.2,39.1],[117.21,39.1]]}},
{"type":"Feature","properties":{"name":"津山线","class":"railway"},"geometry":{"type":"MultiLineString","coordinates":[[[117.2,39.11],[117.24,39.11]]]}}]}`

func TestThePlannerPutsDownBarriersAndTakesThemBack(t *testing.T) {
	t.Parallel()
	atlas := openDemo(t)
	before, err := atlas.Barriers()
	if err != nil || before.Lines == 0 {
		t.Fatalf("the demo has barriers: %+v, %v", before, err)
	}
	preview, err := atlas.PreviewBarriers(aRiver)
	if err != nil || preview.Lines != 2 || preview.Classes[0].Class != "railway" {
		t.Fatalf("a river and a longer railway: %+v, %v", preview, err)
	}
	// 0.04° of longitude at 39.11° N are 3,459 m on the ellipsoid.
	if got := preview.Classes[0].LengthM; math.Abs(got-3459) > 3 {
		t.Errorf("the railway is %.1f m long", got)
	}
	if now, _ := atlas.Barriers(); now.Lines != before.Lines {
		t.Error("a look changed the layer")
	}
	if _, err := atlas.SetBarriers(aRiver); err != nil {
		t.Fatal(err)
	}
	if now, _ := atlas.Barriers(); now.Lines != 2 {
		t.Errorf("the file replaces the layer: %+v", now)
	}
	if _, err := atlas.Undo(); err != nil {
		t.Fatal(err)
	}
	if now, _ := atlas.Barriers(); now.Lines != before.Lines {
		t.Errorf("undone: %+v, before %+v", now, before)
	}
	if _, err := atlas.SetBarriers(""); err != nil {
		t.Fatal(err)
	}
	run, err := atlas.ProxyRun(app.ProxyAsk{Within: "district", MaxDistanceM: 1000, EachCapacity: -1})
	if err != nil || run.HasBarriers {
		t.Errorf("without barriers: %v, %v", run.HasBarriers, err)
	}
	if _, err := atlas.SetBarriers(""); err == nil {
		t.Error("there was nothing left to take away")
	}
}

func TestAFileThatHoldsNoBarriersIsRefusedWithItsPlace(t *testing.T) {
	t.Parallel()
	atlas := openDemo(t)
	for text, want := range map[string]string{
		`{"type":"FeatureCollection","features":[]}`: "没有线或面",
		`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[117,39]}}]}`:                                           "线",
		"{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\"properties\":{},\n\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[117,39],[\"x\",39]]}}]}": "第 ",
		"not json":                              "第 1 行",
		strings.Repeat(" ", 2<<20) + `{"type"}`: "2 MB",
	} {
		_, err := atlas.SetBarriers(text)
		if err == nil {
			t.Errorf("%.80q was taken", text)
			continue
		}
		code, why := domain.Explain(err)
		if code != domain.CodeInvalid || !strings.Contains(why.ZH, want) {
			t.Errorf("%.80q: %s %s", text, code, why.ZH)
		}
	}
}

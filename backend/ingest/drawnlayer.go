package ingest

import (
	"slices"
	"strings"

	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// chooseLayer finds the layer to read: the one asked for, else the only one, else the only one that the table can be read from.
func chooseLayer(layers []vector.Layer, o *ShapeOptions, log *fileLog) *vector.Layer {
	chosen, asked := -1, o.Layer
	var fitting []int
	for i := range layers {
		l := &layers[i]
		switch {
		case asked != "" && strings.EqualFold(trim(asked), trim(l.Name)):
			chosen = i
		case asked == "" && l.Project && log.file.table == estatesTable && l.Name == estatesLayer:
			chosen = i
		case log.file.table.layer != "" || isAreas(l):
			fitting = append(fitting, i)
		}
	}
	if chosen < 0 && len(fitting) > 1 {
		// Of several layers of areas those that tell which estate a row is.
		keyed := slices.DeleteFunc(slices.Clone(fitting), func(i int) bool { return !o.hasKey(&layers[i], log.file.table) })
		if len(keyed) > 0 {
			fitting = keyed
		}
	}
	switch {
	case chosen >= 0:
	case asked != "" && len(layers) > 1:
		log.refuse(1, wholeFile, 0, &sayNoLayer, asked, layerNames(layers))
		return nil
	case len(layers) == 1:
		chosen = 0
	case len(fitting) == 1:
		chosen = fitting[0]
	default:
		log.refuse(1, wholeFile, 0, &sayManyLayers, layerNames(layers))
		return nil
	}
	if len(layers) > 1 {
		log.note(1, wholeFile, "", &sayLayer, layers[chosen].Name)
	}
	if layers[chosen].Project {
		log.note(1, wholeFile, "", &sayOtherProject)
	}
	return &layers[chosen]
}

// estatesLayer is the layer of a project of this program that holds its estates.
const estatesLayer = "estates"

// isAreas reports whether a layer holds areas.
func isAreas(l *vector.Layer) bool {
	return slices.ContainsFunc(l.Rows, func(r vector.Row) bool {
		switch r.Geometry.(type) {
		case orb.Polygon, orb.MultiPolygon:
			return true
		}
		return false
	})
}

// onlyKind is what the first shape of a layer is called, empty if none has a shape.
func onlyKind(l *vector.Layer) string {
	for _, r := range l.Rows {
		if r.Geometry != nil {
			return r.Geometry.GeoJSONType()
		}
	}
	return ""
}

func layerNames(layers []vector.Layer) string {
	names := make([]string, len(layers))
	for i := range layers {
		names[i] = layers[i].Name
	}
	return strings.Join(names, "、")
}

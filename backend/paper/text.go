package paper

import "math"

// laid is where the letters of a text begin on the page, on their baseline.
type laid struct{ x, y float64 }

// layText places a clean text.
func layText(clean string, t *Text) laid {
	along := 0.0
	if t.Anchor != Left {
		along = widthOf(clean)*t.Size*mmPerPoint + t.Spacing*float64(len([]rune(clean))-1)
		if t.Anchor == Center {
			along /= 2
		}
	}
	down := 0.0
	if t.Middle {
		down = middleHeight * t.Size * mmPerPoint
	}
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	return laid{x: t.X - along*cos + down*sin, y: t.Y + along*sin + down*cos}
}

// boldOf returns by how much the letters of a text grow to all sides, in mm.
func boldOf(t *Text) float64 {
	if !t.Bold {
		return 0
	}
	return boldness * t.Size * mmPerPoint
}

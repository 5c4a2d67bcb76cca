package sheet

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"testing"

	"estateatlas/backend/paper"
)

func bytesOf(t testing.TB, c paper.Canvas) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// BenchmarkMap draws whole sheets: A3 as PDF and as a picture of 3840 px.
func BenchmarkMap(b *testing.B) {
	for _, n := range []int{420, 5000, 50000} {
		m := madeUpMap(n)
		m.Size = SizeOf("A3", false)
		b.Run(fmt.Sprintf("pdf/%d", n), func(b *testing.B) {
			for b.Loop() {
				doc := paper.NewPDF(info)
				Draw(doc, &m)
				if err := doc.Encode(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("png/%d", n), func(b *testing.B) {
			for b.Loop() {
				doc, err := paper.NewPicture(info, m.Size.Width, m.Size.Height, paper.MaxWidthPx)
				if err != nil {
					b.Fatal(err)
				}
				DrawPicture(doc, &m)
				if err := doc.Encode(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

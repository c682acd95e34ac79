package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
)

// The course's mark is a signal with two lamps, wait and go. It is drawn from
// these measures alone, as SVG and as PNG. The unit is the icon's side.
const (
	signalWidth, signalHeight = 0.80, 0.44 // a rounded bar in the middle
	lampRadius                = 0.125
	lampOffset                = 0.18 // of each lamp from the middle
	tileRadius                = 0.22
)

var (
	tileColor   = color.NRGBA{0xf3, 0xf5, 0xf1, 0xff}
	signalColor = color.NRGBA{0x1d, 0x26, 0x21, 0xff}
	waitColor   = color.NRGBA{0xd1, 0x8b, 0x12, 0xff}
	goColor     = color.NRGBA{0x2f, 0xb3, 0x83, 0xff}
)

// iconSVG is the mark alone, for browser tabs.
func iconSVG() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<rect x="2" y="24" width="96" height="52" rx="26" fill="%s"/>
<circle cx="28" cy="50" r="15" fill="%s"/>
<circle cx="72" cy="50" r="15" fill="%s"/>
</svg>
`, cssColor(signalColor), cssColor(waitColor), cssColor(goColor))
}

func cssColor(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// iconPNG is the mark on a tile. A maskable one fills the square, and keeps
// the mark inside the circle that every mask leaves.
func iconPNG(side int, maskable bool) ([]byte, error) {
	radius, scale := tileRadius, 1.0
	if maskable {
		radius, scale = 0, 0.8
	}
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			// From the middle, and how far into a shape a pixel is, in pixels.
			u, v := (float64(x)+0.5)/float64(side)-0.5, (float64(y)+0.5)/float64(side)-0.5
			in := func(distance float64) float64 { return min(1, max(0, 0.5-distance*float64(side))) }
			c := tileColor
			c.A = uint8(255*in(bar(u, v, 1, 1, radius)) + 0.5)
			c = over(c, signalColor, in(bar(u, v, scale*signalWidth, scale*signalHeight, scale*signalHeight/2)))
			c = over(c, waitColor, in(math.Hypot(u+scale*lampOffset, v)-scale*lampRadius))
			c = over(c, goColor, in(math.Hypot(u-scale*lampOffset, v)-scale*lampRadius))
			img.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

// bar is the distance of a point from a rounded bar around the middle;
// negative inside.
func bar(x, y, width, height, radius float64) float64 {
	dx, dy := math.Abs(x)-width/2+radius, math.Abs(y)-height/2+radius
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius
}

// over lays a color, so much of it, over an opaque or empty one.
func over(under, c color.NRGBA, amount float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*(1-amount) + float64(b)*amount + 0.5) }
	return color.NRGBA{mix(under.R, c.R), mix(under.G, c.G), mix(under.B, c.B), under.A}
}

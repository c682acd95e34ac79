package site

import (
	"fmt"
	"math"
	"strconv"
)

// What accents stand on: of the pages' papers those that contrast least, which
// are under code, as site/web/theme/tokens.css has them.
const (
	lightPaper = "#f3f5f1"
	darkPaper  = "#161e1a"
)

// readable is the contrast that WCAG asks of text (AA).
const readable = 4.5

// colour is red, green and blue, each from 0 to 255.
type colour [3]uint8

// parseColour reads #rgb and #rrggbb.
func parseColour(text string) (c colour, ok bool) {
	if len(text) == 4 && text[0] == '#' {
		text = string([]byte{'#', text[1], text[1], text[2], text[2], text[3], text[3]})
	}
	if len(text) != 7 || text[0] != '#' {
		return c, false
	}
	n, err := strconv.ParseUint(text[1:], 16, 32)
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// luminance is how light a colour is, from 0 to 1, as WCAG defines it.
func (c colour) luminance() float64 {
	linear := func(channel uint8) float64 {
		v := float64(channel) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// contrast is from 1, none, to 21, black on white.
func contrast(a, b colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// mix is a colour on its way to another.
func (c colour) mix(to colour, part float64) colour {
	var mixed colour
	for i := range mixed {
		mixed[i] = uint8(math.Round(float64(c[i]) + part*(float64(to[i])-float64(c[i]))))
	}
	return mixed
}

var (
	black = colour{0, 0, 0}
	white = colour{255, 255, 255}
)

// readableOn is the nearest colour, darker or lighter, that can be read on paper.
func (c colour) readableOn(paper colour) colour {
	away := white
	if paper.luminance() > 0.5 {
		away = black
	}
	for part := 0.0; part < 1; part += 0.02 {
		if near := c.mix(away, part); contrast(near, paper) >= readable {
			return near
		}
	}
	return away
}

// textOn is black or white, whichever can be read better on the colour.
func (c colour) textOn() colour {
	if contrast(c, white) >= contrast(c, black) {
		return white
	}
	return black
}

// themeCSS sets the tokens that a course's colours change; nothing without colours.
func (c *config) themeCSS() []byte {
	if c.Accent.Light == "" && c.Accent.Dark == "" {
		return nil
	}
	light, ok := parseColour(c.Accent.Light)
	if !ok {
		light, _ = parseColour("#0a6b4d")
	}
	dark, ok := parseColour(c.Accent.Dark)
	if !ok {
		dark, _ = parseColour("#6fd6ab")
	}
	return fmt.Appendf(nil, `:root {
  --await-go-accent: light-dark(%s, %s);
  --await-go-on-accent: light-dark(%s, %s);
  --ag-accent-strong: light-dark(%s, %s);
}
`, light, dark, light.textOn(), dark.textOn(), light.mix(black, 0.25), dark.mix(white, 0.35))
}

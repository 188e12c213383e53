// This file sees the palettes with the eyes of readers who are colour-blind.

package theme

import (
	"math"
	"strconv"
	"testing"

	"doubletake/model"
)

// eyes turns linear RGB into what readers without one kind of cone see, after
// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", 2009, at full severity.
var eyes = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
}

// leastApart is how far two classes' colours have to be apart in CIELAB; 2.3 is what
// can just be told side by side.
const leastApart = 14.9

// TestBlind sees that the colours of any two classes differ to every reader. Both
// one-sided classes have one colour: they never stand on the same side.
func TestBlind(t *testing.T) {
	for name, p := range map[string]palette{"dark": darkPalette, "light": lightPalette} {
		for eye, m := range eyes {
			for a := model.Same; a <= model.LeftOnly; a++ {
				for b := a + 1; b <= model.LeftOnly; b++ {
					full := apart(seen(hexLinear(p.relation[a].TrueColor), m), seen(hexLinear(p.relation[b].TrueColor), m))
					few := apart(seen(cubeLinear(t, p.relation[a].ANSI256), m), seen(cubeLinear(t, p.relation[b].ANSI256), m))
					if full < leastApart || few < leastApart {
						t.Errorf("%s, %s: %s and %s are %.1f apart, of 256 colours %.1f", name, eye, a, b, full, few)
					}
				}
			}
		}
	}
}

func hexLinear(hex string) (rgb [3]float64) {
	for i := range rgb {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		rgb[i] = linear(float64(n) / 255)
	}
	return rgb
}

// cubeLinear is a colour of the cube of six by six by six among the 256.
func cubeLinear(t *testing.T, index string) (rgb [3]float64) {
	t.Helper()
	n, err := strconv.Atoi(index)
	if err != nil || n < 16 || n > 231 {
		t.Fatalf("%q is no colour of the cube", index)
	}
	steps := [6]float64{0, 95, 135, 175, 215, 255}
	for i, each := range [3]int{36, 6, 1} {
		rgb[i] = linear(steps[(n-16)/each%6] / 255)
	}
	return rgb
}

// linear is the light of a colour's part, as sRGB has it.
func linear(c float64) float64 {
	if c <= .04045 {
		return c / 12.92
	}
	return math.Pow((c+.055)/1.055, 2.4)
}

// seen is a colour in CIELAB as an eye sees it.
func seen(rgb [3]float64, eye [3][3]float64) [3]float64 {
	var s [3]float64
	for i, row := range eye {
		s[i] = math.Max(0, math.Min(1, row[0]*rgb[0]+row[1]*rgb[1]+row[2]*rgb[2]))
	}
	f := func(v float64) float64 {
		if v > 216./24389 {
			return math.Cbrt(v)
		}
		return (24389./27*v + 16) / 116
	}
	x := f((.4124564*s[0] + .3575761*s[1] + .1804375*s[2]) / .95047)
	y := f(.2126729*s[0] + .7151522*s[1] + .0721750*s[2])
	z := f((.0193339*s[0] + .1191920*s[1] + .9503041*s[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func apart(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

package main

// signedZeros makes reflect tell minus zero from zero, where the engine asks for it: the
// interpreter leaves a parameter alone if its argument is zero by reflect.
var signedZeros = map[string][]insertion{
	"reflect/value.go": {
		{after: "return v.Float() == 0", add: " && !(awaitgoSignedZeros && math.Signbit(v.Float()))"},
		{after: "return v.Complex() == 0", add: " && !(awaitgoSignedZeros && (math.Signbit(real(v.Complex())) || math.Signbit(imag(v.Complex()))))"},
		{end: true, add: "\n//go:linkname awaitgoSignedZeros\nvar awaitgoSignedZeros bool\n"},
	},
}

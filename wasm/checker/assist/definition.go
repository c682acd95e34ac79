package assist

import (
	"go/token"

	"awaitgo/wasm/checker/program"
)

// Definition returns where the name at an offset is declared. Ok is false if there is
// no name, or it is declared outside the program.
func (a *Assistant) Definition(p *program.Program, file string, offset int) (r Range, ok bool) {
	id := identAt(p, file, offset)
	if id == nil {
		return Range{}, false
	}
	object := objectOf(p, id)
	if !inProgram(p, object) {
		return Range{}, false
	}
	from := object.Pos()
	return rangeOf(p, from, from+token.Pos(len(object.Name()))), true
}

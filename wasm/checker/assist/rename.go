package assist

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"awaitgo/wasm/checker/program"
)

// Renameable returns the identifier at an offset, if it can be renamed. The error is a
// sentence for the person who asked.
func (a *Assistant) Renameable(p *program.Program, file string, offset int) (Range, error) {
	id := identAt(p, file, offset)
	if id == nil {
		return Range{}, errors.New("There is no name here to rename.")
	}
	object := objectOf(p, id)
	switch {
	case object == nil:
		return Range{}, fmt.Errorf("Go does not know what %s is here, so it can't be renamed.", id.Name)
	case !inProgram(p, object):
		return Range{}, fmt.Errorf("%s is not declared in this program, so it can't be renamed.", id.Name)
	case id.Name == "_":
		return Range{}, errors.New("The blank name _ can't be renamed.")
	}
	switch object := object.(type) {
	case *types.PkgName:
		return Range{}, errors.New("A package's name can't be renamed here.")
	case *types.Func:
		if (object.Name() == "main" || object.Name() == "init") && object.Signature().Recv() == nil {
			return Range{}, fmt.Errorf("Go calls %s by its name, so it can't be renamed.", object.Name())
		}
	}
	return rangeOf(p, id.Pos(), id.End()), nil
}

// Rename returns the edits that give the name at an offset another one everywhere. It
// refuses if the program would then be wrong or mean something else.
func (a *Assistant) Rename(p *program.Program, file string, offset int, to string) ([]Edit, error) {
	if _, err := a.Renameable(p, file, offset); err != nil {
		return nil, err
	}
	if !token.IsIdentifier(to) || to == "_" {
		return nil, fmt.Errorf("%s is not a name: names are letters, digits and _, begin with no digit and are no word of Go.", to)
	}
	id := identAt(p, file, offset)
	if id.Name == to {
		return nil, nil
	}
	var edits []Edit
	for _, reference := range references(p, objectOf(p, id)) {
		edits = append(edits, Edit{rangeOf(p, reference.Pos(), reference.End()), to})
	}
	renamed := a.loader.LoadOther(Apply(p.Sources, edits))
	if len(renamed.Errors) > len(p.Errors) {
		return nil, fmt.Errorf("With the name %s the program would be wrong: %s.", to, plain(newError(p, renamed)))
	}
	if !slices.Equal(meaning(p), meaning(renamed)) {
		return nil, fmt.Errorf("The name %s stands for something else in one of these places.", to)
	}
	return edits, nil
}

// newError returns the first message that only the second program gets.
func newError(before, after *program.Program) error {
	for i, err := range after.Errors {
		if i >= len(before.Errors) || plain(before.Errors[i]) != plain(err) {
			return err
		}
	}
	return after.Errors[0]
}

// plain returns a message without its position.
func plain(err error) string {
	var e types.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return err.Error()
}

// references returns all identifiers that stand for an object or, for a type, for the
// field that embeds it.
func references(p *program.Program, object types.Object) []*ast.Ident {
	same := map[types.Object]bool{object: true}
	for _, implicit := range p.Info.Implicits {
		if implicit.Pos() == object.Pos() { // the variables of one type switch
			same[implicit] = true
		}
	}
	// Embedding joins names: that of the type is that of the field.
	for grown := true; grown; {
		grown = false
		for id, field := range p.Info.Defs {
			v, ok := field.(*types.Var)
			if !ok || !v.Embedded() {
				continue
			}
			if typeName := p.Info.Uses[id]; inProgram(p, typeName) && same[field] != same[typeName] {
				same[field], same[typeName] = true, true
				grown = true
			}
		}
	}
	var list []*ast.Ident
	for _, file := range p.Syntax() {
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && (same[origin(p.Info.Uses[id])] || same[p.Info.Defs[id]] || same[switchVariableOf(p, id, same)]) {
				list = append(list, id)
			}
			return true
		})
	}
	return list
}

// switchVariableOf returns the object of a type switch's variable where it is declared.
func switchVariableOf(p *program.Program, id *ast.Ident, among map[types.Object]bool) types.Object {
	if object, ok := p.Info.Defs[id]; !ok || object != nil {
		return nil
	}
	for object := range among {
		if object != nil && object.Pos() == id.Pos() {
			return object
		}
	}
	return nil
}

// meaning lists for each identifier of a program which identifier declares it, by number.
func meaning(p *program.Program) []int {
	number := map[token.Pos]int{}
	var ids []*ast.Ident
	for _, file := range p.Syntax() {
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				number[id.Pos()] = len(ids) + 1
				ids = append(ids, id)
			}
			return true
		})
	}
	list := make([]int, len(ids))
	for i, id := range ids {
		if object := origin(p.Info.Uses[id]); object != nil {
			list[i] = -1 // declared outside
			if inProgram(p, object) {
				list[i] = number[object.Pos()]
			}
		}
	}
	return list
}

// Apply returns the files with the edits made, which are in the order of the text.
func Apply(files map[string]string, edits []Edit) map[string]string {
	changed := maps.Clone(files)
	for _, e := range slices.Backward(edits) {
		changed[e.File] = changed[e.File][:e.From] + e.Text + changed[e.File][e.To:]
	}
	return changed
}

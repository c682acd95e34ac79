package assist

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"awaitgo/wasm/checker/program"
)

// Description is what there is to say about a name.
type Description struct {
	Range
	Code string // Go: its declaration, in one line
	Doc  string // a sentence, or ""
}

// Describe describes the name or keyword at an offset. Ok is false if there is none.
func (a *Assistant) Describe(p *program.Program, file string, offset int) (d Description, ok bool) {
	id := identAt(p, file, offset)
	if id == nil {
		return describeKeyword(p, file, offset)
	}
	object := objectOf(p, id)
	if object == nil {
		return Description{}, false
	}
	d = Description{Range: rangeOf(p, id.Pos(), id.End()), Code: a.code(p, object), Doc: a.doc(p, object)}
	// An instantiated function is shown with the types that it has here.
	if instance, ok := p.Info.Instances[id]; ok {
		if _, isFunc := object.(*types.Func); isFunc {
			d.Code = "func " + qualified(p, object) + strings.TrimPrefix(types.TypeString(instance.Type, qualifier(p)), "func")
		}
	}
	return d, true
}

func qualified(p *program.Program, object types.Object) string {
	if name := qualifier(p)(object.Pkg()); name != "" {
		return name + "." + object.Name()
	}
	return object.Name()
}

// code returns the declaration of an object.
func (a *Assistant) code(p *program.Program, object types.Object) string {
	switch object := object.(type) {
	case *types.PkgName:
		return "package " + object.Imported().Name() + ` // import "` + object.Imported().Path() + `"`
	case *types.Builtin:
		return builtins[object.Name()].code
	case *types.TypeName:
		return "type " + typeCode(p, object)
	case *types.Const:
		return types.ObjectString(object, qualifier(p)) + " = " + object.Val().String()
	case *types.Nil:
		return "nil"
	}
	return types.ObjectString(object, qualifier(p))
}

// typeCode describes a type by its name and, unless that is long, what it is made of.
func typeCode(p *program.Program, object *types.TypeName) string {
	if object.Pkg() == nil && object.Name() != "error" {
		return object.Name()
	}
	text := strings.TrimPrefix(types.ObjectString(object, qualifier(p)), "type ")
	if len(text) <= 120 {
		return text
	}
	name, _, _ := strings.Cut(text, " ")
	switch object.Type().Underlying().(type) {
	case *types.Struct:
		return name + " struct{…}"
	case *types.Interface:
		return name + " interface{…}"
	}
	return name
}

// doc returns the first sentence about an object.
func (a *Assistant) doc(p *program.Program, object types.Object) string {
	switch object := object.(type) {
	case *types.PkgName:
		return a.loader.Importer.PackageDoc(object.Imported().Path())
	case *types.Builtin:
		return builtins[object.Name()].doc
	case *types.TypeName:
		if object.Pkg() == nil {
			return builtinTypes[object.Name()]
		}
	}
	if inProgram(p, object) {
		return ownDoc(p, object)
	}
	return a.loader.Importer.Doc(object)
}

// ownDoc returns the first sentence of the comment above or beside a declaration.
func ownDoc(p *program.Program, object types.Object) string {
	var found *ast.CommentGroup
	note := func(names []*ast.Ident, groups ...*ast.CommentGroup) {
		for _, name := range names {
			for _, group := range groups {
				if name.Pos() == object.Pos() && found == nil {
					found = group
				}
			}
		}
	}
	for _, file := range p.Syntax() {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				note([]*ast.Ident{n.Name}, n.Doc)
			case *ast.GenDecl:
				for _, spec := range n.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						note([]*ast.Ident{spec.Name}, spec.Doc, n.Doc, spec.Comment)
					case *ast.ValueSpec:
						note(spec.Names, spec.Doc, n.Doc, spec.Comment)
					}
				}
			case *ast.Field:
				note(n.Names, n.Doc, n.Comment)
			}
			return true
		})
	}
	if found == nil {
		return ""
	}
	return firstSentence(found.Text())
}

// firstSentence returns a text up to its first full stop, in one line.
func firstSentence(text string) string {
	paragraph, _, _ := strings.Cut(text, "\n\n")
	line := strings.Join(strings.Fields(paragraph), " ")
	if end := strings.Index(line, ". "); end >= 0 {
		return line[:end+1]
	}
	return line
}

// describeKeyword describes a keyword at an offset.
func describeKeyword(p *program.Program, file string, offset int) (d Description, ok bool) {
	source := p.Sources[file]
	from, to := wordAt(source, offset)
	word := source[from:to]
	if !token.IsKeyword(word) || keywords[word] == "" || inText(source, offset) {
		return Description{}, false
	}
	return Description{Range{file, from, to}, word, keywords[word]}, true
}

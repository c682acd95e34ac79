package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/doc"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"
)

// writer writes the declarations of one package, each name that has a documentation on
// a line of its own.
type writer struct {
	bytes.Buffer
	pkg     *types.Package
	imports map[string]string // path to the name it has here
	taken   map[string]bool   // names that an import can't have
	docs    map[token.Pos]string
	notes   []note // their lines counted from 0, without what comes before
}

// note is the first sentence about what is declared on a line.
type note struct {
	line int
	text string
}

// writePackage writes a package's declarations to out and, if it is documented, the
// sentences about them to docs.
func writePackage(out, docs *bytes.Buffer, p *packages.Package, needed objects, imports []string, documented bool) {
	w := &writer{pkg: p.Types, imports: map[string]string{}, taken: map[string]bool{}}
	if documented {
		w.docs = docsOf(p)
	}
	for object := range needed {
		w.taken[object.Name()] = true
	}
	list := slices.SortedFunc(maps.Keys(needed), func(a, b types.Object) int {
		return cmp.Compare(a.Pos(), b.Pos())
	})
	for _, object := range list {
		w.object(object)
	}
	before := out.Len()
	writeClause(out, p.Types.Name(), imports)
	for _, path := range slices.Sorted(maps.Keys(w.imports)) {
		fmt.Fprintf(out, "import %s %q\n", w.imports[path], path)
	}
	above := bytes.Count(out.Bytes()[before:], []byte("\n")) + 1
	out.Write(w.Bytes())
	if documented {
		fmt.Fprintf(docs, "-- %s --\n", p.PkgPath)
		if text := packageDoc(p); text != "" {
			fmt.Fprintf(docs, "1 %s\n", text)
		}
		for _, n := range w.notes {
			fmt.Fprintf(docs, "%d %s\n", above+n.line, n.text)
		}
	}
}

// note remembers what there is to say about the declaration that comes next.
func (w *writer) note(pos token.Pos) {
	if text := w.docs[pos]; text != "" {
		w.notes = append(w.notes, note{bytes.Count(w.Bytes(), []byte("\n")), text})
	}
}

func writeClause(out *bytes.Buffer, name string, imports []string) {
	fmt.Fprintf(out, "package %s\n// imports %s\n", name, strings.Join(imports, " "))
}

func (w *writer) object(object types.Object) {
	w.note(object.Pos())
	switch object := object.(type) {
	case *types.Const:
		if basic, ok := object.Type().(*types.Basic); ok && basic.Info()&types.IsUntyped != 0 {
			fmt.Fprintf(w, "const %s = %s\n", object.Name(), untyped(object.Val(), basic.Kind()))
			return
		}
		fmt.Fprintf(w, "const %s %s = %s\n", object.Name(), w.typ(object.Type()), untyped(object.Val(), types.Invalid))
	case *types.Var:
		fmt.Fprintf(w, "var %s %s\n", object.Name(), w.typ(object.Type()))
	case *types.Func:
		fmt.Fprintf(w, "func %s", object.Name())
		types.WriteSignature(&w.Buffer, object.Signature(), w.qualify)
		w.WriteByte('\n')
	case *types.TypeName:
		w.typeDecl(object)
	}
}

func (w *writer) typeDecl(object *types.TypeName) {
	if alias, ok := object.Type().(*types.Alias); ok {
		fmt.Fprintf(w, "type %s%s = %s\n", object.Name(), w.typeParams(alias.TypeParams()), w.typ(alias.Rhs()))
		return
	}
	if object.IsAlias() {
		fmt.Fprintf(w, "type %s = %s\n", object.Name(), w.typ(object.Type()))
		return
	}
	named := object.Type().(*types.Named)
	fmt.Fprintf(w, "type %s%s ", object.Name(), w.typeParams(named.TypeParams()))
	switch t := named.Underlying().(type) {
	case *types.Struct:
		w.structType(t)
	case *types.Interface:
		w.interfaceType(t)
	default:
		w.WriteString(w.typ(t))
	}
	w.WriteByte('\n')
	methods := slices.SortedFunc(named.Methods(), func(a, b *types.Func) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, method := range methods {
		w.method(named, method)
	}
}

func (w *writer) structType(t *types.Struct) {
	w.WriteString("struct {\n")
	for i := range t.NumFields() {
		field := t.Field(i)
		if field.Exported() {
			w.note(field.Pos())
		}
		if !field.Embedded() {
			w.WriteString(field.Name() + " ")
		}
		w.WriteString(w.typ(fieldType(field)))
		if tag := t.Tag(i); tag != "" {
			w.WriteString(" " + strconv.Quote(tag))
		}
		w.WriteByte('\n')
	}
	w.WriteByte('}')
}

func (w *writer) interfaceType(t *types.Interface) {
	w.WriteString("interface {\n")
	for i := range t.NumEmbeddeds() {
		w.WriteString(w.typ(t.EmbeddedType(i)) + "\n")
	}
	for i := range t.NumExplicitMethods() {
		method := t.ExplicitMethod(i)
		w.note(method.Pos())
		w.WriteString(method.Name())
		types.WriteSignature(&w.Buffer, method.Signature(), w.qualify)
		w.WriteByte('\n')
	}
	w.WriteByte('}')
}

func (w *writer) method(named *types.Named, method *types.Func) {
	receiver := method.Signature().Recv()
	if method.Exported() {
		w.note(method.Pos())
	}
	fmt.Fprintf(w, "func (%s %s) %s", receiver.Name(), w.typ(receiver.Type()), method.Name())
	if wholeMethod(method) {
		types.WriteSignature(&w.Buffer, method.Signature(), w.qualify)
	} else {
		w.WriteString("()")
	}
	w.WriteByte('\n')
}

func (w *writer) typeParams(list *types.TypeParamList) string {
	if list.Len() == 0 {
		return ""
	}
	var params []string
	for param := range list.TypeParams() {
		params = append(params, param.Obj().Name()+" "+w.typ(param.Constraint()))
	}
	return "[" + strings.Join(params, ", ") + "]"
}

func (w *writer) typ(t types.Type) string { return types.TypeString(t, w.qualify) }

// qualify names another package in this one, and remembers that it is imported.
func (w *writer) qualify(other *types.Package) string {
	if other == w.pkg {
		return ""
	}
	name, ok := w.imports[other.Path()]
	if !ok {
		for name = other.Name(); w.taken[name]; {
			name += "_"
		}
		w.taken[name] = true
		w.imports[other.Path()] = name
	}
	return name
}

// untyped writes a constant so that it comes back with the same value and, if it has no
// type, with the same kind.
func untyped(value constant.Value, kind types.BasicKind) string {
	switch kind {
	case types.UntypedRune:
		if n, ok := constant.Int64Val(value); ok && n >= 0 && n <= 0x10ffff {
			return strconv.QuoteRuneToASCII(rune(n))
		}
		return "'\\x00' + " + value.ExactString()
	case types.UntypedFloat:
		return float(value)
	case types.UntypedComplex:
		return float(constant.Real(value)) + " + 1i * " + float(constant.Imag(value))
	}
	if value.Kind() == constant.Float {
		return float(value)
	}
	if value.Kind() == constant.Complex {
		return untyped(value, types.UntypedComplex)
	}
	return value.ExactString()
}

func float(value constant.Value) string {
	f := constant.ToFloat(value)
	return constant.Num(f).ExactString() + ".0 / " + constant.Denom(f).ExactString() + ".0"
}

// docsOf returns the first sentence about each documented name, by where it stands.
func docsOf(p *packages.Package) map[token.Pos]string {
	docs := map[token.Pos]string{}
	note := func(name *ast.Ident, groups ...*ast.CommentGroup) {
		for _, group := range groups {
			if docs[name.Pos()] == "" {
				docs[name.Pos()] = new(doc.Package).Synopsis(group.Text())
			}
		}
	}
	for _, file := range p.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				note(n.Name, n.Doc)
				return false
			case *ast.GenDecl:
				for _, spec := range n.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						note(spec.Name, spec.Doc, n.Doc, spec.Comment)
					case *ast.ValueSpec:
						for _, name := range spec.Names {
							note(name, spec.Doc, spec.Comment)
							if !n.Lparen.IsValid() {
								note(name, n.Doc)
							}
						}
					}
				}
			case *ast.Field:
				for _, name := range n.Names {
					note(name, n.Doc, n.Comment)
				}
			}
			return true
		})
	}
	return docs
}

func packageDoc(p *packages.Package) string {
	for _, file := range p.Syntax {
		if file.Doc != nil {
			return new(doc.Package).Synopsis(file.Doc.Text())
		}
	}
	return ""
}

// Package govet runs the passes of go vet on a type-checked package.
package govet

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/appends"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/atomic"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/composite"
	"golang.org/x/tools/go/analysis/passes/copylock"
	"golang.org/x/tools/go/analysis/passes/defers"
	"golang.org/x/tools/go/analysis/passes/errorsas"
	"golang.org/x/tools/go/analysis/passes/httpresponse"
	"golang.org/x/tools/go/analysis/passes/ifaceassert"
	"golang.org/x/tools/go/analysis/passes/loopclosure"
	"golang.org/x/tools/go/analysis/passes/lostcancel"
	"golang.org/x/tools/go/analysis/passes/nilfunc"
	"golang.org/x/tools/go/analysis/passes/printf"
	"golang.org/x/tools/go/analysis/passes/shift"
	"golang.org/x/tools/go/analysis/passes/sigchanyzer"
	"golang.org/x/tools/go/analysis/passes/slog"
	"golang.org/x/tools/go/analysis/passes/stdmethods"
	"golang.org/x/tools/go/analysis/passes/stringintconv"
	"golang.org/x/tools/go/analysis/passes/structtag"
	"golang.org/x/tools/go/analysis/passes/testinggoroutine"
	"golang.org/x/tools/go/analysis/passes/timeformat"
	"golang.org/x/tools/go/analysis/passes/unmarshal"
	"golang.org/x/tools/go/analysis/passes/unreachable"
	"golang.org/x/tools/go/analysis/passes/unusedresult"
	"golang.org/x/tools/go/analysis/passes/waitgroup"
)

// suite is go vet's, without what needs more than a single package of plain Go:
// assembly, cgo, build tags, directives, unsafe pointers, tests, other versions of Go.
var suite = []*analysis.Analyzer{
	appends.Analyzer, assign.Analyzer, atomic.Analyzer, bools.Analyzer, composite.Analyzer,
	copylock.Analyzer, defers.Analyzer, errorsas.Analyzer, httpresponse.Analyzer,
	ifaceassert.Analyzer, loopclosure.Analyzer, lostcancel.Analyzer, nilfunc.Analyzer,
	printf.Analyzer, shift.Analyzer, sigchanyzer.Analyzer, slog.Analyzer, stdmethods.Analyzer,
	stringintconv.Analyzer, structtag.Analyzer, testinggoroutine.Analyzer, timeformat.Analyzer,
	unmarshal.Analyzer, unreachable.Analyzer, unusedresult.Analyzer, waitgroup.Analyzer,
}

// Package is a package without errors.
type Package struct {
	Fset  *token.FileSet
	Files []*ast.File
	Types *types.Package
	// Info has every map filled.
	Info  *types.Info
	Sizes types.Sizes
}

// Warning is what a pass found.
type Warning struct {
	Pos, End token.Pos // End may be unknown
	Pass     string
	Text     string
}

// Run returns what the passes find, pass by pass.
func Run(p Package) []Warning {
	r := runner{p: p, results: map[*analysis.Analyzer]any{}, facts: map[factKey]analysis.Fact{}}
	for _, analyzer := range suite {
		r.run(analyzer)
	}
	return r.warnings
}

type runner struct {
	p        Package
	results  map[*analysis.Analyzer]any
	facts    map[factKey]analysis.Fact
	warnings []Warning
}

// factKey names what is known about an object or, without one, about a package.
// Facts of imported packages don't exist: their bodies are not at hand.
type factKey struct {
	object types.Object
	pkg    *types.Package
	typ    reflect.Type
}

func (r *runner) run(analyzer *analysis.Analyzer) any {
	if result, ok := r.results[analyzer]; ok {
		return result
	}
	results := map[*analysis.Analyzer]any{}
	for _, required := range analyzer.Requires {
		results[required] = r.run(required)
	}
	pass := &analysis.Pass{
		Analyzer:   analyzer,
		Fset:       r.p.Fset,
		Files:      r.p.Files,
		Pkg:        r.p.Types,
		TypesInfo:  r.p.Info,
		TypesSizes: r.p.Sizes,
		ResultOf:   results,
		Report: func(d analysis.Diagnostic) {
			r.warnings = append(r.warnings, Warning{d.Pos, d.End, analyzer.Name, d.Message})
		},
		ImportObjectFact: func(object types.Object, fact analysis.Fact) bool {
			return r.get(factKey{object, nil, reflect.TypeOf(fact)}, fact)
		},
		ImportPackageFact: func(pkg *types.Package, fact analysis.Fact) bool {
			return r.get(factKey{nil, pkg, reflect.TypeOf(fact)}, fact)
		},
		ExportObjectFact: func(object types.Object, fact analysis.Fact) {
			r.facts[factKey{object, nil, reflect.TypeOf(fact)}] = fact
		},
		ExportPackageFact: func(fact analysis.Fact) {
			r.facts[factKey{nil, r.p.Types, reflect.TypeOf(fact)}] = fact
		},
		AllObjectFacts:  func() []analysis.ObjectFact { return nil },
		AllPackageFacts: func() []analysis.PackageFact { return nil },
		ReadFile:        func(string) ([]byte, error) { return nil, errNoFile{} },
	}
	result, _ := analyzer.Run(pass) // it fails only for files that are not there
	r.results[analyzer] = result
	return result
}

func (r *runner) get(key factKey, into analysis.Fact) bool {
	fact, ok := r.facts[key]
	if ok {
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

type errNoFile struct{}

func (errNoFile) Error() string { return "there are no files" }

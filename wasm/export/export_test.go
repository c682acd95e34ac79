package export

import (
	"go/importer"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"
)

func open(t *testing.T) *Archive {
	archive, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func TestParseReadsWhatDocSays(t *testing.T) {
	archive, err := Parse("-- a/b base --\npackage b\n-- c none --\n-- d hidden --\npackage d\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []Package
	for p := range archive.All() {
		got = append(got, p)
	}
	want := []Package{{"a/b", Base, "package b\n"}, {"c", None, ""}, {"d", Hidden, "package d\n"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range []string{"a/b base --\n", "-- a/b --\n", "-- a base"} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

// The declarations must be those that the compiler's own import data has.
func TestTheArchiveDeclaresWhatTheStandardLibraryExports(t *testing.T) {
	archive := open(t)
	ours := NewImporter(archive)
	real := importer.Default()
	for p := range archive.All() {
		if _, whole := archive.Whole(p.Path); !whole || strings.HasPrefix(p.Path, "golang.org/") {
			continue
		}
		switch p.Path {
		case "os", "syscall", "net", "os/exec", "os/user", "runtime": // they differ from system to system
			continue
		}
		want, err := real.Import(p.Path)
		if err != nil {
			t.Errorf("%s: %v", p.Path, err)
			continue
		}
		got, err := ours.Import(p.Path)
		if err != nil {
			t.Errorf("%s: %v", p.Path, err)
			continue
		}
		for _, name := range want.Scope().Names() {
			a := want.Scope().Lookup(name)
			if !a.Exported() {
				continue
			}
			b := got.Scope().Lookup(name)
			if b == nil {
				t.Errorf("%s.%s is missing", p.Path, name)
				continue
			}
			if x, y := describe(a), describe(b); x != y {
				t.Errorf("%s.%s is\n%s\nnot\n%s", p.Path, name, y, x)
			}
		}
	}
}

func describe(object types.Object) string {
	full := func(p *types.Package) string { return p.Path() }
	// The compiler's data spells some things its own way.
	respell := strings.NewReplacer("interface{}", "any", "(#rv1 bool)", "bool")
	text := respell.Replace(types.ObjectString(object, full))
	if c, ok := object.(*types.Const); ok {
		text += " = " + c.Val().ExactString()
	}
	named, ok := object.Type().(*types.Named)
	if !ok {
		return text
	}
	var methods []string
	for m := range named.Methods() {
		if m.Exported() {
			methods = append(methods, respell.Replace(types.ObjectString(m, full)))
		}
	}
	slices.Sort(methods)
	return text + "\n" + strings.Join(methods, "\n")
}

func TestDocIsTheFirstSentence(t *testing.T) {
	i := NewImporter(open(t))
	docs, err := os.ReadFile("docs/docs.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := i.AddDocs(string(docs)); err != nil {
		t.Fatal(err)
	}
	pkg, err := i.Import("time")
	if err != nil {
		t.Fatal(err)
	}
	sleep := pkg.Scope().Lookup("Sleep")
	if got, want := i.Doc(sleep), "Sleep pauses the current goroutine for at least the duration d."; got != want {
		t.Errorf("got %q", got)
	}
	now := types.NewMethodSet(pkg.Scope().Lookup("Time").Type()).Lookup(pkg, "Unix").Obj()
	if got := i.Doc(now); !strings.HasPrefix(got, "Unix returns ") {
		t.Errorf("got %q", got)
	}
	if got := i.PackageDoc("time"); !strings.HasPrefix(got, "Package time ") {
		t.Errorf("got %q", got)
	}
}

func TestAddDocsRefusesWhatIsNoDocumentation(t *testing.T) {
	for _, text := range []string{"1 no header\n", "-- a --\nno number\n", "-- a --\n1\n"} {
		if NewImporter(&Archive{}).AddDocs(text) == nil {
			t.Errorf("no error for %q", text)
		}
	}
}

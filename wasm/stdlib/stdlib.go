package stdlib

import (
	"log"
	"os"
	"reflect"
)

// Symbols maps "import/path/name" to the package's exported names. The generated
// files fill it before main starts; nothing changes it afterwards.
var Symbols = map[string]map[string]reflect.Value{}

// The generator gives the symbols below other names, so that an interpreter can
// put something tamer in their place. A learner's program gets the real ones: it
// runs in an instance of its own, which ends when it exits.
type logLogger = log.Logger

var (
	logNew        = log.New
	logFatal      = log.Fatal
	logFatalf     = log.Fatalf
	logFatalln    = log.Fatalln
	osExit        = os.Exit
	osFindProcess = os.FindProcess
)

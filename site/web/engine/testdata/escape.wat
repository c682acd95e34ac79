;; A program that wants out. It asks its host, through the imports of Go's js/wasm
;; port, for every name in a list, as a property of each value that it can lay its
;; hands on: the global object, the object that stands for Go, a string, some bytes,
;; a number and an error. It exits with 0 if all it ever got was undefined, else with
;; 1 + the index of the name; with 99 if a call went through.
(module
  (import "gojs" "runtime.wasmExit" (func $exit (param i32)))
  (import "gojs" "syscall/js.stringVal" (func $stringVal (param i32)))
  (import "gojs" "syscall/js.valueGet" (func $valueGet (param i32)))
  (import "gojs" "syscall/js.valueCall" (func $valueCall (param i32)))
  (import "gojs" "syscall/js.valueNew" (func $valueNew (param i32)))
  (import "gojs" "syscall/js.valueInvoke" (func $valueInvoke (param i32)))
  (memory (export "mem") 1)

  ;; The names, each in 24 bytes, zero-padded.
  (global $names i32 (i32.const 20000))
  (global $count i32 (i32.const 20))
  (data (i32.const 20000) "fetch\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20024) "constructor\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20048) "importScripts\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20072) "indexedDB\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20096) "postMessage\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20120) "__proto__\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20144) "prototype\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20168) "self\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20192) "globalThis\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20216) "eval\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20240) "Function\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20264) "WebAssembly\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20288) "XMLHttpRequest\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20312) "WebSocket\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20336) "caches\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20360) "navigator\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20384) "location\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20408) "Worker\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20432) "toString\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 20456) "buffer\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")
  (data (i32.const 21000) "Uint8Array")

  (global $sp i32 (i32.const 30000))
  (global $values i32 (i32.const 40000)) ;; references to the values that are asked
  (global $value_count (mut i32) (i32.const 0))

  (func (export "getsp") (result i32) (global.get $sp))
  (func (export "resume"))

  (func $length (param $name i32) (result i32)
    (local $n i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (i32.load8_u (i32.add (local.get $name) (local.get $n)))))
        (local.set $n (i32.add (local.get $n) (i32.const 1)))
        (br $next)))
    (local.get $n))

  (func $keep (param $ref i64)
    (i64.store
      (i32.add (global.get $values) (i32.mul (global.get $value_count) (i32.const 8)))
      (local.get $ref))
    (global.set $value_count (i32.add (global.get $value_count) (i32.const 1))))

  ;; reference of property name of the value
  (func $get (param $ref i64) (param $name i32) (param $length i32) (result i64)
    (i64.store offset=8 (global.get $sp) (local.get $ref))
    (i64.store offset=16 (global.get $sp) (i64.extend_i32_u (local.get $name)))
    (i64.store offset=24 (global.get $sp) (i64.extend_i32_u (local.get $length)))
    (i64.store offset=32 (global.get $sp) (i64.const -1))
    (call $valueGet (global.get $sp))
    (i64.load offset=32 (global.get $sp)))

  (func (export "run") (param i32 i32)
    (local $value i32) (local $name i32) (local $ref i64)
    (call $keep (i64.const 0x7FF8000100000005)) ;; the global object
    (call $keep (i64.const 0x7FF8000100000006)) ;; the object that stands for Go
    (call $keep (i64.reinterpret_f64 (f64.const 42)))
    ;; a string
    (i64.store offset=8 (global.get $sp) (i64.const 20000))
    (i64.store offset=16 (global.get $sp) (i64.const 5))
    (call $stringVal (global.get $sp))
    (call $keep (i64.load offset=24 (global.get $sp)))
    ;; bytes: new Uint8Array(0 arguments)
    (call $keep (call $get (i64.const 0x7FF8000100000005) (i32.const 21000) (i32.const 10)))
    (i64.store offset=8 (global.get $sp) (i64.load offset=32 (global.get $values)))
    (i64.store offset=16 (global.get $sp) (i64.const 0))
    (i64.store offset=24 (global.get $sp) (i64.const 0))
    (call $valueNew (global.get $sp))
    (call $keep (i64.load offset=40 (global.get $sp)))
    ;; an error: calling what is not there
    (i64.store offset=8 (global.get $sp) (i64.const 0x7FF8000100000005))
    (i64.store offset=16 (global.get $sp) (i64.const 20000))
    (i64.store offset=24 (global.get $sp) (i64.const 5))
    (i64.store offset=32 (global.get $sp) (i64.const 0))
    (i64.store offset=40 (global.get $sp) (i64.const 0))
    (call $valueCall (global.get $sp))
    (if (i32.load8_u offset=64 (global.get $sp)) (then (call $exit_with (i32.const 99)) (return)))
    (call $keep (i64.load offset=56 (global.get $sp)))
    ;; invoking a value as a function
    (i64.store offset=8 (global.get $sp) (i64.load offset=32 (global.get $values)))
    (i64.store offset=16 (global.get $sp) (i64.const 0))
    (i64.store offset=24 (global.get $sp) (i64.const 0))
    (call $valueInvoke (global.get $sp))
    (if (i32.load8_u offset=48 (global.get $sp)) (then (call $exit_with (i32.const 99)) (return)))

    (loop $next_value
      (local.set $ref (i64.load (i32.add (global.get $values) (i32.mul (local.get $value) (i32.const 8)))))
      (local.set $name (i32.const 0))
      (loop $next_name
        (if (i64.ne (i64.const 0)
              (call $get (local.get $ref)
                (i32.add (global.get $names) (i32.mul (local.get $name) (i32.const 24)))
                (call $length (i32.add (global.get $names) (i32.mul (local.get $name) (i32.const 24))))))
          (then (call $exit_with (i32.add (local.get $name) (i32.const 1))) (return)))
        (local.set $name (i32.add (local.get $name) (i32.const 1)))
        (br_if $next_name (i32.lt_u (local.get $name) (global.get $count))))
      (local.set $value (i32.add (local.get $value) (i32.const 1)))
      (br_if $next_value (i32.lt_u (local.get $value) (global.get $value_count))))
    (call $exit_with (i32.const 0)))

  (func $exit_with (param $code i32)
    (i32.store offset=8 (global.get $sp) (local.get $code))
    (call $exit (global.get $sp))))

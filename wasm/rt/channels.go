package rt

import "reflect"

// Receive receives from a channel into *pointer.
func Receive(ch, pointer any, site int) (ok bool) {
	c := reflect.ValueOf(ch)
	g := current()
	itself(site)
	defer tellAt(0)
	if c.IsNil() {
		g.block("chan receive (nil chan)", site)
		<-chan int(nil)
	}
	v, ok := c.TryRecv()
	if !v.IsValid() {
		g.block("chan receive", site)
		v, ok = c.Recv()
		g.unblock()
	}
	reflect.ValueOf(pointer).Elem().Set(v)
	return ok
}

// Send sends to a channel.
func Send(ch, value any, site int) {
	c := reflect.ValueOf(ch)
	g := current()
	v := element(value, c.Type().Elem())
	itself(site)
	defer tellAt(0)
	if c.IsNil() {
		g.block("chan send (nil chan)", site)
		chan int(nil) <- 0
	}
	at(site)
	if !c.TrySend(v) {
		g.block("chan send", site)
		c.Send(v)
		g.unblock()
	}
}

func element(value any, t reflect.Type) reflect.Value {
	if value == nil {
		return reflect.Zero(t)
	}
	return reflect.ValueOf(value)
}

// Close closes a channel.
func Close(ch any, site int) {
	at(site)
	itself(site)
	defer tellAt(0)
	reflect.ValueOf(ch).Close()
}

// Case is a case of a select statement.
type Case struct {
	reflect.SelectCase
	value any
	ok    *bool
}

// SendCase sends *pointer.
func SendCase(ch, pointer any) Case {
	return Case{SelectCase: reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(ch), Send: reflect.ValueOf(pointer).Elem()}}
}

// ReceiveCase receives into *pointer.
func ReceiveCase(ch, pointer any, ok *bool) Case {
	return Case{SelectCase: reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}, value: pointer, ok: ok}
}

// Select returns the index of the case that it has done, or -1 for the default.
func Select(hasDefault bool, site int, cases ...Case) int {
	list := make([]reflect.SelectCase, len(cases), len(cases)+1)
	for i, c := range cases {
		list[i] = c.SelectCase
	}
	g := current()
	at(site)
	itself(site)
	defer tellAt(0)
	if hasDefault {
		list = append(list, reflect.SelectCase{Dir: reflect.SelectDefault})
	} else if len(cases) == 0 {
		g.block("select (no cases)", site)
	} else {
		g.block("select", site)
	}
	i, v, ok := reflect.Select(list)
	g.unblock()
	if i >= len(cases) {
		return -1
	}
	if c := cases[i]; c.Dir == reflect.SelectRecv {
		reflect.ValueOf(c.value).Elem().Set(v)
		*c.ok = ok
	}
	return i
}

package main

import (
	"errors"
	"fmt"
	"strings"
)

type FieldError struct {
	Field string
	Value any
	Rule  string
}

func (e FieldError) Error() string { return fmt.Sprintf("%s=%v breaks %q", e.Field, e.Value, e.Rule) }

type ValidationErrors []FieldError

func (v ValidationErrors) Error() string {
	var parts []string
	for _, e := range v {
		parts = append(parts, e.Error())
	}
	return strings.Join(parts, "; ")
}

func (v ValidationErrors) OrNil() error {
	if len(v) == 0 {
		return nil
	}
	return v
}

type User struct {
	Name string
	Age  int
	Mail string
}

type rule struct {
	field string
	get   func(User) any
	check func(any) bool
	name  string
}

var rules = []rule{
	{"name", func(u User) any { return u.Name }, func(v any) bool { return v.(string) != "" }, "required"},
	{"age", func(u User) any { return u.Age }, func(v any) bool { a := v.(int); return a >= 0 && a < 150 }, "range"},
	{"mail", func(u User) any { return u.Mail }, func(v any) bool { return strings.Count(v.(string), "@") == 1 }, "mail"},
}

func validate(u User) error {
	var errs ValidationErrors
	for _, r := range rules {
		if v := r.get(u); !r.check(v) {
			errs = append(errs, FieldError{r.field, v, r.name})
		}
	}
	return errs.OrNil()
}

func main() {
	for _, u := range []User{{"Ann", 30, "ann@x.org"}, {"", 200, "nope"}, {"Bob", -1, "a@b@c"}} {
		err := validate(u)
		var ve ValidationErrors
		switch {
		case err == nil:
			fmt.Printf("%+v is fine\n", u)
		case errors.As(err, &ve):
			fmt.Printf("%d problems: %v\n", len(ve), err)
			for i, e := range ve {
				fmt.Printf("  %d %+v %T\n", i, e, e.Value)
			}
		}
	}
	fmt.Println(FieldError{"a", 1, "r"} == FieldError{"a", 1, "r"}, errors.Is(FieldError{"a", 1, "r"}, FieldError{"a", 1, "r"}))
}

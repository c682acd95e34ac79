package lesson

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestMistakesAreReportedWithFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, files, want string }{
		{"no title", `
-- 1-x/lesson.md --
## Not a title
`, `1-x/lesson.md:1:1: there is no title`},

		{"a title without a number", `
-- 1-x/lesson.md --

# Select
`, `1-x/lesson.md:2:1: the title has no lesson number`},

		{"a number without a title", `
-- 1-x/lesson.md --
# Lesson 1:
`, `1-x/lesson.md:1:1: the title has a number only`},

		{"two examples of one number", `
-- 1-x/lesson.md --
# Lesson 1: X
### Example 1
### Example 1: again
`, `1-x/lesson.md:3:1: there is an example 1 above`},

		{"a program without its files", `
-- 1-x/lesson.md --
# Lesson 1: X
### Example 1
-- 1-x/example-1/main.py --
-- 1-x/example-1/extra.go --
`, `1-x/example-1/extra.go:1:1: a lesson's program is main.go alone
1-x/example-1/main.go:1:1: there is no such file
1-x/example-1/want.txt:1:1: there is no such file`},

		{"a port without its example", `
-- 1-x/lesson.md --
# Lesson 1: X
### Example 1
-- 1-x/example-2-y/main.go --
-- 1-x/example-2-y/want.txt --
`, `1-x/example-2-y/main.go:1:1: lesson.md has no heading "### Example 2"`},

		{"an exercise without its folder, and one that is there twice", `
-- 1-x/lesson.md --
# Lesson 1: X
### Exercise 1: Nothing to do
### Exercise 1
`, `1-x/lesson.md:2:1: exercise 1 has no program
1-x/lesson.md:3:1: there is an exercise 1 above`},

		{"an exercise without its files", `
-- 1-x/lesson.md --
# Lesson 1: X
### Exercise 1
-- 1-x/exercise-1/more.go --
`, `1-x/exercise-1/main.go:1:1: there is no such file
1-x/exercise-1/more.go:1:1: a lesson's program is main.go alone
1-x/exercise-1/start/main.go:1:1: there is no such file
1-x/exercise-1/want.txt:1:1: there is no such file`},

		{"an exercise that is solved before it begins, and one without a heading", `
-- 1-x/lesson.md --
# Lesson 1: X
### Exercise 1
-- 1-x/exercise-1/main.go --
package main
-- 1-x/exercise-1/start/main.go --
package main
-- 1-x/exercise-1/want.txt --
-- 1-x/exercise-2-y/main.go --
package main
-- 1-x/exercise-2-y/start/main.go --
-- 1-x/exercise-2-y/want.txt --
`, `1-x/exercise-1/start/main.go:1:1: it is the solution already
1-x/exercise-2-y/main.go:1:1: lesson.md has no heading "### Exercise 2"`},

		{"an exercise shown by a fence, and two programs for one", `
-- 1-x/lesson.md --
# Lesson 1: X
` + "```go run=exercise-1\n```" + `
### Exercise 2
-- 1-x/exercise-1/main.go --
package main
-- 1-x/exercise-1/start/main.go --
-- 1-x/exercise-1/want.txt --
-- 1-x/exercise-2/main.go --
package main
-- 1-x/exercise-2/start/main.go --
-- 1-x/exercise-2/want.txt --
-- 1-x/exercise-2-again/main.go --
package main
-- 1-x/exercise-2-again/start/main.go --
-- 1-x/exercise-2-again/want.txt --
`, `1-x/exercise-2-again/main.go:1:1: exercise 2 has a program already, in exercise-2
1-x/lesson.md:2:1: exercise-1 belongs to an exercise`},

		{"logs that can't be drawn", `
-- 1-x/lesson.md --
# Lesson 1: X
### Example 1
### Example 2
### Example 3
### Example 4
-- 1-x/example-1/main.go --
-- 1-x/example-1/main.py --
import asyncio
-- 1-x/example-1/want.txt --
-- 1-x/example-1/python.jsonl --
-- 1-x/example-2/main.go --
-- 1-x/example-2/main.py --
import asyncio
-- 1-x/example-2/want.txt --
-- 1-x/example-2/python.jsonl --
{"log":"awaitgo","version":1}
{"seq":1,"t":5,"g":1,"kind":"start"}
{"seq":2,"t":4,"g":1,"kind":"outcome"}
-- 1-x/example-3/main.go --
-- 1-x/example-3/want.txt --
-- 1-x/example-3/python.jsonl --
{"log":"awaitgo","version":1}
{"seq":1,"t":0,"g":1,"kind":"outcome"}
-- 1-x/example-4/main.go --
-- 1-x/example-4/main.py --
import asyncio
-- 1-x/example-4/want.txt --
-- 1-x/example-4/python.jsonl --
{"log":"awaitgo","version":1}
{"seq":1,"t":"é","g":1,"kind":"outcome"}
`, `1-x/example-1/python.jsonl:1:1: no line of an event log: unexpected end of JSON input
1-x/example-2/python.jsonl:3:1: time goes back, from 5 ns to 4 ns
1-x/example-3/python.jsonl:1:1: it tells what the Python beside the program does, and there is none
1-x/example-4/python.jsonl:2:16: no line of an event log: its "t" is a string`},

		{"two ports for one example", `
-- 1-x/lesson.md --
# Lesson 1: X
### Example 1
-- 1-x/example-1/main.go --
-- 1-x/example-1/want.txt --
-- 1-x/example-1-again/main.go --
-- 1-x/example-1-again/want.txt --
`, `1-x/example-1-again/main.go:1:1: example 1 has a program already, in example-1`},

		{"a program that nobody shows", `
-- 1-x/lesson.md --
# Lesson 1: X
-- 1-x/exmaple-1/main.go --
-- 1-x/exmaple-1/want.txt --
`, `1-x/exmaple-1/main.go:1:1: lesson.md shows this program nowhere`},

		{"run= that can't be", "" +
			"-- 1-x/lesson.md --\n# Lesson 1: X\n" +
			"```go run=nowhere\n```\n" +
			"```go run=there\npackage main\n```\n" +
			"```go run\n```\n" +
			"```go runn\nx\n```\n" +
			"-- 1-x/there/main.go --\n-- 1-x/there/want.txt --\n",
			`1-x/lesson.md:2:1: there is no program in a folder "nowhere"
1-x/lesson.md:4:1: run=there stands above code
1-x/lesson.md:7:1: there is no code to run
1-x/lesson.md:9:1: a Go fence can't be "runn"
1-x/there/main.go:1:1: lesson.md shows this program nowhere`},

		{"an empty Python fence", "" +
			"-- 1-x/lesson.md --\n# Lesson 1: X\n" +
			"```python\n```\n" +
			"### Example 1\n```python\n```\n" +
			"-- 1-x/example-1/main.go --\n-- 1-x/example-1/want.txt --\n",
			`1-x/lesson.md:2:1: the Python fence is empty
1-x/lesson.md:5:1: the Python fence is empty, and example-1 has no main.py`},

		{"a second quiz", `
-- 1-x/lesson.md --
# Lesson 1: X
## Quiz
## Quiz
`, `1-x/lesson.md:3:1: a lesson has one quiz, and this is the second
1-x/lesson.md:3:1: the quiz has no questions`},

		{"a quiz in disorder", `
-- 1-x/lesson.md --
# Lesson 1: X
## Quiz
1. No options?
2. A gap?
   a) x
   c) y
3. No answer?
   a) x
   b) y

   Too late.
4. Twice?
   a) x
   b) y

#### A heading

1. Again?
   a) x
   b) y

<details>
<summary>Key</summary>
1. a
2. e
4. maybe
4. a
5. a

- more

</details>
<details>
<summary>Key</summary>
1. a
</details>
`, `1-x/lesson.md:3:1: question 1 has no options to choose from
1-x/lesson.md:4:1: question 2 has an option c where b should be
1-x/lesson.md:7:1: question 3 has no answer
1-x/lesson.md:11:4: question 3 goes on after its options
1-x/lesson.md:16:1: a heading can't part a quiz
1-x/lesson.md:18:1: there is a question 1 above
1-x/lesson.md:25:1: the answer to question 2 is e, and it has no such option
1-x/lesson.md:26:1: the answer to question 4 names no option
1-x/lesson.md:27:1: question 4 is answered twice
1-x/lesson.md:28:1: the answer key answers question 5, and there is no such question
1-x/lesson.md:30:1: the answer key holds more than answers
1-x/lesson.md:33:1: the quiz has a second answer key`},

		{"details that would swallow the page", `
-- 1-x/lesson.md --
# Lesson 1: X
<details>

No summary.

</details>

<details>
<summary>Open</summary>

To the end.
`, `1-x/lesson.md:2:1: <details> has no <summary>
1-x/lesson.md:8:1: <details> is never closed`},

		{"a comment that would swallow the page", `
-- 1-x/lesson.md --
# Lesson 1: X
<!-- to do

Text.
`, `1-x/lesson.md:2:1: the comment is never closed`},

		{"images that are not there", `
-- 1-x/lesson.md --
# Lesson 1: X
![a](missing.png)

![b](https://example.com/b.png) and ![c](../c.png)
`, `1-x/lesson.md:2:1: there is no image missing.png beside this lesson
1-x/lesson.md:4:1: the image https://example.com/b.png is no file of this lesson
1-x/lesson.md:4:37: the image ../c.png is no file of this lesson`},

		{"two lessons of one number", `
-- 1-x/lesson.md --
# Lesson 1: X
-- 2-y/lesson.md --

# Lesson 1: Y
`, `2-y/lesson.md:2:1: lesson 1 is already in 1-x/lesson.md`},

		{"mistakes in two lessons", `
-- 1-x/lesson.md --
-- 2-y/lesson.md --
`, `1-x/lesson.md:1:1: there is no title
2-y/lesson.md:1:1: there is no title`},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys, err := txtar.FS(txtar.Parse([]byte(strings.TrimPrefix(c.files, "\n"))))
			if err != nil {
				t.Fatal(err)
			}
			_, err = ParseAll(fsys)
			if err == nil {
				t.Fatalf("no error; want\n%s", c.want)
			}
			if got := err.Error(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if m := (*Mistake)(nil); !errors.As(err, &m) {
				t.Error("a mistake in a lesson is a Mistake")
			}
		})
	}
}

func TestAFolderWithoutLessonIsNoLesson(t *testing.T) {
	fsys, _ := txtar.FS(txtar.Parse([]byte("-- notes.txt --\n")))
	if _, err := Parse(fsys, "1-x"); err == nil {
		t.Error("no error")
	}
	if lessons, err := ParseAll(fsys); len(lessons) != 0 || err != nil {
		t.Errorf("an empty course: got %v, %v", lessons, err)
	}
}

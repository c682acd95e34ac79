// Package lesson reads a lesson, which is a folder, into a value. It knows
// nothing about pages: package site turns the value into HTML, and whoever
// checks a course runs the programs that the value lists. This comment is the
// format's specification.
//
// # The folder
//
//	38-asyncio/             the slug: the lesson's address in the site
//		lesson.md           the text
//		example-1/          a program, shown beside "### Example 1"
//			main.go         what is shown and run: one whole program
//			want.txt        what it prints
//			main.py         optional: the same in Python
//			want-python.txt optional: what main.py prints, if not want.txt
//			python.jsonl    optional: what the tasks of the Python beside it do
//		exercise-1/         an exercise, shown below "### Exercise 1"
//			start/main.go   what the reader begins with
//			main.go         a program that solves it
//			want.txt        what that prints
//		no-tasks/           a program that the text asks for by name
//		loop.svg            an image that the text shows
//
// A course may also be plain files beside each other: every .md file at the
// root of the course whose title numbers it is a lesson. Its slug is the
// file's name without .md, its programs are in a folder of that name, and its
// images beside it. Other Markdown, such as a readme, is left alone.
//
// A folder that holds a main.go is a program. The page runs main.go alone, so
// a program is one Go file. In want.txt a clock time such as 14:05:09 stands
// for any clock time; everything else is compared as it is ([SameOutput]). Of
// a program that fails, want.txt holds what a terminal shows up to the first
// goroutine's trace, and then its status:
//
//	worker starts
//	fatal error: all goroutines are asleep - deadlock!
//	exit status 2
//
// main.py is expected to print want-python.txt, or want.txt where there is no
// such file. Python written in the text is shown and never compared.
//
// python.jsonl is the event log of the Python that is shown beside the program,
// main.py or the text's own. A page with it draws the tasks of asyncio and the
// goroutines of the Go in one picture, by one clock. It is nothing to write by
// hand: awaitgo record runs Python that uses asyncio, on a clock that takes no
// time, and stores what it does; awaitgo check does that anew, and compares. So
// such Python waits for nothing but asyncio's own: no thread, no network.
//
// # The text
//
// lesson.md is Markdown (CommonMark, with tables and ~~strikethrough~~). Its
// first heading of level one reads
//
//	# Lesson 38: A title
//
// (or "Lektion 38:", or "الدرس 38:"; the words Example, Exercise and Quiz of the
// headings below may be Beispiel and Aufgabe, or مثال, تمرين and اختبار, as well)
// and no two lessons of a course share a number. The first sentence of the
// first paragraph introduces the lesson in the list of lessons. Further
// headings may have any level; a skipped one is closed up.
//
// Under a heading "Example N", of any level and with or without ": a title",
// begins an example. It ends where the next heading of the same level, or of
// a higher one, begins. The program in the folder example-N, or
// example-N-and-a-name, belongs to it, and is shown beside the first Python
// fence of the example:
//
//   - a fence that holds code is shown as it stands;
//   - an empty one is filled in from the folder's main.py;
//   - without any, the program follows the example's first paragraph, with
//     its main.py beside it if there is one;
//   - a program that the text asks for by name is shown there, and only there.
//
// Under a heading "Exercise N" begins an exercise, which ends likewise and has a
// program in the folder exercise-N, or exercise-N-and-a-name. The text says what is
// to be done. Below it, and above the section's first details, the page shows
// start/main.go, which the reader changes until it prints want.txt: a check runs it with
// several seeds, so that a program that is right by chance is not right. Details are
// the place for hints; main.go comes last, folded up, as one solution.
//
//	### Exercise 1: All at once
//
//	Make the three waits pass together.
//
//	<details>
//	<summary>Hint</summary>
//	What does `go` do in front of a call?
//	</details>
//
// # Fences
//
//	```go             highlighted
//	```go run         highlighted and run: a whole program
//	```go run=FOLDER  an empty fence: the program of that folder, run, with its main.py beside it
//	```python, ```sh  highlighted; any other language is shown plainly
//
// # The quiz
//
// A heading "Quiz" begins the quiz. Each entry of its numbered lists is a
// question, which options and, in our own lessons, an explanation follow:
//
//  3. **Which of these wait?**
//     a) `<-done`
//     b) `close(done)`
//     c) `wg.Wait()`
//
//     > Receiving waits for a value, Wait for a counter.
//
// Options are lettered a, b, c and so on, without a gap. A question may hold
// anything between its first paragraph and its options, such as a program
// with "what does this print?". The answers stand in the details at the
// quiz's end, one numbered entry a question; a question with several right
// options names them all, and takes all of them:
//
//	<details>
//	  <summary>Answer key</summary>
//	  3. a, c
//	</details>
//
// Paragraphs before the first question introduce the quiz.
//
// A question that holds a program, and has an option that is code alone, is
// answered by running the program: the option with its output, on one line, is
// the right one.
//
// # HTML
//
// Lessons hold next to no HTML, and none of it reaches a page unread. details
// is a block of its own: its tags and its summary stand on lines of their own
// (the summary may follow its tag), and what it holds is Markdown, indented
// or not. Within a line b, br, code, del, em, i, ins, kbd, mark, q, s, small,
// strong, sub, sup, u and var work, without attributes, where both tags stand
// in the same line of thought: the same paragraph, bold text or link. Comments
// are dropped. Every other tag is shown as the text that it is.
//
// An author who trusts all of a course's lessons can have HTML as it stands,
// blocks of it too: see [Format].
//
// Links may lead to http, https and mailto addresses and to places within the
// site; another scheme (javascript, data) drops the link and keeps its text.
// Relative links start at the lesson's page, ../39-select/#example-1; a link
// to the Markdown of another lesson, ../39-select/lesson.md, leads to its page.
// Images are files of the lesson's folder, since a page of ours asks no other
// site for anything.
//
// # Flaws and mistakes
//
// Lessons are written by hand, and some flaws of theirs have one good reading.
// A bold that opens at the start of a line and is never closed,
//
//  1. **Coroutines (`async def`):
//
// is bold to the end of that line. A quiz may stand under any level of
// heading, and is one section of the page. A rule before a heading that opens
// a section adds nothing and is left out.
//
// Everything else that can't be meant is a [Mistake], with file and line, and
// [Parse] reports all of a lesson's mistakes at once: no title, or one without
// a number; two examples or exercises of one number; a program without main.go,
// without want.txt, with a second Go file, or one shown nowhere; a folder example-N
// or exercise-N without its section, or two for one; a python.jsonl that is no event
// log, or beside which there is no Python; an exercise without its folder,
// without start/main.go, or solved before it begins; run=FOLDER that names no program, or
// stands above code; a run without code; an empty Python fence without
// main.py; a second quiz, or one without questions; a question without
// options, with a gap in their letters, or without an answer; an answer that
// names no question or no option; details or a comment never closed; details
// without a summary; an image that is not there; more than any lesson holds: a
// text of [MaxSize], a line or paragraph of 8 KiB, a table of 20 columns, or
// quotes and lists 100 deep.
package lesson

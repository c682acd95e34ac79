/// Input: typed while the program runs, or there before it begins.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";

import { main, outcome, output, run, site, staged, status } from "./fixture.ts";

const here = site();

function field(element: Locator): Locator {
  return element.getByRole("textbox", { name: "Input" });
}

/** Types a line once the program asks for one. */
async function answer(element: Locator, line: string): Promise<void> {
  await field(element).fill(line);
  await field(element).press("Enter");
}

for (const [about, code, lines, want] of [
  [
    "fmt.Scan reads words over several lines",
    main(`var a, b int\n\tn, err := fmt.Scan(&a, &b)\n\tfmt.Println(n, err, a+b)`, "fmt"),
    ["40", "2"],
    "40\n2\n2 <nil> 42",
  ],
  [
    "fmt.Scanln reads a line at a time",
    main(`var name string\n\tfor i := 0; i < 2; i++ {\n\t\tfmt.Print("name? ")\n\t\tfmt.Scanln(&name)\n\t\tfmt.Println("hello,", name)\n\t}`, "fmt"),
    ["Ann", "Bob"],
    "name? Ann\nhello, Ann\nname? Bob\nhello, Bob",
  ],
  [
    "bufio.Reader reads lines with what is in them",
    main(`r := bufio.NewReader(os.Stdin)\n\tline, err := r.ReadString('\\n')\n\tfmt.Printf("%q %v\\n", line, err)`, "bufio", "fmt", "os"),
    ["grüße, 世界 🙂  "],
    'grüße, 世界 🙂  \n"grüße, 世界 🙂  \\n" <nil>',
  ],
] as const) {
  test(about, async () => {
    const element = await staged(here, code);
    await run(element);
    for (const line of lines) {
      await status(element, "Waiting for input");
      await answer(element, line);
    }
    await status(element, "Finished");
    assert.equal(await output(element), want);
  });
}

const ECHO = main(
  `in := bufio.NewScanner(os.Stdin)\n\tn := 0\n\tfor in.Scan() {\n\t\tn++\n\t\tfmt.Println(n, strings.ToUpper(in.Text()))\n\t}\n\tfmt.Println("end after", n, in.Err())`,
  "bufio",
  "fmt",
  "os",
  "strings",
);

for (const [way, end] of [
  ["Ctrl+D", (element: Locator) => field(element).press("Control+d")],
  ["the button", (element: Locator) => element.getByRole("button", { name: "End input" }).click()],
] as const) {
  test(`bufio.Scanner reads line by line until ${way} ends the input`, async () => {
    const element = await staged(here, ECHO);
    await run(element);
    await answer(element, "one");
    await element.getByRole("log").getByText("1 ONE").waitFor();
    await answer(element, "");
    await element.getByRole("log").getByText("2", { exact: false }).waitFor();
    await end(element);
    await status(element, "Finished");
    assert.match(await output(element), /^one\n1 ONE\n\n2 \nend after 2 <nil>$/);
  });
}

test("input given beforehand is all there is: nobody is asked", async () => {
  const element = await staged(here, ECHO, { stdin: "a\nb" });
  assert.equal((await outcome(element))?.kind, "ok");
  assert.equal(await output(element), "1 A\n2 B\nend after 2 <nil>");
  assert.equal(await field(element).isVisible(), false);
});

test("waiting for input is no deadlock; waiting for nothing more after it is one", async () => {
  const element = await staged(here, main(`var s string\n\tfmt.Scan(&s)\n\t<-make(chan int)`, "fmt"));
  await run(element);
  await status(element, "Waiting for input");
  await element.page().waitForTimeout(500);
  await status(element, "Waiting for input");
  await answer(element, "x");
  await status(element, "Deadlock");
});

const QUIZ = main(
  `lines := make(chan string)
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() { lines <- in.Text() }
	}()
	timeout := time.After(2 * time.Second)
	for {
		select {
		case line := <-lines:
			fmt.Println("you said", line)
		case <-timeout:
			fmt.Println("too late")
			return
		}
	}`,
  "bufio",
  "fmt",
  "os",
  "time",
);

test("a timer fires while input is awaited, and typing does not set it back", async (t) => {
  const element = await staged(here, QUIZ);
  await run(element);
  await status(element, "Waiting for input");
  await element.getByText("of 2.0 s").waitFor();
  const took = await element.evaluate(async (element) => {
    const start = performance.now();
    const done = new Promise<number>((resolve) => element.addEventListener("done", () => resolve(performance.now()), { once: true }));
    const form = element.shadowRoot!.querySelector<HTMLFormElement>("[part=prompt]")!;
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      form.querySelector("input")!.value = `line ${i}`;
      form.requestSubmit();
    }
    return (await done) - start;
  });
  t.diagnostic(`${took.toFixed(0)} ms`);
  // 3200 ms and more, had the last line set it back.
  assert.ok(took < 3000, `${took} ms`);
  await status(element, "Finished · 2.0 s");
  assert.match(await output(element), /^line 0\nyou said line 0\n[^]*too late$/);
  assert.equal(await field(element).isVisible(), false);
});

test("time does not race past someone who types, not even at pace instant", async () => {
  const element = await staged(here, QUIZ, { pace: "instant" });
  await run(element);
  await answer(element, "here");
  await element.getByRole("log").getByText("you said here").waitFor();
  await status(element, "Finished · 2.0 s");
});

test("a program that ticks while it asks takes the focus once, and leaves what is being typed alone", async () => {
  const element = await staged(
    here,
    main(
      `go func() { for range time.NewTicker(100 * time.Millisecond).C { fmt.Println("tick") } }()\n\tvar s string\n\tfmt.Scan(&s)\n\tfmt.Println("got", s)`,
      "fmt",
      "time",
    ),
  );
  const page = element.page();
  await run(element);
  await field(element).waitFor();
  await page.keyboard.type("half");
  await element.getByRole("button", { name: "Pause" }).focus();
  await page.waitForTimeout(500);
  const focused = await element.evaluate((element) => element.shadowRoot!.activeElement?.textContent);
  assert.equal(focused, "Pause");
  assert.equal(await field(element).inputValue(), "half");
  await field(element).focus();
  await page.keyboard.type(" way");
  await page.keyboard.press("Enter");
  await status(element, "Finished");
  assert.match(await output(element), /got half$/);
});

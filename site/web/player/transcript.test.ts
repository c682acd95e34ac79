import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, droppedNote, type Limits, LIMITS, Transcript } from "./transcript.ts";

const small: Limits = { headLines: 2, headChars: 100, tailLines: 3, tailChars: 100, blockLines: 1, blockChars: 20 };

function lines(from: number, to: number): string {
  let text = "";
  for (let n = from; n <= to; n++) text += `line ${n}\n`;
  return text;
}

function texts(blocks: readonly Block[]): string[] {
  return blocks.map(({ channel, text }) => `${channel}: ${text}`);
}

test("a short output is kept whole", () => {
  const transcript = new Transcript();
  transcript.append("stdout", "hello, ");
  transcript.append("stdout", "world\n");
  assert.deepEqual(texts(transcript.head), ["stdout: hello, world\n"]);
  assert.equal(transcript.toString(), "hello, world\n");
  assert.equal(transcript.dropped.chars, 0);
});

test("channels alternate in the order in which they came, and know where lines begin", () => {
  const transcript = new Transcript();
  transcript.append("stdout", "name? ");
  transcript.append("input", "Gopher\n");
  transcript.append("stderr", "oops\n");
  assert.deepEqual(texts(transcript.head), ["stdout: name? ", "input: Gopher\n", "stderr: oops\n"]);
  assert.deepEqual(
    transcript.head.map((block) => block.startsLine),
    [true, false, true],
  );
});

test("a long output keeps its beginning and its end and counts the rest", () => {
  const transcript = new Transcript(small);
  transcript.append("stdout", lines(1, 10));
  assert.equal(texts(transcript.head).join(""), "stdout: line 1\nstdout: line 2\n");
  assert.equal(texts(transcript.tail).join(""), "stdout: line 8\nstdout: line 9\nstdout: line 10\n");
  assert.deepEqual(transcript.dropped, { lines: 5, chars: 5 * "line 3\n".length });
  assert.equal(
    transcript.toString(),
    "line 1\nline 2\n\n[5 lines were let go here (35 characters)]\nline 8\nline 9\nline 10\n",
  );
});

test("in pieces or at once, the same is kept", () => {
  const whole = new Transcript(small);
  whole.append("stdout", lines(1, 50));
  const pieces = new Transcript(small);
  for (const character of lines(1, 50)) pieces.append("stdout", character);
  assert.equal(pieces.toString(), whole.toString());
  assert.deepEqual(pieces.dropped, whole.dropped);
});

test("one endless line is bounded too, and no character is cut in half", () => {
  const transcript = new Transcript(small);
  transcript.append("stdout", "🙂".repeat(1000));
  const kept = transcript.tail.map((block) => block.text).join("");
  assert.ok(kept.length <= small.tailChars + small.blockChars);
  for (const block of [...transcript.head, ...transcript.tail]) assert.match(block.text, /^(🙂)+$/u);
});

test("a million lines stay within the limits", () => {
  const transcript = new Transcript();
  const chunk = lines(1, 1000);
  for (let n = 0; n < 1000; n++) transcript.append("stdout", chunk);
  const kept = [...transcript.head, ...transcript.tail].reduce((sum, block) => sum + block.lines, 0);
  assert.ok(kept <= LIMITS.headLines + LIMITS.tailLines);
  assert.equal(kept + transcript.dropped.lines, 1_000_000);
});

test("the note of what is gone is a sentence", () => {
  assert.equal(droppedNote({ lines: 1, chars: 7 }), "1 line was let go here (7 characters)");
  assert.equal(droppedNote({ lines: 1234, chars: 56789 }), "1,234 lines were let go here (56,789 characters)");
});

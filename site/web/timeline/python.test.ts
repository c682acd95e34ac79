/// What Python's asyncio does, as the timeline has it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEvent } from "./log.ts";
import { waitText } from "./paint.ts";
import { Replay } from "./replay.ts";
import { plain } from "./say.ts";
import { Tracks } from "./tracks.ts";
import { sentence } from "./words.ts";

const EVENTS: LogEvent[] = (
  [
    { t: 0, g: 1, kind: "start", parent: 0, name: "main" },
    { t: 0, g: 2, kind: "start", parent: 1, name: "greet", line: 9 },
    { t: 0, g: 1, kind: "block", reason: "await", on: [], names: ["hola"], line: 10 },
    { t: 0, g: 2, kind: "block", reason: "sleep", on: [], names: ["sleep"], until: 2e9, line: 5 },
    { t: 1e9, g: 2, kind: "wake", by: "timer" },
    { t: 1e9, g: 2, kind: "raise", text: "TimeoutError", line: 5 },
    { t: 1e9, g: 2, kind: "end" },
    { t: 1e9, g: 1, kind: "wake", by: 2 },
    { t: 1e9, g: 1, kind: "outcome", outcome: "exit", exitCode: 1 },
  ] as Omit<LogEvent, "seq">[]
).map((event, i) => ({ seq: i + 1, ...event }) as LogEvent);

test("tasks are told of in Python's words", () => {
  const tracks = new Tracks();
  tracks.append(EVENTS);
  const replay = new Replay();
  replay.append(EVENTS);
  assert.deepEqual(
    EVENTS.map((event, i) => plain(sentence(event, replay.at(i), tracks.names))),
    [
      "The program starts with main.",
      "main starts greet, line 9.",
      "main awaits hola, line 10.",
      "greet sleeps for 2 s, line 5.",
      "greet goes on: its time has come.",
      "greet ends with an exception, line 5: TimeoutError.",
      "greet ends.",
      "main goes on, because of greet.",
      "The run has ended.",
    ],
  );
  assert.deepEqual(
    EVENTS.flatMap((event) => (event.kind === "block" ? [waitText(event)] : [])),
    ["await hola", "sleep 2 s"],
  );
});

test("a task that has ended wakes another, and does no more", () => {
  const tracks = new Tracks();
  tracks.append(EVENTS);
  assert.deepEqual(tracks.tracks[1]!.runs.at(-1), [5, 6]);
  assert.deepEqual(tracks.arrows.at(-1), { kind: "wake", fromG: 2, from: 6, toG: 1, to: 7, value: undefined });
});

/// An engine that runs no Go: each run plays the events and the outcome that the
/// test gives it, and notes what is done to it.
import type { Engine, Outcome, Run, RunEvent, RunRequest } from "../engine/contract.ts";

export const finished: Outcome = {
  kind: "ok",
  engine: "instant",
  exitCode: 0,
  text: "",
  reason: "",
  diagnostics: [],
  virtualMs: 2000,
  wallMs: 2010,
  firstOutputMs: 12,
};

export class ScriptedEngine implements Engine {
  readonly requests: RunRequest[] = [];
  readonly calls: string[] = [];
  readonly #events: RunEvent[];
  readonly #end: Promise<Outcome>;

  constructor(events: RunEvent[], end: Promise<Outcome> = Promise.resolve(finished)) {
    this.#events = events;
    this.#end = end;
  }

  run(request: RunRequest): Run {
    this.requests.push(request);
    const note = (call: string) => void this.calls.push(call);
    return {
      events: play(this.#events),
      done: this.#end,
      stop: () => note("stop"),
      setPace: (pace) => note(`pace ${pace}`),
      pause: () => note("pause"),
      resume: () => note("resume"),
      skip: () => note("skip"),
      input: (text) => note(`input ${text}`),
      agree: () => undefined,
      closeInput: () => note("closeInput"),
    };
  }

  warm(): void {}

  dispose(): void {}
}

async function* play(events: RunEvent[]): AsyncGenerator<RunEvent> {
  yield* events;
}

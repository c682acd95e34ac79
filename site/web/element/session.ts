/// One run, from the press of the button to the outcome: fetching the engine's
/// code is part of it, and Stop works there too.
import type { Engine, Outcome, Run, RunEvent, RunRequest } from "../engine/contract.ts";

export class Session {
  readonly done: Promise<Outcome>;
  readonly #started = performance.now();
  #run: Run | null = null;
  #cancel: (outcome: Outcome) => void = () => {};

  /// `request` is asked for once the engine is there. `done` rejects with an `EngineError` if there is no engine to be had.
  constructor(engine: Promise<Engine>, request: () => RunRequest, onEvent: (event: RunEvent) => void) {
    const cancelled = new Promise<Outcome>((resolve) => (this.#cancel = resolve));
    this.done = Promise.race([cancelled, this.#play(engine, request, onEvent, cancelled)]);
  }

  stop(): void {
    if (this.#run) this.#run.stop();
    else this.#cancel(neverStarted(performance.now() - this.#started));
  }

  /// Null until the engine has taken the program.
  get run(): Run | null {
    return this.#run;
  }

  async #play(
    loading: Promise<Engine>,
    request: () => RunRequest,
    onEvent: (event: RunEvent) => void,
    cancelled: Promise<Outcome>,
  ): Promise<Outcome> {
    const engine = await Promise.race([loading, cancelled.then(() => null)]);
    if (!engine) return cancelled;
    const run = (this.#run = engine.run(request()));
    // Whoever awaits `done` below hears of a failure; until then it is no
    // unhandled one.
    run.done.catch(() => {});
    for await (const event of run.events) onEvent(event);
    return run.done;
  }
}

function neverStarted(wallMs: number): Outcome {
  return {
    kind: "stopped",
    engine: "instant",
    exitCode: null,
    text: "",
    reason: "",
    diagnostics: [],
    virtualMs: 0,
    wallMs,
    firstOutputMs: null,
  };
}

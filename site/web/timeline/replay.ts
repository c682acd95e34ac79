/// A log that can be entered at any step. Step n is the state after n events.
import type { LogEvent } from "./log.ts";
import { State } from "./state.ts";

export class Replay {
  readonly events: LogEvent[] = [];
  /** Indexes of the output events. */
  readonly outputs: number[] = [];
  // Copies of the state, in order; the space between them grows with what a copy costs.
  readonly #checkpoints: State[] = [new State()];
  readonly #last = new State();
  #cursor = new State();

  get steps(): number {
    return this.events.length;
  }

  /// The state after all of it.
  get last(): Readonly<State> {
    return this.#last;
  }

  append(events: readonly LogEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      if (event.kind === "output") this.outputs.push(this.events.length - 1);
      this.#last.apply(event);
      const since = this.#last.step - (this.#checkpoints.at(-1)?.step ?? 0);
      if (since >= Math.max(500, (this.#last.goroutines.length + this.#last.objects.length) / 8)) {
        this.#checkpoints.push(this.#last.copy());
      }
    }
  }

  /// The state at a step; what lies outside is the first or last. Good until the next
  /// call: it is moved, not made anew.
  at(step: number): State {
    const target = Math.max(0, Math.min(step, this.steps));
    const checkpoint = this.#before(target);
    if (this.#cursor.step > target || this.#cursor.step < checkpoint.step) this.#cursor = checkpoint.copy();
    for (let i = this.#cursor.step; i < target; i++) this.#cursor.apply(this.events[i]!);
    return this.#cursor;
  }

  /// The output up to a step: at most the last `limit` characters of it.
  output(step: number, limit: number): { text: string; cut: boolean } {
    const { outputs } = this.at(step);
    let text = "";
    let i = outputs;
    while (i > 0 && text.length <= limit) {
      const event = this.events[this.outputs[--i]!]!;
      if (event.kind === "output") text = event.text + text;
    }
    return text.length > limit ? { text: text.slice(-limit), cut: true } : { text, cut: i > 0 };
  }

  #before(step: number): State {
    let low = 0;
    let high = this.#checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#checkpoints[middle]!.step <= step) low = middle;
      else high = middle - 1;
    }
    return this.#checkpoints[low]!;
  }
}

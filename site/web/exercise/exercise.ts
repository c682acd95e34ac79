/// `<await-exercise>`: a section in which something is to be done, with a program to
/// begin with and what it should print in the end.
///
/// Without JavaScript it is that, with hints and a solution folded up. Upgraded, the
/// program can be checked: it is run unseen, at once and with several seeds.
///
///     pass    from the program's <await-go>, which bubbles: it does what is asked
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { AwaitGo } from "../element/element.ts";
import { type EngineUse, useEngine } from "../element/engine.ts";
import { readSettings, runRequest } from "../element/settings.ts";
import { EngineError, type Run } from "../engine/contract.ts";
import { say } from "./say.ts";
import { type Solved, solvedFor } from "./solved.ts";
import { judge, type Ran, SEEDS, type Verdict } from "./verdict.ts";

export class AwaitExercise extends HTMLElement {
  readonly #button = h("button", { type: "button", class: "check" }, say("checkSolution"));
  readonly #feedback = h("p", { class: "feedback", role: "status" });
  readonly #row = h("div", { class: "judge" }, this.#button, this.#feedback);
  #engine: EngineUse | null = null;
  #solved: Solved | null = null;
  #run: Run | null = null;
  #checks = 0;

  constructor() {
    super();
    this.#button.addEventListener("click", () => void this.check());
  }

  connectedCallback(): void {
    const figure = this.querySelector("figure:has(await-go)");
    if (!figure) return;
    this.#engine = useEngine(() => null);
    this.#solved = solvedFor(this.getAttribute("lesson") ?? "", this.getAttribute("name") ?? "");
    figure.after(this.#row);
    if (this.#solved.load()) this.#show("right", icon("check"), say("solvedBefore"));
  }

  disconnectedCallback(): void {
    this.#checks++;
    this.#run?.stop();
    this.#row.remove();
    this.#show("", "");
    this.#engine?.release();
    this.#engine = null;
  }

  /// Runs the program with each seed. Whether it does what is asked.
  async check(): Promise<boolean> {
    const check = ++this.#checks;
    this.#run?.stop();
    const element = this.querySelector<AwaitGo>("await-go");
    const want = this.querySelector(".expected samp")?.textContent ?? "";
    if (!element) return false;
    for (const seed of SEEDS) {
      this.#show("", say("checking", { n: seed }));
      const ran = await this.#try(element, seed).catch((error: unknown) => (error instanceof EngineError ? error.message : String(error)));
      if (check !== this.#checks) return false;
      if (typeof ran === "string") {
        this.#show("wrong", say("noEngine", { why: ran }));
        return false;
      }
      const verdict = judge(ran, want);
      if (verdict.kind === "solved") continue;
      const why = [say("notYet"), sentence(verdict), ...(seed === SEEDS[0] ? [] : [say("withSeed", { n: seed })])];
      this.#show("wrong", icon("cross"), why.join(" "));
      return false;
    }
    this.#show("right", icon("check"), say("solved"));
    this.#solved?.save();
    element.dispatchEvent(new CustomEvent("pass", { bubbles: true, composed: true, detail: null }));
    return true;
  }

  async #try(element: AwaitGo, seed: number): Promise<Ran> {
    const settings = readSettings((name) => element.getAttribute(name));
    const engine = await this.#engine!.load();
    const run = engine.run(runRequest(element.code, { ...settings, clock: "virtual", pace: "instant", seed, stdin: settings.stdin ?? "" }));
    this.#run = run;
    run.done.catch(() => {});
    let printed = "";
    for await (const event of run.events) {
      if (event.kind === "output") printed += event.text;
      else if (event.kind === "again") printed = "";
      else if (event.kind === "ask") {
        run.stop();
        throw new EngineError(say("runFirst"), true);
      }
    }
    return { seed, printed, outcome: await run.done };
  }

  #show(tone: "right" | "wrong" | "", ...content: (Node | string)[]): void {
    this.classList.toggle("right", tone === "right");
    this.classList.toggle("wrong", tone === "wrong");
    this.#feedback.replaceChildren(...content);
  }
}

function sentence(verdict: Exclude<Verdict, { kind: "solved" }>): string {
  const code = (line: string) => `“${line.length > 80 ? `${line.slice(0, 80)}…` : line}”`;
  switch (verdict.kind) {
    case "other":
      return say("printsOther", { n: verdict.line, got: code(verdict.got), want: code(verdict.want) });
    case "more":
      return say("printsMore", { got: code(verdict.got) });
    case "less":
      return say("printsLess", { want: code(verdict.want) });
    case "end":
      return say("endsOtherwise", { got: verdict.got });
  }
}

if (!customElements.get("await-exercise")) customElements.define("await-exercise", AwaitExercise);

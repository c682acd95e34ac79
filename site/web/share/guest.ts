/// A program that came with a link: a guest in the listing that it is for.
///
/// It is shown in place of what the learner had there, and never runs by itself.
/// What they had stays kept as it is until they change the guest or reset it; then
/// the listing is theirs again, as any other, and what they had before is put aside.
/// A notice offers it, on later visits too, until it is taken back or let go.
import type { Draft } from "../element/draft.ts";
import type { Notice } from "../element/notice.ts";
import type { Choice } from "../player/choice.ts";
import { list } from "../language/speaker.ts";
import { paceLabel } from "../player/pace.ts";
import { listingOf, LinkError, readLink, type Shared } from "./link.ts";
import { say } from "./say.ts";

/** The listing, as its guest knows it. */
export interface Host {
  readonly element: HTMLElement;
  readonly draft: Draft;
  readonly notice: Notice;
  readonly original: string;
  /** What the attributes ask for. */
  readonly defaults: Choice;
  /** The program that is shown. Setting it keeps nothing. */
  code: string;
  /** Keeps the program that is shown as the learner's. */
  keep(): void;
  choose(choice: Choice): void;
  /** Has the timeline open at a step of the next run, or not. */
  wait(step: number | null): void;
}

export class Guest {
  readonly #host: Host;
  /** Earlier drafts, the last to be put aside last. */
  #aside: string[];
  /** While a guest is there: what the learner had, or null. */
  #own: string | null = null;
  #isHere = false;

  constructor(host: Host) {
    this.#host = host;
    this.#aside = parseAside(host.draft.loadAside());
    this.#offerAside();
  }

  /// Takes in what `fragment` holds, if it leads here.
  async welcome(fragment: string): Promise<void> {
    const listing = listingOf(fragment);
    if (listing === null) return;
    const leadsHere = listing === this.#host.draft.name;
    if (!leadsHere && !(await this.#answersFor(listing))) return;
    try {
      const shared = await readLink(fragment);
      if (!leadsHere) throw new LinkError(say("notHere"));
      this.#receive(shared);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      this.#host.notice.show(say("unusable", { problem: error.message }));
    }
    reveal(this.#host.element);
  }

  /// Before the learner's first change: from now on the program is theirs.
  settle(): void {
    if (!this.#isHere) return;
    this.#leave();
    this.#host.wait(null);
    if (this.#own !== null) this.#setAside([...this.#aside, this.#own]);
    this.#offerAside();
  }

  #receive({ code, listing: _, step, ...choice }: Shared): void {
    const { original, notice, draft } = this.#host;
    const words = together(choice, this.#host.defaults, step);
    this.#host.choose(choice);
    this.#host.wait(step);
    const guest = code ?? original;
    if (guest === this.#host.code) {
      if (words) notice.show(say("asksFor", { choices: words }));
      return;
    }
    if (!this.#isHere) this.#own = this.#host.code === original ? null : this.#host.code;
    this.#isHere = true;
    this.#host.code = guest;
    const came = words ? say("cameWith", { choices: words }) : say("came");
    if (this.#own === null) notice.show(came);
    else notice.show(say("yoursKept", { came }), [{ label: say("showMine"), act: () => this.#sendAway() }]);
  }

  #sendAway(): void {
    if (this.#own !== null) this.#host.code = this.#own;
    this.#leave();
    this.#offerAside();
  }

  #offerAside(): void {
    const last = this.#aside.at(-1);
    if (last === undefined) return this.#host.notice.hide();
    const rest = this.#aside.slice(0, -1);
    this.#host.notice.show(say("keptBefore"), [
      {
        label: say("bringBack"),
        act: () => {
          this.#setAside(rest);
          this.#host.code = last;
          this.#host.keep();
          this.#offerAside();
        },
      },
      {
        label: say("letGo"),
        act: () => {
          this.#setAside(rest);
          this.#offerAside();
        },
      },
    ]);
  }

  #setAside(aside: string[]): void {
    this.#aside = aside;
    this.#host.draft.saveAside(aside.length > 0 ? JSON.stringify(aside) : null);
  }

  // Reloading the page must not bring the guest back over the learner's work.
  #leave(): void {
    this.#isHere = false;
    try {
      history.replaceState(history.state, "", location.pathname + location.search);
    } catch {
      // A document without an address of its own; there a reload forgets the fragment.
    }
  }

  // Someone has to say that a link leads nowhere: the page's first listing.
  async #answersFor(listing: string): Promise<boolean> {
    if (document.querySelector(this.#host.element.localName) !== this.#host.element) return false;
    if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    return !this.#host.draft.isHere(listing);
  }
}

/// What a link asks for beyond the page's defaults: `seed 7 and pace 4×`. Empty if nothing.
export function together(choice: Choice, defaults: Choice, step: number | null = null): string {
  const parts: string[] = [];
  if (choice.seed !== defaults.seed) parts.push(say("seed", { n: choice.seed }));
  if (choice.clock !== defaults.clock) parts.push(say(choice.clock));
  if (choice.clock === "virtual" && choice.pace !== defaults.pace) parts.push(choice.pace === "instant" ? say("instant") : say("pace", { pace: paceLabel(choice.pace) }));
  if (step !== null) parts.push(say("step", { n: step }));
  return list(parts);
}

function parseAside(text: string | null): string[] {
  try {
    const aside: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(aside) ? aside.filter((draft) => typeof draft === "string") : [];
  } catch {
    return [];
  }
}

function reveal(element: HTMLElement): void {
  // What hides it, tabs for one, hears the event with which browsers reveal what
  // they have found in a page.
  element.dispatchEvent(new Event("beforematch", { bubbles: true }));
  element.scrollIntoView();
}

/// Where a program's output is seen.
///
/// Output arrives whenever it likes, in any amount; the page is touched once a
/// frame, and only with text nodes: what a program prints is never markup.
import { h } from "../dom/dom.ts";
import { type Block, type Channel, droppedNote, Transcript } from "./transcript.ts";
import { say } from "../language/say.ts";

/** Of each stretch of time, the page spends at most about a quarter on showing output. */
const REST = 3;

/** A section holds about so many lines, so that a line more lays out one section anew, not all. */
const SECTION_LINES = 100;

export class Screen {
  readonly root: HTMLElement;
  readonly #head = new Column();
  readonly #gap = h("p", { class: "gap", dir: "auto", hidden: true });
  readonly #tail = new Column();
  #transcript = new Transcript();
  #frame = 0;
  #restUntil = 0;

  constructor() {
    this.root = h(
      "div",
      { class: "screen", role: "log", tabindex: "0", "aria-label": say("programOutput"), part: "screen" },
      this.#head.root,
      this.#gap,
      this.#tail.root,
    );
  }

  get empty(): boolean {
    return this.#transcript.empty;
  }

  /// What was kept.
  get text(): string {
    return this.#transcript.toString();
  }

  write(channel: Channel, text: string): void {
    this.#transcript.append(channel, text);
    this.#frame ||= requestAnimationFrame(this.#onFrame);
  }

  readonly #onFrame = (): void => {
    // A flood must leave time for scrolling, and for Stop.
    if (performance.now() < this.#restUntil) this.#frame = requestAnimationFrame(this.#onFrame);
    else this.flush();
  };

  /// Shows at once what waits for the next frame.
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const started = performance.now();
    const follow = this.#atEnd();
    const { head, tail, dropped } = this.#transcript;
    this.#head.show(head);
    this.#tail.show(tail);
    this.#gap.hidden = dropped.chars === 0;
    this.#gap.textContent = dropped.chars === 0 ? "" : `… ${droppedNote(dropped)} …`;
    if (follow) this.root.scrollTop = this.root.scrollHeight;
    const ended = performance.now();
    this.#restUntil = ended + REST * (ended - started);
  }

  clear(): void {
    this.#transcript = new Transcript();
    this.flush();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  // Someone who has scrolled up is reading: the text must not run away.
  #atEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.root;
    return scrollTop + clientHeight >= scrollHeight - 8;
  }
}

/** A transcript's blocks on the page. Blocks leave at the front and come at the end, and only the last one grows. */
class Column {
  readonly root = h("pre", { class: "text", hidden: true });
  #shown: Shown[] = [];

  show(blocks: readonly Block[]): void {
    this.root.hidden = blocks.length === 0;
    let gone = 0;
    while (gone < this.#shown.length && this.#shown[gone]?.block !== blocks[0]) remove(this.#shown[gone++]!);
    this.#shown.splice(0, gone);

    const last = this.#shown.at(-1);
    if (last && last.length < last.block.text.length) {
      last.node.appendData(last.block.text.slice(last.length));
      last.length = last.block.text.length;
    }
    for (const block of blocks.slice(this.#shown.length)) this.#append(block);
  }

  #append(block: Block): void {
    const shown = show(block, this.#sectionFor(block));
    shown.section.append(shown.element);
    this.#shown.push(shown);
  }

  // A section is a block of its own, so it begins where a line does.
  #sectionFor(block: Block): HTMLElement {
    const open = this.#shown.at(-1)?.section;
    if (open && (!block.startsLine || this.#linesOf(open) < SECTION_LINES)) return open;
    const section = h("div", { class: "section" });
    this.root.append(section);
    return section;
  }

  #linesOf(section: HTMLElement): number {
    let lines = 0;
    for (let i = this.#shown.length - 1; i >= 0 && this.#shown[i]!.section === section; i--) lines += this.#shown[i]!.block.lines;
    return lines;
  }
}

interface Shown {
  block: Block;
  node: Text;
  element: HTMLElement;
  section: HTMLElement;
  length: number;
}

function remove({ element, section }: Shown): void {
  element.remove();
  if (!section.hasChildNodes()) section.remove();
}

function show(block: Block, section: HTMLElement): Shown {
  const node = document.createTextNode(block.text);
  const element = h("span", { class: block.channel });
  // A whole line can carry a mark in the margin; a part of one can't.
  element.classList.toggle("line", block.startsLine);
  if (block.channel !== "stdout") {
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", say(block.channel === "stderr" ? "stderr" : "typedInput"));
  }
  element.append(node);
  return { block, node, element, section, length: block.text.length };
}

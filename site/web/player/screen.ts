/// Where a program's output is seen.
///
/// Output arrives whenever it likes, in any amount; the page is touched once a
/// frame, and only with text nodes: what a program prints is never markup.
import { h } from "../dom/dom.ts";
import { type Block, type Channel, droppedNote, Transcript } from "./transcript.ts";
import { say } from "../language/say.ts";

export class Screen {
  readonly root: HTMLElement;
  readonly #head = h("pre", { class: "text" });
  readonly #gap = h("p", { class: "gap", hidden: true });
  readonly #tail = h("pre", { class: "text", hidden: true });
  #transcript = new Transcript();
  #shownHead: Shown[] = [];
  #shownTail: Shown[] = [];
  #frame = 0;

  constructor() {
    this.root = h(
      "div",
      { class: "screen", role: "log", tabindex: "0", "aria-label": say("programOutput"), part: "screen" },
      this.#head,
      this.#gap,
      this.#tail,
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
    this.#frame ||= requestAnimationFrame(() => this.flush());
  }

  /// Shows at once what waits for the next frame.
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const follow = this.#atEnd();
    const { head, tail, dropped } = this.#transcript;
    this.#shownHead = sync(this.#head, this.#shownHead, head);
    this.#shownTail = sync(this.#tail, this.#shownTail, tail);
    this.#tail.hidden = tail.length === 0;
    this.#gap.hidden = dropped.chars === 0;
    this.#gap.textContent = dropped.chars === 0 ? "" : `… ${droppedNote(dropped)} …`;
    if (follow) this.root.scrollTop = this.root.scrollHeight;
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

interface Shown {
  block: Block;
  node: Text;
  element: HTMLElement;
  length: number;
}

// Blocks leave at the front and come at the end, and only the last one grows.
function sync(parent: HTMLElement, shown: Shown[], blocks: readonly Block[]): Shown[] {
  let gone = 0;
  while (gone < shown.length && shown[gone]?.block !== blocks[0]) shown[gone++]?.element.remove();
  const kept = shown.slice(gone);

  const last = kept.at(-1);
  if (last && last.length < last.block.text.length) {
    last.node.appendData(last.block.text.slice(last.length));
    last.length = last.block.text.length;
  }

  const fresh = blocks.slice(kept.length).map(show);
  parent.append(...fresh.map(({ element }) => element));
  return [...kept, ...fresh];
}

function show(block: Block): Shown {
  const node = document.createTextNode(block.text);
  const element = h("span", { class: block.channel });
  // A whole line can carry a mark in the margin; a part of one can't.
  element.classList.toggle("line", block.startsLine);
  if (block.channel !== "stdout") {
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", block.channel === "stderr" ? "Standard error" : "Typed input");
  }
  element.append(node);
  return { block, node, element, length: block.text.length };
}

/// The two listings of a pair as tabs, where there is no room for them side by side.
import { h } from "../dom/dom.ts";
import { say } from "./say.ts";

// The stylesheet has the same boundary.
const NARROW = "(width < 70rem)";

interface Panel {
  figure: HTMLElement;
  /** Says what a tab says; a figure with a caption can't be a tab's panel. */
  caption: HTMLElement | null;
}

/// Follows the width of the window from now on.
export function tabs(pair: HTMLElement): void {
  const panels = [...pair.children]
    .filter((child) => child instanceof HTMLElement)
    .map((figure): Panel => ({ figure, caption: figure.querySelector("figcaption") }));
  const narrow = matchMedia(NARROW);
  let strip: HTMLElement | null = null;

  const show = () => {
    if (strip) unfold(pair, strip, panels);
    strip = narrow.matches && panels.length > 1 ? fold(pair, panels) : null;
  };
  narrow.addEventListener("change", show);
  show();

  // What a link leads to comes to the front.
  pair.addEventListener("beforematch", ({ target }) => {
    const panel = target instanceof Element ? target.closest("[role=tabpanel]") : null;
    if (panel) strip?.querySelector<HTMLElement>(`[aria-controls="${panel.id}"]`)?.click();
  });
}

function fold(pair: HTMLElement, panels: Panel[]): HTMLElement {
  const buttons = panels.map(({ figure, caption }, index) => {
    const id = tabId(pair, index);
    figure.id ||= `${id}-panel`;
    figure.setAttribute("role", "tabpanel");
    figure.setAttribute("aria-labelledby", id);
    caption?.remove();
    const label = caption?.textContent ?? String(index + 1);
    return h("button", { type: "button", role: "tab", id, "aria-controls": figure.id }, label);
  });

  const select = (index: number) => {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === index));
      // One stop in the tab order; the arrows move inside.
      button.tabIndex = at === index ? 0 : -1;
    });
    panels.forEach(({ figure }, at) => (figure.hidden = at !== index));
  };

  const strip = h("div", { class: "tabs", role: "tablist", "aria-label": say("language") }, ...buttons);
  buttons.forEach((button, index) => button.addEventListener("click", () => select(index)));
  strip.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === event.target);
    const to = target(event.key, at, buttons.length);
    if (at < 0 || to === null) return;
    event.preventDefault();
    select(to);
    buttons[to]?.focus();
  });

  pair.classList.add("tabbed");
  pair.prepend(strip);
  select(0);
  return strip;
}

function unfold(pair: HTMLElement, strip: HTMLElement, panels: Panel[]): void {
  strip.remove();
  pair.classList.remove("tabbed");
  for (const { figure, caption } of panels) {
    figure.hidden = false;
    figure.removeAttribute("role");
    figure.removeAttribute("aria-labelledby");
    if (caption) figure.prepend(caption);
  }
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "ArrowRight":
      return (at + 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

let unnamed = 0;

function tabId(pair: HTMLElement, index: number): string {
  pair.id ||= `${pair.closest("section[id]")?.id ?? "pair"}-tabs-${++unnamed}`;
  return `${pair.id}-${index + 1}`;
}

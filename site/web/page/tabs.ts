/// The two listings of a pair as tabs, where there is no room for them side by side.
import { h } from "../dom/dom.ts";

// The stylesheet has the same boundary.
const NARROW = "(width < 70rem)";

/// Follows the width of the window from now on.
export function tabs(pair: HTMLElement): void {
  const panels = [...pair.children].filter((child) => child instanceof HTMLElement);
  const narrow = matchMedia(NARROW);
  let strip: HTMLElement | null = null;

  const show = () => {
    strip?.remove();
    strip = null;
    if (narrow.matches && panels.length > 1) strip = fold(pair, panels);
    else unfold(pair, panels);
  };
  narrow.addEventListener("change", show);
  show();
}

function fold(pair: HTMLElement, panels: HTMLElement[]): HTMLElement {
  const buttons = panels.map((panel, index) => {
    const id = tabId(pair, index);
    panel.id ||= `${id}-panel`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    const label = panel.querySelector("figcaption")?.textContent ?? String(index + 1);
    return h("button", { type: "button", role: "tab", id, "aria-controls": panel.id }, label);
  });

  const select = (index: number) => {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === index));
      // One stop in the tab order; the arrows move inside.
      button.tabIndex = at === index ? 0 : -1;
    });
    panels.forEach((panel, at) => (panel.hidden = at !== index));
  };

  const strip = h("div", { class: "tabs", role: "tablist", "aria-label": "Language" }, ...buttons);
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

function unfold(pair: HTMLElement, panels: HTMLElement[]): void {
  pair.classList.remove("tabbed");
  for (const panel of panels) {
    panel.hidden = false;
    panel.removeAttribute("role");
    panel.removeAttribute("aria-labelledby");
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

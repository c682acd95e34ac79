/// Builds elements. Text goes in as text: nothing here parses HTML.

type Attributes = Record<string, string | boolean>;

/// `h("a", { href: "#quiz", hidden: false }, "Quiz")`. True sets an empty
/// attribute, false sets none.
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/// A control that can't be used just now. It stays in the tab order, so that a
/// person who used it by keyboard is not thrown back to the top of the page;
/// whoever listens asks `isOff`.
export function setOff(control: HTMLElement, off: boolean): void {
  control.setAttribute("aria-disabled", String(off));
}

export function isOff(control: HTMLElement): boolean {
  return control.getAttribute("aria-disabled") === "true";
}

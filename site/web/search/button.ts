/// The way to the search: a button, and the keys / and Ctrl+K.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import { say } from "../page/say.ts";

export function searchButton(button: HTMLButtonElement): void {
  const open = () => void import("./search.ts").then(({ openSearch }) => openSearch());
  button.replaceChildren(icon("search"), h("span", { class: "label" }, say("search")));
  button.setAttribute("aria-keyshortcuts", "/ Control+K");
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const typing = event.composedPath().some((at) => at instanceof HTMLElement && (at.isContentEditable || at.matches("input, select, textarea")));
    const asks = event.ctrlKey || event.metaKey ? event.key.toLowerCase() === "k" : event.key === "/";
    if (!asks || typing) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}

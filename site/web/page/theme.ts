/// The button that changes between light and dark.
import { icon } from "../dom/icon.ts";
import type { Store } from "../store/store.ts";
import { applyTheme, keepTheme, keptTheme, type Theme, THEMES } from "./theme-choice.ts";
import { say } from "./say.ts";

const NAMES = { auto: "themeAuto", light: "themeLight", dark: "themeDark" } as const;

/// Makes `button` change the kept choice: auto, light, dark, and round again.
export function themeToggle(button: HTMLButtonElement, store: Store): void {
  let theme = keptTheme(store);

  const show = () => {
    applyTheme(theme);
    button.replaceChildren(icon(theme), say(NAMES[theme]));
    button.setAttribute("aria-label", say("theme", { name: say(NAMES[theme]) }));
    button.title = say("themeNext", { name: say(NAMES[next(theme)]) });
  };

  button.addEventListener("click", () => {
    theme = next(theme);
    keepTheme(theme, store);
    show();
  });
  show();
  button.hidden = false;
}

function next(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
}

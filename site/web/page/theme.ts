/// The reader's choice of light or dark, kept between visits.
import { icon } from "../dom/icon.ts";
import type { Store } from "../store/store.ts";

type Theme = "auto" | "light" | "dark";

const ORDER: readonly Theme[] = ["auto", "light", "dark"];
const NAMES: Record<Theme, string> = { auto: "Auto", light: "Light", dark: "Dark" };

/// Applies the kept choice and makes `button` change it: auto, light, dark, and
/// round again.
export function themeToggle(button: HTMLButtonElement, store: Store): void {
  let theme = read(store.get("theme"));

  const show = () => {
    // Without the attribute the stylesheet follows the system.
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    button.replaceChildren(icon(theme), NAMES[theme]);
    button.setAttribute("aria-label", `Theme: ${NAMES[theme]}`);
    button.title = `Switch to ${NAMES[next(theme)].toLowerCase()} theme`;
  };

  button.addEventListener("click", () => {
    theme = next(theme);
    if (theme === "auto") store.delete("theme");
    else store.set("theme", theme);
    show();
  });
  show();
  button.hidden = false;
}

function read(kept: string | null): Theme {
  return ORDER.find((theme) => theme === kept) ?? "auto";
}

function next(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? "auto";
}

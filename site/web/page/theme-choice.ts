/// The reader's choice of light or dark, kept between visits.
import type { Store } from "../store/store.ts";

export type Theme = "auto" | "light" | "dark";

export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export function keptTheme(store: Store): Theme {
  const kept = store.get("theme");
  return THEMES.find((theme) => theme === kept) ?? "auto";
}

export function keepTheme(theme: Theme, store: Store): void {
  if (theme === "auto") store.delete("theme");
  else store.set("theme", theme);
}

export function applyTheme(theme: Theme): void {
  // Without the attribute the stylesheet follows the system.
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/// Runs before the first paint: a reader who chose light or dark never sees the
/// other one flash by. A classic script in the head, as a module would come late.
import { Store } from "../store/store.ts";
import { applyTheme, keptTheme } from "./theme-choice.ts";

applyTheme(keptTheme(new Store()));

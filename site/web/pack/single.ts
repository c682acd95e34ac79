/// The script of a course that is one file. See site/pack for what the file holds.
import "../quiz/quiz.ts"; // In one file, nothing comes later.
import { answerForFiles } from "./embedded.ts";
import { Store } from "../store/store.ts";
import { themeToggle } from "../page/theme.ts";
import { upgrade } from "../page/upgrade.ts";
import { route } from "./route.ts";

answerForFiles();
const toggle = document.querySelector<HTMLButtonElement>(".theme-toggle");
if (toggle) themeToggle(toggle, new Store());
route((_, main) => upgrade(main));

/// The one script of a page of the course. The page is complete without it.
import "../element/await-go.ts";
import "../quiz/quiz.ts";
import { Store } from "../store/store.ts";
import { tabs } from "./tabs.ts";
import { themeToggle } from "./theme.ts";

for (const pair of document.querySelectorAll<HTMLElement>(".pair")) tabs(pair);

const toggle = document.querySelector<HTMLButtonElement>(".theme-toggle");
if (toggle) themeToggle(toggle, new Store());

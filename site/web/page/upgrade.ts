/// What a page's main element becomes once there are scripts. Defining the elements
/// upgrades those that the page has; the rest is done here.
import "../element/await-go.ts";
import "../quiz/quiz.ts";
import { tabs } from "./tabs.ts";

export function upgrade(main: ParentNode): void {
  for (const pair of main.querySelectorAll<HTMLElement>(".pair")) tabs(pair);
}

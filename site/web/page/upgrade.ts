/// What a page's main element becomes once there are scripts. Defining the elements
/// upgrades those that the page has; the rest is done here.
import "../element/await-go.ts";
import { whenNear } from "../element/near.ts";
import { tabs } from "./tabs.ts";

export function upgrade(main: ParentNode): void {
  // Few pages have exercises, so their script comes when one is there.
  if (main.querySelector("await-exercise")) void import("../exercise/exercise.ts");
  for (const pair of main.querySelectorAll<HTMLElement>(".pair")) tabs(pair);
  // A quiz stands at the end, and is a form without its script: it can wait until then.
  for (const quiz of main.querySelectorAll("await-quiz")) whenNear(quiz, "600px", () => void loadQuiz());
}

async function loadQuiz(): Promise<void> {
  await import("../quiz/quiz.ts").catch(() => {}); // Offline, and not kept: it stays a form.
}

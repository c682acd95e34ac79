/// What a page's main element becomes once there are scripts. Defining the elements
/// upgrades those that the page has; the rest is done here.
import "../element/await-go.ts";
import { whenNear } from "../element/near.ts";
import { tabs } from "./tabs.ts";

export function upgrade(main: ParentNode): void {
  for (const pair of main.querySelectorAll<HTMLElement>(".pair")) tabs(pair);
  // A quiz stands at the end, and is a form without its script: it can wait until then.
  // So can an exercise, which is a listing.
  for (const quiz of main.querySelectorAll("await-quiz")) whenNear(quiz, "600px", () => void load(import("../quiz/quiz.ts")));
  for (const exercise of main.querySelectorAll("await-exercise")) whenNear(exercise, "600px", () => void load(import("../exercise/exercise.ts")));
}

async function load(script: Promise<unknown>): Promise<void> {
  await script.catch(() => {}); // Offline, and not kept: it stays as it is.
}

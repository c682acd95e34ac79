/// Which exercises a learner has solved, kept between visits.
import { place } from "../store/place.ts";
import { Store } from "../store/store.ts";

export interface Solved {
  load(): boolean;
  /** It has been solved. */
  save(): void;
}

let solvedBy = (_lesson: string, name: string): Solved => {
  const store = new Store();
  const key = `solved:${place()}#${name}`;
  return { load: () => store.get(key) !== null, save: () => store.set(key, "1") };
};

export function solvedFor(lesson: string, name: string): Solved {
  return solvedBy(lesson, name);
}

/// Has it kept elsewhere than in the browser: in a learning system, say.
export function keepSolved(by: (lesson: string, name: string) => Solved): void {
  solvedBy = by;
}

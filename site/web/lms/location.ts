/// Where a learner is, in the few characters of ASCII that SCORM 1.2 has for it: a
/// lesson's number and an address in it, `38#example-2`. "" is the course's own page.
import type { Route } from "../pack/route.ts";
import type { Outline } from "./outline.ts";

const LIMIT = 255;

export function locationOf(outline: Outline, { page, id }: Route): string {
  const lesson = outline.find((lesson) => lesson.page === page);
  if (!lesson) return "";
  const whole = id ? `${lesson.number}#${encodeURIComponent(id)}` : String(lesson.number);
  return whole.length <= LIMIT ? whole : String(lesson.number);
}

/// Null: that is nowhere in this course.
export function routeTo(outline: Outline, location: string): Route | null {
  const [number, id = ""] = location.split("#");
  const lesson = number === "" ? undefined : outline.find((lesson) => String(lesson.number) === number);
  return lesson ? { page: lesson.page, id: decoded(id) } : null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return "";
  }
}

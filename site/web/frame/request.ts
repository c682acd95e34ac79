/// What the address of a frame asks for.
///
///     embed.html?lesson=38&example=1&theme=dark&pace=2&hide=caption+copy
///
/// `lesson` is a number; `example` one of its examples, or `name` any of its
/// programs, and without either it is the first. The other parameters are the
/// element's attributes of the same name.
import { list } from "../language/speaker.ts";
import { say } from "./say.ts";

export interface FrameRequest {
  lesson: number;
  /** Null: whichever comes first. */
  example: number | null;
  name: string | null;
  attributes: Record<string, string>;
}

const ATTRIBUTES = ["engine", "clock", "pace", "seed", "stdin", "readonly", "autorun", "log", "theme", "hide"];

/** These are on by being there. `readonly=0` reads as a wish for the contrary. */
const SWITCHES = ["readonly", "autorun", "log"];

/// Null where the address names no lesson.
export function readRequest(search: string): FrameRequest | null {
  const given = new URLSearchParams(search);
  const lesson = count(given.get("lesson"));
  if (lesson === null) return null;
  const attributes: Record<string, string> = {};
  for (const name of ATTRIBUTES) {
    const value = given.get(name);
    if (value === null) continue;
    if (!SWITCHES.includes(name)) attributes[name] = value;
    else if (value !== "0" && value !== "false") attributes[name] = "";
  }
  return { lesson, example: count(given.get("example")), name: given.get("name"), attributes };
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/// What a build says of a lesson: site/embed.go.
export interface Embeddable {
  lesson: number;
  title: string;
  page: string;
  programs: EmbeddableProgram[];
}

export interface EmbeddableProgram {
  name: string;
  example?: number;
  html: string;
  /** The event log of its Python, from the site's root. */
  beside?: string;
}

export function isEmbeddable(value: unknown): value is Embeddable {
  return typeof value === "object" && value !== null && Array.isArray((value as Embeddable).programs);
}

/// The program that is asked for, or a sentence that says what there is instead.
export function choose(lesson: Embeddable, { example, name }: FrameRequest): EmbeddableProgram | string {
  const { lesson: n, programs } = lesson;
  const found = programs.find((it) => (name !== null ? it.name === name : example === null || it.example === example));
  if (found) return found;
  if (programs.length === 0) return say("noPrograms", { n });
  if (name !== null) return say("noName", { n, name, list: list(programs.map((it) => it.name)) });
  const problem = say("noExample", { n, example: example ?? "" });
  const examples = [...new Set(programs.flatMap((it) => it.example ?? []))];
  return examples.length === 0 ? say("noExamples", { problem }) : say("itsExamples", { problem, list: list(examples.map(String)) });
}

/// An attempt in few characters. SCORM 1.2 keeps 4,096 characters of ASCII for a
/// course, so a lesson with eight questions has to do with fourteen:
///
///     1;11=k3BCDAFGHI;12*k3q5V;13
///
/// The first field is the version of this format. Each further one is a lesson, the
/// one that was touched longest ago first: its number in base 36, then
///
///     =  two characters that name the edition of the lesson, and for each item as many
///        as it takes: the chosen options, a bit each, then whether it is judged, then
///        whether it is earned, six bits a character and the lowest first
///     *  the edition, and judged and earned alone, two bits an item
///        (neither: the lesson was opened, and that is all that is known)
///
/// Where all of it finds no room, the lessons that were touched longest ago lose the
/// choices first, then what was right, then their mention. The score is kept by the
/// learning system beside this, so it never falls by that; see `Attempt.floor`.
import { Attempt, editionOf, type ItemState } from "./attempt.ts";
import type { Item, Lesson, Outline } from "./outline.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VERSION = "1";

export interface Encoded {
  text: string;
  /** How many lessons had to lose something. */
  shortened: number;
}

/// The attempt in at most `limit` characters, all of them ASCII.
export function encode(attempt: Attempt, limit = Infinity): Encoded {
  const fields = attempt.visited.map((lesson) => forms(lesson, attempt.states(lesson.number)));
  const used = fields.map(() => 0);
  let length = VERSION.length + fields.reduce((sum, [whole]) => sum + whole!.length + 1, 0);
  for (let form = 1; form <= 3 && length > limit; form++) {
    for (let at = 0; at < fields.length && length > limit; at++) {
      const shorter = fields[at]![form] ?? null;
      length -= size(fields[at]![form - 1] ?? null) - size(shorter);
      used[at] = form;
    }
  }
  const kept = fields.flatMap((field, at) => field[used[at]!] ?? []);
  return {
    text: [VERSION, ...kept].join(";"),
    shortened: fields.filter((field, at) => field[used[at]!] !== field[0]).length,
  };
}

/// A field and the mark before it.
function size(field: string | null): number {
  return field === null ? 0 : field.length + 1;
}

/// A lesson's field: whole, without choices, and as a mention.
function forms({ number, items }: Lesson, states: readonly ItemState[]): string[] {
  const name = number.toString(36);
  if (states.every(({ chosen, judged, earned }) => chosen.length === 0 && !judged && !earned)) return [name, name, name];
  const edition = digits(editionOf(items), 12);
  const whole = items.map((item, at) => digits(pack(item, states[at]!), item.options + 2)).join("");
  const bits = states.flatMap(({ judged, earned }) => [judged, earned]);
  return [`${name}=${edition}${trim(whole)}`, `${name}*${edition}${trim(digitsOf(bits))}`, name];
}

/// What `encode` has written, for a course that may have changed since: what is not
/// understood counts as not done.
export function decode(text: string, outline: Outline): Attempt {
  const attempt = new Attempt(outline);
  const [version, ...fields] = text.split(";");
  if (version !== VERSION) return attempt;
  for (const field of fields) {
    const [, name, form, edition, rest] = /^([0-9a-z]{1,8})(?:([=*])(..)([\w-]*))?$/.exec(field) ?? [];
    if (name === undefined) continue;
    const number = parseInt(name, 36);
    const items = attempt.lesson(number)?.items;
    if (!items) continue;
    attempt.visit(number);
    if (form === undefined || edition !== digits(editionOf(items), 12)) continue;
    attempt.restore(number, form === "=" ? readWhole(items, rest!) : readShort(items, rest!));
  }
  return attempt;
}

function readWhole(items: readonly Item[], rest: string): ItemState[] {
  let at = 0;
  return items.map((item) => {
    const width = Math.ceil((item.options + 2) / 6);
    const state = unpack(item, valueOf(rest.slice(at, at + width)));
    at += width;
    return state;
  });
}

function readShort(items: readonly Item[], rest: string): ItemState[] {
  const value = (bit: number) => (DIGITS.indexOf(rest[Math.floor(bit / 6)] ?? "A") >> (bit % 6)) & 1;
  return items.map((_, at) => ({ chosen: [], judged: value(2 * at) === 1, earned: value(2 * at + 1) === 1 }));
}

function pack({ options }: Item, { chosen, judged, earned }: ItemState): number {
  const mask = chosen.reduce((sum, letter) => sum + 2 ** indexOf(letter), 0);
  return mask + (judged ? 2 ** options : 0) + (earned ? 2 ** (options + 1) : 0);
}

function unpack({ options }: Item, value: number): ItemState {
  const has = (bit: number) => Math.floor(value / 2 ** bit) % 2 === 1;
  const chosen = Array.from({ length: options }, (_, at) => at).filter(has).map((at) => String.fromCharCode(97 + at));
  return { chosen, judged: has(options), earned: has(options + 1) };
}

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 97;
}

/// The lowest `bits` bits of a number, which may have more than JavaScript shifts.
function digits(value: number, bits: number): string {
  let text = "";
  for (let bit = 0; bit < bits; bit += 6) text += DIGITS[Math.floor(value / 2 ** bit) % 64];
  return text;
}

function digitsOf(bits: boolean[]): string {
  let text = "";
  for (let at = 0; at < bits.length; at += 6) {
    text += digits(bits.slice(at, at + 6).reduce((sum, bit, n) => sum + (bit ? 2 ** n : 0), 0), 6);
  }
  return text;
}

function valueOf(text: string): number {
  return [...text].reduce((sum, digit, at) => sum + Math.max(0, DIGITS.indexOf(digit)) * 64 ** at, 0);
}

/// What is missing at the end reads as zeros.
function trim(text: string): string {
  return text.replace(/A+$/, "");
}

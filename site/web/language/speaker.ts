/// How the interface speaks. The texts are in site/language, a file a language and in
/// it a section for each part that is loaded by itself. English is compiled into the
/// part that says it; a page of another language loads, before any other script, a
/// module that leaves all of its texts under a symbol.
///
/// A part has a file `say.ts` of two lines:
///
///     import { engine as english } from "../../language/en.json";
///     export const say = speaker("engine", english);

type Plural = { readonly other: string } & { readonly [category: string]: string };
type Texts = Readonly<Record<string, string | Plural>>;
/// What is put into a text. A number is written as the language writes numbers.
export type Values = Readonly<Record<string, string | number>>;

interface Language {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly texts: Readonly<Record<string, Texts>>;
}

function language(): Language {
  const given = (globalThis as { [key: symbol]: Language | undefined })[Symbol.for("awaitgo.language")];
  return given ?? { tag: "en-GB", direction: "ltr", texts: {} };
}

/// The voice of a part: gives one of its texts with the values put in. Of a text with
/// plural forms, `n` chooses one. A text that the page's language lacks is English.
export function speaker<T extends object>(part: string, english: T): (key: keyof T & string, values?: Values) => string {
  return (key, values = {}) => {
    const { tag, texts } = language();
    const entry: string | Plural = texts[part]?.[key] ?? (english as Texts)[key] ?? key;
    const form = typeof entry === "string" ? entry : (entry[new Intl.PluralRules(tag).select(Number(values["n"]))] ?? entry.other);
    return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : value === undefined ? whole : isolated(value);
    });
  };
}

/// `1.50`, or `1,50`, with so many digits after the point, or as many as there are;
/// without grouping, and in the digits that programs print, whatever the language.
export function number(value: number, digits?: number): string {
  return formatted(value, { useGrouping: false, minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 20 });
}

/// `13,930,000`, or `13.930.000`.
export function grouped(value: number): string {
  return formatted(value, {});
}

/// `a`, `a and c`, `a, b and d`, as the language has it.
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language().tag).format(items.map(isolated));
}

/// How the interface runs: for a part of it that stands in code.
export function direction(): "ltr" | "rtl" {
  return language().direction;
}

/// A name or piece of code within a sentence. Where the sentence runs from right to
/// left, it keeps the order of its own signs, and the sentence's.
export function isolated(text: string): string {
  return language().direction === "rtl" && text ? `\u2068${text}\u2069` : text;
}

function formatted(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(`${language().tag}-u-nu-latn`, options).format(value);
}

/// What the interface says. The texts are in site/language, a file a language.
/// English is compiled in; a page of another language loads, before any other
/// script, a module that leaves its texts under a symbol.
import { script as english } from "../../language/en.json";

export type Key = keyof typeof english;
type Plural = { readonly other: string } & { readonly [category: string]: string };
type Texts = Readonly<Record<string, string | Plural>>;

interface Language {
  readonly tag: string;
  readonly texts: Texts;
}

function language(): Language {
  const given = (globalThis as { [key: symbol]: Language | undefined })[Symbol.for("awaitgo.language")];
  return given ?? { tag: "en", texts: english };
}

/// A text with its values put in. Of a text with plural forms, `n` chooses one.
export function say(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const { tag, texts } = language();
  const entry: string | Plural = texts[key] ?? (english as Texts)[key] ?? key;
  const form = typeof entry === "string" ? entry : (entry[new Intl.PluralRules(tag).select(Number(values["n"]))] ?? entry.other);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/// `a`, `a and c`, `a, b and d`, as the language has it.
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language().tag === "en" ? "en-GB" : language().tag).format(items);
}

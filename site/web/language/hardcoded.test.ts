/// What a person reads stands in site/language, not in the scripts: this looks for
/// texts that have strayed into them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "@babel/parser";

const web = join(import.meta.dirname, "..");

/** By file: texts that are no interface, and why. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // Causes of errors, for the console.
  "engine/toolchain.ts": ["The engine was put away.", "Another program was to be built."],
  // For whoever runs a learning system, in the console.
  "lms/cmi5/cmi5.ts": ["The learning system could not be reached.", "The learning system did not take it."],
  "lms/cmi5/store.ts": ["The learning system refused a statement: "],
  "lms/scorm/scorm.ts": ["The learning system does not take "],
};

test("no script has a text of its own for a person to read", () => {
  const strays: string[] = [];
  for (const file of sources()) {
    for (const { line, text } of textsIn(readFileSync(join(web, file), "utf8"))) {
      if (!ALLOWED[file]?.some((known) => text.includes(known))) strays.push(`site/web/${file}:${line}: ${JSON.stringify(text)}`);
    }
  }
  assert.equal(strays.join("\n"), "", "these belong into site/language/*.json; or, if no person reads them, into this test's list");
});

test("what is allowed is still there", () => {
  for (const [file, known] of Object.entries(ALLOWED)) {
    const found = textsIn(readFileSync(join(web, file), "utf8"));
    for (const text of known) assert.ok(found.some((it) => it.text.includes(text)), `${file}: ${text}`);
  }
});

for (const [code, found] of [
  ['h("p", { class: "note big" }, "Hello")', ["Hello"]],
  ['h("p", {}, `${n} left`)', [" left"]],
  ['h("button", { title: "Go on", "aria-label": over ? "Stop" : say("go") })', ["Go on", "Stop"]],
  ['line.textContent = "Ready"', ["Ready"]],
  ['button.title += ` (${key} key)`', [" key)"]],
  ['line.setAttribute("aria-label", "Seed")', ["Seed"]],
  ['words.append("See ", place)', ["See "]],
  ['const about = "A seed is a number."', ["A seed is a number."]],
  ['new EngineError("The engine is gone.", true)', ["The engine is gone."]],
  ['throw new Error("Only a developer reads this")', []],
  ['document.title = page.dataset["title"] ?? ""', []],
  ['import x from "./Some file.ts"', []],
  ['h("p", { class: "Big note" }, say("run"), " · ", "×")', []],
  ['parent.append("\\n", node)', []],
] as [string, string[]][]) {
  test(`in ${code} it finds ${JSON.stringify(found)}`, () => assert.deepEqual(textsIn(code).map(({ text }) => text), found));
}

function sources(): string[] {
  return readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(bundle|testdata|npm)\/|\/testdata\/|\.test\.ts$|\.d\.ts$/.test(file))
    .sort();
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Attributes and properties that are read out or shown. */
const SHOWN = new Set(["title", "aria-label", "ariaLabel", "aria-description", "placeholder", "alt", "label", "textContent", "innerText", "data-label"]);
/** Methods whose arguments become text of the page. */
const ADDS = new Set(["append", "prepend", "before", "after", "replaceChildren", "replaceWith", "createTextNode"]);
/** Errors that only a developer meets, in the console. */
const FOR_DEVELOPERS = new Set(["Error", "TypeError", "RangeError", "Failure", "Refusal", "Unplannable"]);

/// Texts that a person may come to read: whatever has letters where the page shows it,
/// and anywhere what looks like a sentence.
function textsIn(source: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  const visit = (value: unknown, shown: boolean): void => {
    if (Array.isArray(value)) return value.forEach((each) => visit(each, shown));
    if (typeof value !== "object" || value === null || !("type" in value)) return;
    const node = value as Node;
    const text = textOf(node);
    if (text !== null) {
      if (shown ? /\p{L}{2}/u.test(text) : /^\P{L}*\p{Lu}\p{L}*’?\p{L}*,? .*\p{L}/u.test(text)) {
        found.push({ line: (node as unknown as { loc: { start: { line: number } } }).loc.start.line, text });
      }
      return;
    }
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        return visit(node["declaration"], false);
      case "NewExpression":
        if (FOR_DEVELOPERS.has(nameOf(node["callee"]))) return;
        return visit(node["arguments"], false);
      case "CallExpression":
        return visitCall(node, shown);
      case "ObjectProperty":
        return nameOf(node["key"]) === "class" ? undefined : visit(node["value"], SHOWN.has(nameOf(node["key"])));
      case "AssignmentExpression":
        visit(node["left"], false);
        return visit(node["right"], SHOWN.has(nameOf(node["left"])));
      case "BinaryExpression":
        // What is compared with is not shown.
        if (node["operator"] !== "+") return visit([node["left"], node["right"]], false);
        break;
      case "ConditionalExpression":
        visit(node["test"], false);
        return visit([node["consequent"], node["alternate"]], shown);
      case "MemberExpression":
      case "OptionalMemberExpression":
        visit(node["object"], false);
        return visit(node["property"], false);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "ClassMethod":
        shown = false;
    }
    for (const [key, child] of Object.entries(node)) if (key !== "loc" && key !== "typeAnnotation") visit(child, shown);
  };
  const visitCall = (node: Node, shown: boolean): void => {
    const name = nameOf(node["callee"]);
    const given = node["arguments"] as Node[];
    visit(node["callee"], false);
    if (name === "h") {
      visit(given.slice(1, 2), false);
      return visit(given.slice(2), true);
    }
    if (name === "setAttribute") return visit(given[1], SHOWN.has(textOf(given[0]!) ?? ""));
    if (name === "say") return visit(given.slice(1), false);
    visit(given, ADDS.has(name) || (shown && name === ""));
  };
  visit(parse(source, { sourceType: "module", plugins: ["typescript"] }).program.body, false);
  return found;
}

function textOf(node: Node): string | null {
  if (node.type === "StringLiteral") return node["value"] as string;
  if (node.type === "TemplateElement") return (node["value"] as { cooked: string }).cooked;
  return null;
}

/** `append` of `list.append`, `title` of `button.title` or `"title"`. */
function nameOf(value: unknown): string {
  const node = value as Node;
  if (node.type === "Identifier" || node.type === "PrivateName") return String(node["name"] ?? "");
  if (node.type === "StringLiteral") return String(node["value"]);
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") return nameOf(node["property"]);
  return "";
}

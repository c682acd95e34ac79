/// What axe-core has to say against a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { html: string; target: unknown }[];
}

/** A line for each rule that the page or the frame breaks, with where. A page with a policy needs `bypassCSP`. */
export async function violations(page: { evaluate(script: string): Promise<unknown> }): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${JSON.stringify(target)} ${html.slice(0, 120)}`).join("\n  ")}`);
}

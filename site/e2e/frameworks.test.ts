/// `<await-go>` in pages made with the frameworks that people write them with: the
/// real packages, bundled here.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { compile } from "@mdx-js/mdx";
import * as esbuild from "esbuild";
import type { Locator, Page } from "playwright-core";
import { createElement, type ReactNode } from "react";

import { output, run, site, status } from "./fixture.ts";
import { embedding, Host } from "./host.ts";

const { renderToString } = createRequire(import.meta.url)("react-dom/server") as { renderToString(node: ReactNode): string };

const here = site();
let host: Host;
before(async () => {
  host = await Host.open();
  here.server.headers = { "access-control-allow-origin": "*" };
});
after(() => host?.close());

/** Visits a page of another site whose script is `contents`, around `body`. */
async function visit(contents: string, { loader = "tsx", body = `<div id="root"></div>` }: { loader?: esbuild.Loader; body?: string } = {}): Promise<Page> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, loader, resolveDir: join(import.meta.dirname, "..") },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
  });
  host.put("/app.js", outputFiles[0]!.text, { type: "text/javascript" });
  const page = await here.visit("/engine/manifest.json");
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && errors.push(message.text()));
  await page.goto(host.put("/page.html", embedding(here.server.origin, `${body}<script type="module" src="/app.js"></script>`, `<link rel="icon" href="data:,">`)));
  Object.assign(page, { errors });
  return page;
}

async function leave(page: Page): Promise<void> {
  assert.deepEqual((page as never as { errors: string[] }).errors, []);
  await page.context().close();
}

async function prints(element: Locator): Promise<string> {
  await run(element);
  await status(element, /Finished/);
  return output(element);
}

const PROGRAM = (text: string): string => `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("${text}")\n}\n`;

const REACT = `
import { StrictMode, useRef, useState } from "react";
export function App({ source }) {
  const [text, setText] = useState("one");
  const [kind, setKind] = useState("");
  const [shown, setShown] = useState(true);
  const [order, setOrder] = useState(["first", "second"]);
  const ref = useRef(null);
  return (
    <StrictMode>
      <button onClick={() => setText("two")}>Change</button>
      <button onClick={() => setShown(false)}>Remove</button>
      <button onClick={() => setOrder(order.toReversed())}>Reorder</button>
      <button onClick={() => ref.current.run()}>By ref</button>
      <output>{kind}</output>
      {shown && order.map((name) => (
        <await-go key={name} id={name} ref={name === "first" ? ref : null} pace="instant" readonly={name === "second"}
          ondone={(event) => setKind(name + " " + event.detail.kind)}>
          <pre><code className="language-go">{source(name + " " + text)}</code></pre>
        </await-go>
      ))}
    </StrictMode>
  );
}`;

const SOURCE = `const source = (text) => ${JSON.stringify(PROGRAM("TEXT"))}.replace("TEXT", text);\n`;

test("React: children, state, events, refs, keys, and leaving", async () => {
  const page = await visit(`${REACT}${SOURCE}
import { createRoot } from "react-dom/client";
createRoot(document.querySelector("#root")).render(<App source={source} />);`);
  const first = page.locator("#first");
  assert.equal(await prints(first), "first one");
  await page.locator("output").getByText("first ok").waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  assert.equal(await prints(first), "first two");
  await page.getByRole("button", { name: "Reorder" }).click();
  assert.equal(await page.locator("await-go").last().getAttribute("id"), "first");
  assert.equal(await output(first), "first two", "the output stays where the element went");
  assert.equal(await page.locator("#second").getAttribute("readonly"), "");
  await page.getByRole("button", { name: "By ref" }).click();
  await status(first, /Finished/);
  await page.getByRole("button", { name: "Remove" }).click();
  for (let i = 0; page.workers().length > 0; i++) {
    assert.ok(i < 100, "a worker was left");
    await page.waitForTimeout(50);
  }
  await leave(page);
});

test("React: a page that a server rendered is taken over as it is", async () => {
  // As App, without what only a browser does.
  const tree = createElement("await-go", { id: "first", pace: "instant" }, createElement("pre", null, createElement("code", { className: "language-go" }, PROGRAM("rendered"))));
  const html = renderToString(tree);
  assert.match(html, /^<await-go id="first" pace="instant"><pre><code class="language-go">package main/);
  const page = await visit(
    `import { hydrateRoot } from "react-dom/client";
const source = ${JSON.stringify(PROGRAM("rendered"))};
hydrateRoot(document.querySelector("#root"), <await-go id="first" pace="instant"><pre><code className="language-go">{source}</code></pre></await-go>,
  { onRecoverableError: (error) => console.error(error.message) });`,
    { body: `<div id="root">${html}</div>` },
  );
  assert.equal(await prints(page.locator("#first")), "rendered");
  await leave(page);
});

test("Vue: bindings, events, v-if, v-for and keep-alive", async () => {
  const page = await visit(`${SOURCE}
import { createApp, defineComponent, h, KeepAlive, ref } from "vue";
const Program = defineComponent({
  props: ["text"],
  emits: ["done"],
  setup: (props, { emit }) => () =>
    h("await-go", { id: "program", pace: "instant", hide: "caption", onDone: (event) => emit("done", event.detail.kind) },
      [h("pre", [h("code", { class: "language-go" }, source(props.text))])]),
});
createApp({
  setup() {
    const text = ref("one"), kind = ref(""), shown = ref(true);
    return () => [
      h("button", { onClick: () => (text.value = "two") }, "Change"),
      h("button", { onClick: () => (shown.value = !shown.value) }, "Toggle"),
      h("output", kind.value),
      h(KeepAlive, () => (shown.value ? h(Program, { text: text.value, onDone: (it) => (kind.value = it) }) : h("p", "away"))),
    ];
  },
}).mount("#root");`, { loader: "js" });
  const element = page.locator("#program");
  assert.equal(await prints(element), "one");
  await page.locator("output").getByText("ok").waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  assert.equal(await prints(element), "two");
  // Vue keeps the element out of the document, and brings it back.
  await element.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("// mine\n");
  await page.getByRole("button", { name: "Toggle" }).click();
  await page.getByText("away").waitFor();
  await page.getByRole("button", { name: "Toggle" }).click();
  assert.match(await element.evaluate((it: HTMLElement & { code: string }) => it.code), /^\/\/ mine/);
  assert.equal(await prints(element), "two");
  await leave(page);
});

test("Vue: a template with isCustomElement", async () => {
  const page = await visit(`
import { createApp } from "vue/dist/vue.esm-bundler.js";
const app = createApp({
  data: () => ({ source: ${JSON.stringify(PROGRAM("by template"))}, kind: "" }),
  template: \`<await-go id="program" pace="instant" @done="kind = $event.detail.kind"><pre><code class="language-go">{{ source }}</code></pre></await-go><output>{{ kind }}</output>\`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === "await-go";
app.mount("#root");`, { loader: "js" });
  assert.equal(await prints(page.locator("#program")), "by template");
  await page.locator("output").getByText("ok").waitFor();
  await leave(page);
});

test("MDX: a tag around a fence", async () => {
  const mdx = `# A page in MDX

<await-go id="program" pace="instant">

\`\`\`go
${PROGRAM("from MDX")}\`\`\`

</await-go>

And more text with {1 + 1} expressions.
`;
  const page = await visit(
    `${String(await compile(mdx, { jsxImportSource: "react" }))}
import { createRoot } from "react-dom/client";
import { createElement } from "react";
createRoot(document.querySelector("#root")).render(createElement(MDXContent));`,
    { loader: "js" },
  );
  await page.getByRole("heading", { name: "A page in MDX" }).waitFor();
  assert.equal(await prints(page.locator("#program")), "from MDX");
  await leave(page);
});

test("pages that only mark code up: a script of five lines wraps their listings", async () => {
  // As Docusaurus, MkDocs and Hugo leave them, each with what it adds around.
  const page = await visit(
    `for (const code of document.querySelectorAll("code.language-go, .language-go code")) {
  const pre = code.closest("pre");
  if (!pre || pre.closest("await-go")) continue;
  const go = document.createElement("await-go");
  pre.replaceWith(go);
  go.append(pre);
}`,
    {
      loader: "js",
      body: `
<div class="language-go codeBlockContainer"><pre tabindex="0" class="prism-code language-go"><code class="codeBlockLines">${lines("Docusaurus")}</code></pre></div>
<div class="language-go highlight"><pre><span></span><code>${marked("MkDocs")}</code></pre></div>
<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-go" data-lang="go">${marked("Hugo")}</code></pre></div>`,
    },
  );
  const elements = page.locator("await-go");
  for (const [i, name] of ["Docusaurus", "MkDocs", "Hugo"].entries()) assert.equal(await prints(elements.nth(i)), name);
  await leave(page);
});

function lines(text: string): string {
  return PROGRAM(text).trimEnd().split("\n").map((line) => `<span class="token-line" style="color:#393A34"><span class="token plain">${line}</span><br></span>`).join("");
}

function marked(text: string): string {
  return PROGRAM(text).replace("package", `<span class="kn">package</span>`);
}

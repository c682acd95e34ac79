/// A new name for the name at the cursor, everywhere it stands: F2.

import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { EditorView, keymap, type Panel, showPanel } from "@codemirror/view";

import { h } from "../../dom/dom.ts";
import { direction } from "../../language/speaker.ts";
import { askAbout, type Desk, filesOf } from "./desk.ts";
import { changesOf } from "./edits.ts";
import { say } from "./say.ts";

/** What is being renamed, or null to put the question away. */
const asking = StateEffect.define<{ at: number; name: string } | null>();

export function rename(desk: Desk): Extension {
  const panel = StateField.define<{ at: number; name: string } | null>({
    create: () => null,
    update(value, transaction) {
      for (const effect of transaction.effects) if (effect.is(asking)) return effect.value;
      return transaction.docChanged ? null : value;
    },
    provide: (field) =>
      showPanel.from(field, (value) => (value ? (view: EditorView) => renamePanel(desk, view, value.at, value.name) : null)),
  });
  const start = (view: EditorView): boolean => {
    void ask(desk, view);
    return true;
  };
  return [panel, keymap.of([{ key: "F2", run: start }])];
}

async function ask(desk: Desk, view: EditorView): Promise<void> {
  if (view.state.readOnly) return desk.announce(say("fixed"));
  const at = view.state.selection.main.head;
  const answer = await askAbout(view, () =>
    desk.checker.ask({ kind: "rename", files: filesOf(desk, view), file: desk.file(), at }),
  );
  if (answer?.error) desk.announce(answer.error);
  if (!answer?.rename) return;
  const { from, to } = answer.rename.range;
  view.dispatch({ effects: asking.of({ at: from, name: view.state.sliceDoc(from, to) }) });
}

function renamePanel(desk: Desk, view: EditorView, at: number, name: string): Panel {
  const input = h("input", { type: "text", dir: "ltr", value: name, spellcheck: "false", autocapitalize: "off", autocomplete: "off" });
  const message = h("p", { class: "message", role: "alert", dir: "auto" });
  const form = h(
    "form",
    { class: "rename", dir: direction() },
    h("label", {}, `${say("newName", { name })} `, input),
    h("button", {}, say("rename")),
    message,
  );
  const close = (): void => {
    view.dispatch({ effects: asking.of(null) });
    view.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void apply(desk, view, at, input.value.trim()).then((error) => {
      if (error === null) close();
      else message.textContent = error;
    });
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation(); // Enter in here runs no program
    if (event.key === "Escape") close();
  });
  return { dom: form, top: false, mount: () => input.select() };
}

/** Resolves with null, or with the reason why nothing was renamed. */
async function apply(desk: Desk, view: EditorView, at: number, to: string): Promise<string | null> {
  const answer = await askAbout(view, () =>
    desk.checker.ask({ kind: "rename", files: filesOf(desk, view), file: desk.file(), at, to }),
  );
  if (!answer) return say("renameFailed");
  if (answer.error) return answer.error;
  view.dispatch({ changes: changesOf(answer.rename?.edits ?? [], view.state.doc), userEvent: "rename" });
  return null;
}

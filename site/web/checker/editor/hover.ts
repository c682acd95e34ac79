/// What a name is, where the pointer rests on it.

import { hoverTooltip } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

import { h } from "../../dom/dom.ts";
import { askAbout, type Desk, filesOf } from "./desk.ts";

export function hover(desk: Desk): Extension {
  return hoverTooltip(async (view, pos) => {
    const answer = await askAbout(view, () =>
      desk.checker.ask({ kind: "describe", files: filesOf(desk, view), file: desk.file(), at: pos }),
    );
    const description = answer?.describe;
    if (!description) return null;
    const { from, to, code, doc } = description;
    return {
      pos: from,
      end: to,
      above: true,
      create: () => {
        const dom = h("div", { class: "description" }, h("code", {}, code));
        if (doc !== "") dom.append(h("p", {}, doc));
        return { dom };
      },
    };
  });
}

/// All about links to programs, loaded when the first one is made or followed.
import { h } from "../dom/dom.ts";
import type { Notice } from "../element/notice.ts";
import { LinkError, makeLink, type Shared } from "./link.ts";
import { say } from "./say.ts";

export { Guest } from "./guest.ts";

/// Puts a link on the clipboard, or where there is none into the notice. Gives the
/// word that says so.
export async function share(shared: Shared, notice: Notice): Promise<string | null> {
  const link = makeLink(location.href, shared);
  const done = { label: say("close"), act: () => notice.hide() };
  notice.hide();
  try {
    await copyWhenReady(link);
    return say("copied");
  } catch {
    // No permission, or no link: it is one of the two below.
  }
  try {
    const field = h("input", { type: "text", class: "link", readonly: true, "aria-label": say("link"), value: await link });
    notice.show(say("toCopy"), [done]);
    notice.append(field);
    field.select();
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    notice.show(error.message, [done], true);
  }
  return null;
}

// Some browsers let a page write only while a click is fresh: they are handed the
// promise, and wait for it themselves.
async function copyWhenReady(text: Promise<string>): Promise<void> {
  const blob = text.then((text) => new Blob([text], { type: "text/plain" }));
  blob.catch(() => {}); // Whoever awaits `text` hears of it.
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

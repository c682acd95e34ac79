/// Shows the page that the address names: `#/38-asyncio/` or, in it, `#/38-asyncio/quiz`.

export interface Route {
  page: string;
  /** Of an element in the page; "" is its top. */
  id: string;
}

/// Null for a fragment that leads nowhere else: `#main`, or none.
export function parseRoute(hash: string): Route | null {
  const match = /^#(\/(?:.*\/)?)([^/]*)$/.exec(decoded(hash));
  return match && { page: match[1]!, id: match[2]! };
}

/// Follows the address from now on. `onShow` is told of each page that is shown, and
/// of the first. A package with one page has nothing to follow.
export function route(onShow: (page: string, main: HTMLElement) => void): void {
  const templates = [...document.querySelectorAll<HTMLTemplateElement>("template[data-page]")];
  let shown = main().dataset["page"] ?? "/";

  const follow = (first: boolean) => {
    const to = parseRoute(location.hash);
    if (!to) return first ? onShow(shown, main()) : undefined;
    const template = templates.find(({ dataset }) => dataset["page"] === to.page);
    const changes = template !== undefined && to.page !== shown;
    if (changes) {
      main().replaceWith(document.importNode(template.content, true));
      shown = to.page;
      document.title = template.dataset["title"] ?? document.title;
    }
    if (changes || first) onShow(shown, main());
    if (to.id) whenLaidOut(() => document.getElementById(to.id)?.scrollIntoView());
    else if (changes) scrollTo(0, 0);
    // The reader is on another page, so the keyboard is, too.
    if (changes && !first) {
      main().tabIndex = -1;
      main().focus({ preventScroll: true });
    }
  };
  if (templates.length > 0) addEventListener("hashchange", () => follow(false));
  follow(true);
}

/// Listings have their height once they have read their programs, which they do when
/// the document is parsed.
function whenLaidOut(act: () => void): void {
  if (document.readyState !== "loading") setTimeout(act);
  else document.addEventListener("DOMContentLoaded", () => setTimeout(act), { once: true });
}

function main(): HTMLElement {
  return document.querySelector("main")!;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

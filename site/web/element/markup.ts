/// Reads a program out of a page's own listing, whoever has highlighted it.

/// The text of the Go listing in `host` with the classes of its highlighting, or
/// null where there is no listing.
export function readListing(host: Element): DocumentFragment | null {
  // Where line numbers stand in a listing of their own, only the second is called Go.
  const code =
    host.querySelector("code.language-go, code[data-lang=go]") ?? host.querySelector("pre code") ?? host.querySelector("pre");
  if (!code) return null;
  const fragment = document.createDocumentFragment();
  copy(code, fragment);
  return fragment;
}

// Line numbers of Chroma and Pygments, and controls that a site adds to its listings.
const NOT_CODE = ".ln, .lnt, .linenos, .lineno, button, svg, script, style";

function copy(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) {
      to.appendChild(document.createTextNode(node.data));
    } else if (node instanceof HTMLBRElement) {
      to.appendChild(document.createTextNode("\n"));
    } else if (node instanceof HTMLElement && !node.matches(NOT_CODE)) {
      // The class alone: inline styles are for another background than ours.
      const span = document.createElement("span");
      if (node.className) span.className = node.className;
      to.appendChild(span);
      copy(node, span);
    }
  }
}

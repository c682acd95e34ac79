/// The timeline's styles, for a shadow root.
import styles from "./timeline.shadow.css";

let sheet: CSSStyleSheet | null = null;

/// Adds them, once.
export function dress(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/// The entry point for embedding: `<script type="module" src=".../await-go.js">`
/// defines `<await-go>`. Loading it twice, or two versions of it, does no harm: the
/// first stays.
import { AwaitGo } from "./element.ts";

export { AwaitGo };

if (!customElements.get("await-go")) customElements.define("await-go", AwaitGo);

declare global {
  interface HTMLElementTagNameMap {
    "await-go": AwaitGo;
  }
}

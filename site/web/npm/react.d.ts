/// `<await-go>` in JSX: `import type {} from "awaitgo/react"` once, anywhere.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { AwaitGo, AwaitGoAttributes, AwaitGoEventMap } from "awaitgo";

/** React 19 listens to `done` by the prop `ondone`. */
type Listeners = { [K in "ready" | "run" | "output" | "done" | "error" as `on${K}`]?: (event: AwaitGoEventMap[K]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "await-go": DetailedHTMLProps<HTMLAttributes<AwaitGo>, AwaitGo> & AwaitGoAttributes & Listeners & { code?: string };
    }
  }
}

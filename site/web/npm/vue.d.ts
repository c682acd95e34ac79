/// `<await-go>` in Vue's templates: `import type {} from "awaitgo/vue"` once, anywhere.
import type { DefineComponent } from "vue";
import type { AwaitGoAttributes, AwaitGoEventMap } from "awaitgo";

type Listeners = {
  [K in "ready" | "run" | "output" | "done" | "error" as `on${Capitalize<K>}`]?: (event: AwaitGoEventMap[K]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "await-go": DefineComponent<AwaitGoAttributes & Listeners & { code?: string }>;
  }
}

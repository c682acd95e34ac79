/// What is live on the page on embedding, besides its elements: the demonstration of
/// members and events, and frames that are as high as they ask to be.
import type { AwaitGo } from "../element/element.ts";
import { h } from "../dom/dom.ts";

const demo = document.querySelector<HTMLElement>("#demo-events");
if (demo) show(demo);

addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
  const { subject, height } = (data ?? {}) as { subject?: unknown; height?: unknown };
  if (subject !== "lti.frameResize" || typeof height !== "number") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${height}px`;
  }
});

function show(demo: HTMLElement): void {
  const element = demo.querySelector<AwaitGo>("await-go")!;
  const events = demo.querySelector(".events")!;
  const controls = demo.querySelector<HTMLElement>(".controls")!;
  const calls: Record<string, () => unknown> = {
    run: () => element.run(),
    stop: () => element.stop(),
    reset: () => element.reset(),
    edit: () => (element.code = element.code.replace("世界", "gophers")),
  };
  controls.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLElement) calls[target.dataset["call"] ?? ""]?.();
  });
  controls.hidden = false;
  for (const type of ["ready", "run", "output", "done", "error"]) {
    element.addEventListener(type, (event) => {
      events.append(h("li", {}, `${type} ${words((event as Event as CustomEvent<unknown>).detail)}`));
      events.scrollTop = events.scrollHeight;
    });
  }
}

function words(detail: unknown): string {
  const text = JSON.stringify(detail) ?? "";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

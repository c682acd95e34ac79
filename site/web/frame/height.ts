/// Tells the page around a frame how high the frame would like to be, in the two
/// ways that learning systems and blogs understand:
///
///     {context: "h5p", action: "resize", height, scrollHeight}   pages with H5P's resizer
///     {subject: "lti.frameResize", height}                       Canvas and other LTI hosts
///
/// H5P's resizer greets and wants to be greeted: `hello` from the frame makes it
/// stretch the frame to the page's width and ask anew, by `resize`, when its window
/// changes. It can't answer a frame of an opaque origin, so nothing waits for it.
/// A height is no secret: the messages go to whatever page is around.

export function announceHeight(content: Element): void {
  const host = window.parent;
  if (host === window) return;
  let said = 0;

  const announce = (again: boolean) => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === 0 || (height === said && !again)) return;
    said = height;
    host.postMessage({ context: "h5p", action: "resize", height, scrollHeight: height }, "*");
    host.postMessage({ subject: "lti.frameResize", height }, "*");
  };
  const greet = () => host.postMessage({ context: "h5p", action: "hello" }, "*");

  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== host || !isH5P(data)) return;
    // `ready`: its script came later than this one.
    if (data.action === "ready") greet();
    announce(true);
  });
  greet();
  new ResizeObserver(() => announce(false)).observe(content);
}

function isH5P(data: unknown): data is { action: unknown } {
  return typeof data === "object" && data !== null && (data as { context?: unknown }).context === "h5p";
}

/// Which part of a lesson the reader has reached.

/** A place counts once the reader has stayed there for so long. */
const PAUSE_MS = 800;

/// The id of the last heading or section that has passed the upper part of the window.
export function currentSection(): string {
  const targets = document.querySelectorAll<HTMLElement>("main :is(section, h2, h3, h4)[id]");
  let current = "";
  for (const target of targets) {
    if (target.getBoundingClientRect().top < innerHeight * 0.3) current = target.id;
  }
  return current;
}

export function whenScrolled(callback: () => void): void {
  let waiting = 0;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(callback, PAUSE_MS);
    },
    { passive: true },
  );
}

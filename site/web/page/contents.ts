/// The table of contents: beside the text it is open and shows where the reader
/// is; above the text it is closed until asked.

// The stylesheet has the same boundary.
const BESIDE = "(width >= 80rem)";

export function contents(nav: HTMLElement): void {
  const details = nav.querySelector("details");
  if (!details) return;
  const beside = matchMedia(BESIDE);
  const place = () => (details.open = beside.matches);
  beside.addEventListener("change", place);
  place();

  const links = [...nav.querySelectorAll<HTMLAnchorElement>("a")];
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    let current = 0;
    targets.forEach((target, at) => {
      if (target && target.getBoundingClientRect().top < innerHeight * 0.3) current = at;
    });
    links.forEach((link, at) => {
      if (at === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  addEventListener(
    "scroll",
    () => {
      if (waiting || !beside.matches) return;
      waiting = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  mark();
}

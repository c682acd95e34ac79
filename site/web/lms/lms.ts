/// The script of a course that a learning system has taken in. See site/pack for
/// what the package holds, and keeper.ts for what becomes of a learner's work.
import { keepSolved } from "../exercise/solved.ts";
import { answerForFiles } from "../pack/embedded.ts";
import { route, type Route } from "../pack/route.ts";
import { themeToggle } from "../page/theme.ts";
import { upgrade } from "../page/upgrade.ts";
import { keepAnswers } from "../quiz/progress.ts";
import { Store } from "../store/store.ts";
import { answersIn, solvedIn } from "./answers.ts";
import { beginCmi5, learnerOf } from "./cmi5/cmi5.ts";
import { readLaunch } from "./cmi5/launch.ts";
import { Keeper } from "./keeper.ts";
import { locationOf, routeTo } from "./location.ts";
import { readOutline } from "./outline.ts";
import { Report } from "./report.ts";
import { currentSection, whenScrolled } from "./section.ts";
import { type Api, findApi, type Surroundings } from "./scorm/find.ts";
import { Scorm } from "./scorm/scorm.ts";
import type { System } from "./system.ts";

/** The time that a learner has spent is told so often, even if nothing else is new. */
const TIME_MS = 60_000;
/** Some systems put their interface there only when the course is under way. */
const LATE_MS = [100, 300, 600, 1000];

answerForFiles();
const toggle = document.querySelector<HTMLButtonElement>(".theme-toggle");
if (toggle) themeToggle(toggle, new Store());
void begin();

async function begin(): Promise<void> {
  const { dataset } = document.documentElement;
  const outline = readOutline(document);
  const launch = readLaunch(location.search);
  const system = launch ? await beginCmi5(launch) : await beginScorm();
  // What a system did not get this time is kept for its learner's next.
  const learner = system?.learner ?? (launch ? learnerOf(launch) : "");
  if (learner) dataset["learner"] = learner;

  const report = new Report({ retry: () => keeper.retry(), leave: system?.exit ? leave : null });
  const tell = () => report.show({ news: keeper.news, ...keeper.attempt.earned });
  const memory = new Store();
  const key = `record:${dataset["course"] ?? location.pathname}@${learner}`;
  const keeper: Keeper = new Keeper(
    outline,
    system,
    {
      read: () => memory.get(key),
      write(text) {
        if (text === null) memory.delete(key);
        else memory.set(key, text);
        return memory.get(key) === text;
      },
      after: (ms, callback) => void setTimeout(callback, ms),
    },
    Number(dataset["pass"]) || null,
    // The first news come before there is anything to show them.
    () => queueMicrotask(tell),
  );
  document.querySelector(".site-header")?.after(report.root);
  tell();

  const changed = () => {
    keeper.changed();
    tell();
  };
  keepAnswers((quiz) => answersIn(keeper.attempt, Number(quiz), changed));
  keepSolved((lesson, name) => solvedIn(keeper.attempt, Number(lesson), name, changed));

  // A link into the course goes before where the learner was last.
  const resumed = routeTo(outline, keeper.location);
  if (resumed && location.hash === "") {
    history.replaceState(history.state, "", `#${resumed.page}${encodeURIComponent(resumed.id)}`);
  }
  let shown: Route = resumed ?? { page: "/", id: "" };
  route((page, main) => {
    const lesson = outline.find((lesson) => lesson.page === page);
    if (lesson) keeper.attempt.visit(lesson.number);
    upgrade(main);
    shown = { page, id: shown.page === page ? shown.id : "" };
    keeper.move(locationOf(outline, shown));
    changed();
  });
  whenScrolled(() => {
    shown = { ...shown, id: currentSection() };
    keeper.move(locationOf(outline, shown));
  });

  setInterval(() => document.visibilityState === "visible" && keeper.flush(), TIME_MS);
  // Phones end pages that are out of sight without a word; this is the last that they say.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keeper.flush());
  addEventListener("pagehide", () => void keeper.end());
  // The browser has kept the page, and the session was ended: it needs another.
  addEventListener("pageshow", (event) => event.persisted && keeper.resume());

  async function leave(): Promise<void> {
    await keeper.end();
    location.assign(system!.exit!);
  }
}

async function beginScorm(): Promise<System | null> {
  const find = (): Api | null => findApi(window as unknown as Surroundings);
  const framed = window.parent !== window || window.opener !== null;
  for (const wait of framed ? [0, ...LATE_MS] : [0]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (find()) break;
  }
  return Scorm.begin(find);
}

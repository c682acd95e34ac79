/// The page's side of being kept for offline use: a quiet line in the footer says how
/// it stands, and a bar at the bottom offers an update. Nothing is applied, and on a
/// connection that saves data nothing is fetched, unless the reader says so.
import { h } from "../dom/dom.ts";
import type { News, Report, Request } from "./protocol.ts";
import { say } from "./say.ts";
import { after, during, type Keeping, offer, removal, sentence } from "./words.ts";

/// Registers the worker at `script` and shows in `footer` what comes of it. Where
/// service workers are missing or refused, the page stays as it is.
export async function offline(script: URL, footer: HTMLElement, saveData: boolean): Promise<void> {
  const container = serviceWorkers();
  if (!container) return;
  const line = new Line(footer);
  const known = await container.getRegistration(script).catch(() => undefined);
  if (saveData && !known) {
    line.show({ kind: "asking", bytes: await sizeOf(script) }, () => void begin(container, script, line, false));
    return;
  }
  await begin(container, script, line, saveData);
}

/** Undefined where it is refused: cookies are blocked, the page is not secure, or a host has put an idle register in place. */
async function register(container: ServiceWorkerContainer, script: URL): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await container.register(script, { scope: new URL("./", script).href });
  } catch {
    return undefined;
  }
}

async function begin(container: ServiceWorkerContainer, script: URL, line: Line, saveData: boolean): Promise<void> {
  let wanted: "pages" | "engines" | "everything" = saveData ? "pages" : "engines";
  let busy = false;
  const bar = new UpdateBar();
  container.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.kind === "progress" && !bar.shown) line.show(during(data));
    if (data.kind === "outdated") bar.missing = true;
    if (data.kind === "kept") void tell({ kind: "status" });
  });

  const registration = await register(container, script);
  if (!registration) return;

  const keep = async () => {
    if (busy) return;
    busy = true;
    const active = await activated(registration);
    const report: Report | null = active && (await ask(active, { kind: "keep", what: wanted }));
    busy = false;
    if (!report) return line.show({ kind: "failed", failure: "network" }, () => void keep());
    show(report);
    await offerUpdate();
  };

  const show = (report: Report) =>
    line.show(
      after(report),
      () => {
        if (!report.failure) wanted = wanted === "pages" ? "engines" : "everything";
        void keep();
      },
      () => {
        wanted = "engines";
        void tell({ kind: "free" });
      },
    );

  const tell = async (request: Request) => {
    const { active } = registration;
    const report = active && !busy && (await ask(active, request));
    if (report) show(report);
  };

  const offerUpdate = async () => {
    const worker = registration.waiting ?? registration.active;
    if (!worker || !(await ask(worker, { kind: "status" }))?.updateReady) return;
    bar.show(async () => {
      await ask(worker, { kind: "apply" });
      location.reload();
    });
  };

  const watch = () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) void offerUpdate();
    });
  };
  registration.addEventListener("updatefound", watch);
  watch(); // The browser may have found it before this script came.
  await keep();
}

/** Throws in some browsers where cookies are blocked; is missing where the page is not secure. */
function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/// The worker once it is active. Null if it could not be installed.
function activated({ active, waiting, installing }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve) => {
    const settle = () => {
      if (worker?.state === "activated") resolve(worker);
      else if (!worker || worker.state === "redundant") resolve(null);
      else return;
      worker?.removeEventListener("statechange", settle);
    };
    worker?.addEventListener("statechange", settle);
    settle();
  });
}

/// Null if the worker goes away before it answers.
function ask(worker: ServiceWorker, request: Request): Promise<Report | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const gone = () => {
      if (worker.state === "redundant") resolve(null);
    };
    worker.addEventListener("statechange", gone);
    port1.onmessage = ({ data }: MessageEvent<Report>) => {
      worker.removeEventListener("statechange", gone);
      port1.close();
      resolve(data);
    };
    worker.postMessage(request, [port2]);
  });
}

async function sizeOf(script: URL): Promise<number> {
  try {
    const { files } = (await (await fetch(new URL("offline.json", script))).json()) as { files: { bytes: number; when: string }[] };
    return files.reduce((sum, { bytes, when }) => (when === "later" ? sum : sum + bytes), 0);
  } catch {
    return 0;
  }
}

/** The line in the footer. Not a live region: it is no news to a reader. */
class Line {
  readonly #text = h("span", {});
  readonly #button = h("button", { type: "button", class: "quiet", hidden: true });
  readonly #removal = h("button", { type: "button", class: "quiet", hidden: true });
  #act: () => void = () => {};
  #remove: () => void = () => {};

  constructor(footer: HTMLElement) {
    this.#button.addEventListener("click", () => this.#act());
    this.#removal.addEventListener("click", () => this.#remove());
    footer.append(h("p", { class: "offline" }, this.#text, " ", this.#button, " ", this.#removal));
  }

  show(keeping: Keeping, act?: () => void, remove?: () => void): void {
    this.#text.textContent = sentence(keeping);
    label(this.#button, act ? offer(keeping) : null);
    label(this.#removal, remove ? removal(keeping) : null);
    this.#act = act ?? (() => {});
    this.#remove = remove ?? (() => {});
  }
}

function label(button: HTMLElement, text: string | null): void {
  button.hidden = text === null;
  button.textContent = text;
}

/** The offer of an update. It can be sent away, and comes back with the next page. */
class UpdateBar {
  missing = false;
  #root: HTMLElement | null = null;

  get shown(): boolean {
    return this.#root !== null;
  }

  show(apply: () => Promise<void>): void {
    if (this.#root) return;
    const update = h("button", { type: "button" }, say("update"));
    const later = h("button", { type: "button", class: "quiet" }, say("later"));
    const said = say(this.missing ? "missing" : "ready");
    // Empty when it enters the document, so that what it then says is announced.
    const words = h("p", { role: "status" });
    const root = (this.#root = h("div", { class: "update" }, words, update, later));
    document.body.append(root);
    words.textContent = said;
    update.addEventListener("click", () => {
      update.textContent = say("updating");
      void apply();
    });
    later.addEventListener("click", () => {
      root.remove();
      this.#root = null;
    });
  }
}

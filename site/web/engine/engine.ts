/// The engine as a page has it: shared by all its programs, loaded when it is first
/// wanted, with one instance kept warm for the next Run.

import { Checker } from "../checker/client.ts";
import type { Answer, Asks, Question } from "../checker/protocol.ts";
import { translate } from "../checker/translate.ts";
import { buildFor, buildNamed, type BuildName, type Manifest } from "./builds.ts";
import type { Engine, EngineChoice, EngineName, Run, RunRequest } from "./contract.ts";
import { fetchManifest, fetchModule, fetchPack, fetchText, type Progress } from "./download.ts";
import { DEFAULT_SEED, EngineRun, type Instances } from "./engine-run.ts";
import { Instance } from "./instance.ts";
import type { Decoder } from "./log/decoder.ts";
import { isTest, sourceFiles, splitFiles } from "./program.ts";
import { Toolchain, type Parts } from "./toolchain.ts";
import type { Translation } from "./translation.ts";

const KEPT_TRANSLATIONS = 32;

/** A download that may be under way, and who wants to know how far it is. */
interface Loading {
  module: Promise<WebAssembly.Module>;
  progress: Progress | undefined;
  listeners: Set<(progress: Progress) => void>;
}

export class PageEngine implements Engine, Instances, Parts, Asks {
  readonly toolchain = new Toolchain(this);
  #base: URL;
  #manifest: Promise<Manifest> | undefined;
  #loading = new Map<BuildName, Loading>();
  #checker = new Checker(() => this.load("checker", () => {}));
  /** The last programs' translations: most are run again as they are. */
  #translations = new Map<string, Promise<Translation>>();
  #documented: Promise<void> | undefined;
  #spare: Instance | undefined;
  #runs = 0;
  #generation = 0;

  constructor(base: URL) {
    this.#base = base;
  }

  run(request: RunRequest): Run {
    return new EngineRun(this, ++this.#runs, request);
  }

  warm(files: Record<string, string>, engine: EngineChoice = "auto"): void {
    this.#warm(splitFiles(files), engine).catch(() => {});
  }

  async #warm(files: Record<string, string>, engine: EngineChoice): Promise<void> {
    let exact = engine === "exact" || (engine === "auto" && isTest(files));
    if (!exact) {
      this.keepWarm(buildFor(files), DEFAULT_SEED);
      exact = (await this.translate(files)).kind === "refused" && engine === "auto";
    }
    // Once programs are being compiled here, the next one is too, while its author thinks.
    if (exact && this.toolchain.loaded && (await this.toolchain.missingBytes(files)) === 0) await this.toolchain.build(files, () => {});
  }

  /** For an editor: the checker that translates for this engine also says what is wrong, and more. */
  ask(question: Question): Promise<Answer> {
    return this.#checker.ask(question);
  }

  /** Has the checker know the documentation, which it is silent about until then. */
  document(): void {
    this.#documented ??= this.#sendDocs().catch(() => (this.#documented = undefined));
  }

  async #sendDocs(): Promise<void> {
    const { docs } = await this.manifest();
    await this.#checker.ask({ kind: "docs", text: await fetchText(this.#base, docs) });
  }

  async log(files: Record<string, string>, engine: EngineName): Promise<Decoder> {
    const [{ Decoder }, { Source }, { operations = [] }] = await Promise.all([
      import("./log/decoder.ts"),
      import("./log/source.ts"),
      this.#checker.ask({ kind: "operations", files }),
    ]);
    return new Decoder(new Source(sourceFiles(files), operations, engine === "instant"));
  }

  translate(files: Record<string, string>, log = false): Promise<Translation> {
    const key = JSON.stringify([files, log]);
    let translation = this.#translations.get(key);
    if (!translation) {
      translation = translate(this.#checker, files, log);
      this.#translations.set(key, translation);
      translation.catch(() => this.#translations.delete(key));
      if (this.#translations.size > KEPT_TRANSLATIONS) this.#translations.delete(this.#translations.keys().next().value!);
    }
    return translation;
  }

  dispose(): void {
    this.#generation++;
    this.#spare?.terminate();
    this.#spare = undefined;
    this.#checker.dispose();
    this.#loading.clear();
    this.#manifest = undefined;
    this.#documented = undefined;
    this.toolchain.dispose();
  }

  manifest(): Promise<Manifest> {
    const manifest = (this.#manifest ??= fetchManifest(this.#base));
    manifest.catch(() => {
      if (this.#manifest === manifest) this.#manifest = undefined;
    });
    return manifest;
  }

  async pack(name: BuildName, listener: (progress: Progress) => void): Promise<Uint8Array> {
    return fetchPack(this.#base, buildNamed(await this.manifest(), name), listener);
  }

  module(name: BuildName, listener: (progress: Progress) => void): Promise<WebAssembly.Module> {
    return this.load(name, listener);
  }

  /** A worker for a compiled program. It is the caller's to terminate. */
  takeFor(program: WebAssembly.Module, seed: number): Instance {
    return new Instance(null, seed, program, "program");
  }

  /** Has an instance ready for the next run of this build and seed. Failures wait for that run to meet them again. */
  keepWarm(build: BuildName, seed: number): void {
    const warm = () => this.#spare?.build === build && this.#spare.seed === seed && !this.#spare.failure;
    if (warm()) return;
    const generation = this.#generation;
    this.load(build, () => {})
      .then((module) => {
        // Of many who asked while the module was under way, the first has been served.
        if (generation !== this.#generation || warm()) return;
        this.#spare?.terminate();
        this.#spare = new Instance(build, seed, module);
      })
      .catch(() => {});
  }

  /** The warm instance, if it fits, or a new one. It is the caller's to terminate. */
  take(build: BuildName, seed: number, module: WebAssembly.Module): Instance {
    const spare = this.#spare;
    if (spare?.build !== build || spare.seed !== seed || spare.failure) return new Instance(build, seed, module);
    this.#spare = undefined;
    return spare;
  }

  /** The compiled build. Rejects with an EngineError; the next call tries again. */
  load(build: BuildName, listener: (progress: Progress) => void): Promise<WebAssembly.Module> {
    let loading = this.#loading.get(build);
    if (!loading) {
      loading = this.#startLoading(build);
      this.#loading.set(build, loading);
    }
    const { listeners, progress, module } = loading;
    listeners.add(listener);
    if (progress) listener(progress);
    return module.finally(() => listeners.delete(listener));
  }

  #startLoading(build: BuildName): Loading {
    const listeners = new Set<(progress: Progress) => void>();
    const module = this.manifest().then((manifest) =>
      fetchModule(this.#base, buildNamed(manifest, build), (progress) => {
        loading.progress = progress;
        for (const listener of listeners) listener(progress);
      }),
    );
    const loading: Loading = { module, progress: undefined, listeners };
    module.then(
      () => (loading.progress = undefined),
      () => {
        if (this.#loading.get(build) === loading) this.#loading.delete(build);
      },
    );
    return loading;
  }
}

const shared = new Map<string, PageEngine>();

/** The engine folder of the site that this script comes from. */
/** Beside the folder that this script came from; a script of one file has no such place. */
function here(): URL {
  return new URL("../engine/", import.meta.url);
}

/** The page's one engine for the site at `base`, the URL of its engine folder. */
export function sharedEngine(base: URL = here()): Engine {
  return pageEngine(base);
}

/** The page's one checker, for an editor: it is the engine's, and fetches its documentation now. */
export function sharedChecker(base: URL = here()): Asks {
  const engine = pageEngine(base);
  engine.document();
  return engine;
}

function pageEngine(base: URL): PageEngine {
  let engine = shared.get(base.href);
  if (!engine) shared.set(base.href, (engine = new PageEngine(base)));
  return engine;
}

/// The one script of embed.html: a program of the course in a frame, for pages that
/// allow no scripts of others.
import "../element/await-go.ts";
import { h } from "../dom/dom.ts";
import { announceHeight } from "./height.ts";
import { choose, type Embeddable, type EmbeddableProgram, type FrameRequest, isEmbeddable, readRequest } from "./request.ts";
import { say } from "./say.ts";

const frame = document.querySelector("#frame")!;
const request = readRequest(location.search);

const theme = request?.attributes["theme"];
if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;

announceHeight(document.body);
if (request) void open(request);
else tell(say("noLesson", { example: "embed.html?lesson=38&example=1" }), "./");

async function open(request: FrameRequest): Promise<void> {
  let response: Response;
  try {
    response = await fetch(new URL(`embed/${request.lesson}.json`, document.baseURI));
  } catch {
    return failed(request);
  }
  if (!response.ok && response.status !== 404) return failed(request);
  // Some hosts answer with a page of theirs where there is no file.
  const lesson: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (!isEmbeddable(lesson)) return tell(say("unknownLesson", { n: request.lesson }), "./");
  const program = choose(lesson, request);
  if (typeof program === "string") return tell(program, lesson.page);
  show(request, lesson, program);
}

function show({ attributes }: FrameRequest, lesson: Embeddable, program: EmbeddableProgram): void {
  const code = h("code", { class: "language-go" });
  // The site's own file, and a parser that runs nothing.
  code.append(...new DOMParser().parseFromString(program.html, "text/html").body.childNodes);
  const element = h("await-go", {
    ...attributes,
    lesson: String(lesson.lesson),
    // Frames of all lessons keep their edits under one path.
    name: `${lesson.lesson}/${program.name}`,
    ...(program.beside !== undefined && { beside: program.beside }),
  });
  element.append(h("pre", {}, code));
  const where = program.example ? `#example-${program.example}` : "";
  const credit = h("p", { class: "credit" }, out(lesson.page + where, say("lesson", { n: lesson.lesson, title: lesson.title })));
  credit.hidden = attributes["hide"]?.split(/\s+/).includes("credit") ?? false;
  frame.replaceChildren(element, credit);
  document.title = say("title", { title: lesson.title });
}

function failed(request: FrameRequest): void {
  tell(say("unreachable"), "./");
  const again = h("button", { type: "button" }, say("tryAgain"));
  again.addEventListener("click", () => void open(request));
  frame.append(h("p", { class: "note" }, again));
}

function tell(message: string, page: string): void {
  const note = h("p", { class: "note", role: "alert" }, `${message} `, out(page, say("openCourse")));
  frame.replaceChildren(note);
}

function out(href: string, text: string): HTMLAnchorElement {
  return h("a", { href, target: "_blank", rel: "noopener" }, text);
}

/// What a packed course scores: the questions and exercises of its lessons.

export interface Item {
  /** Its id in the page. */
  id: string;
  /** How many options a question has; 0 is an exercise. */
  options: number;
  /** The letters of a question's right options. */
  answer: readonly string[];
}

export interface Lesson {
  number: number;
  /** Which page of the document it is: `/38-asyncio/`. */
  page: string;
  items: readonly Item[];
}

/// In the order of the course.
export type Outline = readonly Lesson[];

/// Reads the pages of a packed document, those that are not shown as well.
export function readOutline(document: Document): Outline {
  const templates = [...document.querySelectorAll<HTMLTemplateElement>("template[data-lesson]")];
  const pages: [HTMLElement, ParentNode][] = templates.map((template) => [template, template.content]);
  if (pages.length === 0) {
    for (const main of document.querySelectorAll<HTMLElement>("main[data-lesson]")) pages.push([main, main]);
  }
  return pages.map(([{ dataset }, content]) => ({
    number: Number(dataset["lesson"]),
    page: dataset["page"] ?? "/",
    items: [...content.querySelectorAll<HTMLElement>("await-quiz .question, await-exercise")].map(readItem),
  }));
}

function readItem(element: HTMLElement): Item {
  return {
    id: element.id || (element.getAttribute("name") ?? ""),
    options: element.querySelectorAll(".option input").length,
    answer: (element.dataset["answer"] ?? "").split(/\s+/).filter(Boolean),
  };
}

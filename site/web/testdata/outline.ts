/// A course of as many lessons, each with as many questions of as many options.
import type { Outline } from "../lms/outline.ts";

export function outlineOf(lessons: number, questions = 8, options = 4): Outline {
  return Array.from({ length: lessons }, (_, at) => ({
    number: at + 1,
    page: `/${at + 1}-lesson/`,
    items: Array.from({ length: questions }, (_, question) => ({
      id: `quiz-${question + 1}`,
      options,
      answer: [String.fromCharCode(97 + (question % options))],
    })),
  }));
}

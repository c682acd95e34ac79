/// The answers to a quiz, and solved exercises, kept with the attempt.
import type { Solved } from "../exercise/solved.ts";
import type { Answers, Memory } from "../quiz/progress.ts";
import { isRight } from "../quiz/score.ts";
import type { Attempt } from "./attempt.ts";

/// `onChange` hears of what is new.
export function answersIn(attempt: Attempt, lesson: number, onChange: () => void): Memory {
  const questions = attempt.lesson(lesson)?.items.filter(({ options }) => options > 0) ?? [];
  return {
    load() {
      const states = attempt.states(lesson);
      const answers: Answers = {};
      attempt.lesson(lesson)?.items.forEach(({ id, options }, at) => {
        const { chosen, judged } = states[at]!;
        if (options > 0 && chosen.length > 0) answers[id] = { chosen: [...chosen], checked: judged };
      });
      return answers;
    },
    save(answers) {
      const news = questions.map(({ id, answer }) => {
        const { chosen = [], checked = false } = answers[id] ?? {};
        return attempt.set(lesson, id, chosen, checked, isRight(answer, chosen));
      });
      if (news.some(Boolean)) onChange();
    },
  };
}

export function solvedIn(attempt: Attempt, lesson: number, name: string, onChange: () => void): Solved {
  const at = attempt.lesson(lesson)?.items.findIndex(({ id }) => id === name) ?? -1;
  return {
    load: () => attempt.states(lesson)[at]?.earned ?? false,
    save() {
      if (attempt.set(lesson, name, [], true, true)) onChange();
    },
  };
}

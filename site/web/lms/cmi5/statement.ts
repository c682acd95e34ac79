/// The statements of cmi5.
import type { Agent, Context, Launch, LaunchData } from "./launch.ts";

export type Verb = "initialized" | "completed" | "passed" | "failed" | "terminated";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY_SCORE = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

export interface Statement {
  id: string;
  actor: Agent;
  verb: { id: string; display: Record<string, string> };
  object: { objectType: "Activity"; id: string };
  context: Context;
  result?: { completion?: true; success?: boolean; score?: { scaled: number; raw: number; min: 0; max: 100 }; duration?: string };
  timestamp: string;
}

export interface Occasion {
  launch: Launch;
  data: LaunchData;
  /** Of the session so far. */
  seconds: number;
  /** 0 to 100; null if there is none. */
  score: number | null;
  id: string;
  time: Date;
}

export function statement(verb: Verb, { launch, data, seconds, score, id, time }: Occasion): Statement {
  const judges = verb === "passed" || verb === "failed";
  const template = data.contextTemplate ?? {};
  const categories = [...(template.contextActivities?.["category"] ?? []), { id: CMI5 }];
  if (judges || verb === "completed") categories.push({ id: MOVE_ON });
  const context: Context = {
    ...template,
    registration: launch.registration,
    contextActivities: { ...template.contextActivities, category: unique(categories) },
  };
  if (judges && data.masteryScore !== undefined) context.extensions = { ...template.extensions, [MASTERY_SCORE]: data.masteryScore };
  const result: Statement["result"] = {};
  if (verb === "completed") result.completion = true;
  if (judges) result.success = verb === "passed";
  if (judges && score !== null) result.score = { scaled: score / 100, raw: score, min: 0, max: 100 };
  if (verb !== "initialized") result.duration = duration(seconds);
  return {
    id,
    actor: launch.actor,
    verb: { id: VERBS + verb, display: { en: verb } },
    object: { objectType: "Activity", id: launch.activityId },
    context,
    ...(Object.keys(result).length > 0 && { result }),
    timestamp: time.toISOString(),
  };
}

function unique(activities: { id: string }[]): { id: string }[] {
  return activities.filter(({ id }, at) => activities.findIndex((other) => other.id === id) === at);
}

/// As ISO 8601 has it, in seconds of two places at most.
export function duration(seconds: number): string {
  return `PT${Math.round(Math.max(0, seconds) * 100) / 100}S`;
}

/// What a learning system that speaks xAPI says in the address that it opens, as cmi5
/// has it: where statements go, where the permission to send them is to be had, and
/// whom and what they are about.

export interface Launch {
  /** Of the store; it ends in a slash. */
  endpoint: string;
  /** Gives an authorization, once. */
  fetch: string;
  /** An xAPI agent, as it stands in the address. */
  actor: Agent;
  registration: string;
  activityId: string;
}

export interface Agent {
  objectType?: string;
  account?: { homePage?: string; name?: string };
  mbox?: string;
  [key: string]: unknown;
}

/// Null: this is no such address.
export function readLaunch(search: string): Launch | null {
  const given = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = ["endpoint", "fetch", "registration", "activityId"].map((name) => given.get(name));
  const actor = readAgent(given.get("actor"));
  if (!endpoint || !fetch || !registration || !activityId || !actor || !isHttp(endpoint) || !isHttp(fetch)) return null;
  return { endpoint: endpoint.replace(/\/?$/, "/"), fetch, actor, registration, activityId };
}

function readAgent(text: string | null): Agent | null {
  try {
    const actor: unknown = JSON.parse(text ?? "");
    return typeof actor === "object" && actor !== null && !Array.isArray(actor) ? (actor as Agent) : null;
  } catch {
    return null;
  }
}

function isHttp(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

/// The document that the system has left for the course, as far as it is used.
export interface LaunchData {
  contextTemplate?: Context;
  launchMode?: "Normal" | "Browse" | "Review";
  /** 0 to 1. */
  masteryScore?: number;
  returnURL?: string;
}

export interface Context {
  registration?: string;
  contextActivities?: Record<string, { id: string }[]>;
  extensions?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The names of documents: the system's own, and the one in which the course keeps an attempt. */
export const LAUNCH_DATA = "LMS.LaunchData";
export const ATTEMPT = "awaitgo.attempt";
export const PREFERENCES = "cmi5LearnerPreferences";

/// A store of xAPI and the learning system that it belongs to, as strict as cmi5 has
/// it. It answers `fetch`, and a server in tests of browsers.
import type { Statement } from "../lms/cmi5/statement.ts";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const ALLOWED = ["initialized", "completed", "passed", "failed", "terminated"];

export interface Request {
  method: string;
  /** From the endpoint on; "token" is where permissions are given. */
  path: string;
  query: URLSearchParams;
  headers: { get(name: string): string | null };
  body: string;
}

export interface Answer {
  status: number;
  body: string;
}

export class FakeRecordStore {
  readonly statements: Statement[] = [];
  /** What was refused, and why. */
  readonly refusals: string[] = [];
  readonly documents: Record<string, string> = {};
  /** How many permissions were given. */
  permissions = 0;
  /** Nothing gets through to it. */
  away = false;
  /** It hears, and its answers are lost. */
  deaf = false;
  #session: string[] = [];
  #sessions = 1;

  constructor(data: Record<string, unknown> = {}) {
    this.documents["LMS.LaunchData"] = JSON.stringify({
      contextTemplate: {
        contextActivities: { grouping: [{ id: "https://lms.example/group" }] },
        extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1" },
      },
      launchMode: "Normal",
      moveOn: "CompletedOrPassed",
      masteryScore: 0.6,
      ...data,
    });
  }

  get verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.slice(VERBS.length));
  }

  /// The course is launched again, in the same registration.
  nextSession(): void {
    this.#session = [];
    this.#sessions++;
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    if (this.away) throw new TypeError("Failed to fetch");
    const { status, body } = this.answer({
      method: init.method ?? "GET",
      path: url.pathname.replace(/^\/(xapi\/)?/, ""),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? init.body : "",
    });
    if (this.deaf) throw new TypeError("Failed to fetch");
    return new Response(status === 204 ? null : body, { status });
  };

  answer({ method, path, query, headers, body }: Request): Answer {
    if (path === "token") return this.#permit(method);
    if (headers.get("authorization") !== `Basic token-${this.#sessions}` && headers.get("authorization") !== "Basic token-1") {
      return this.#refuse(401, `${method} ${path}: no permission`);
    }
    if (!headers.get("x-experience-api-version")?.startsWith("1.0.")) return this.#refuse(400, `${method} ${path}: no version`);
    if (method === "POST" && path === "statements") return this.#take(JSON.parse(body) as Statement[]);
    if (path === "agents/profile") return { status: 404, body: "" };
    if (path !== "activities/state") return this.#refuse(404, `${method} ${path}`);
    for (const name of ["activityId", "agent", "registration", "stateId"]) {
      if (!query.get(name)) return this.#refuse(400, `${method} ${path}: no ${name}`);
    }
    const name = query.get("stateId")!;
    if (method === "PUT") {
      this.documents[name] = body;
      return { status: 204, body: "" };
    }
    return name in this.documents ? { status: 200, body: this.documents[name]! } : { status: 404, body: "" };
  }

  #permit(method: string): Answer {
    if (method !== "POST") return this.#refuse(405, "a permission is given to POST");
    this.permissions++;
    return { status: 200, body: JSON.stringify({ "auth-token": `token-${this.permissions}` }) };
  }

  #take(statements: Statement[]): Answer {
    for (const statement of statements) {
      // One that is sent again is the same one.
      if (this.statements.some(({ id }) => id === statement.id)) continue;
      const why = this.#objection(statement);
      if (why) return this.#refuse(403, `${statement.verb.id}: ${why}`);
      this.statements.push(statement);
      this.#session.push(statement.verb.id.slice(VERBS.length));
    }
    return { status: 200, body: JSON.stringify(statements.map(({ id }) => id)) };
  }

  #objection({ id, verb, context, result, timestamp }: Statement): string | null {
    const name = verb.id.slice(VERBS.length);
    const categories = (context.contextActivities?.["category"] ?? []).map((it) => it.id);
    const judges = name === "passed" || name === "failed";
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return "its id is no UUID";
    if (!verb.id.startsWith(VERBS) || !ALLOWED.includes(name)) return "cmi5 has no such verb";
    if (name === "initialized" ? this.#session.length > 0 : this.#session[0] !== "initialized") return "initialized comes first, and once";
    if (this.#session.includes("terminated")) return "the session is terminated";
    if (this.#session.includes(name)) return "the session has it";
    if ((name === "passed" || name === "completed") && this.verbs.includes(name)) return "the registration has it";
    if (name === "failed" && this.verbs.includes("passed")) return "it was passed";
    if (judges && this.#session.some((it) => it === "passed" || it === "failed")) return "the session is judged";
    if (!context.registration) return "there is no registration";
    if (!context.extensions?.["https://w3id.org/xapi/cmi5/context/extensions/sessionid"]) return "the template is not in it";
    if (!categories.includes(`${CATEGORY}cmi5`)) return "the category is missing";
    if (categories.includes(`${CATEGORY}moveon`) !== (judges || name === "completed")) return "moveon is missing, or out of place";
    if (name !== "initialized" && !/^PT[\d.]+S$/.test(result?.duration ?? "")) return "there is no duration";
    if (judges && result?.success !== (name === "passed")) return "success is wrong";
    if (name === "completed" && result?.completion !== true) return "completion is wrong";
    if (Number.isNaN(Date.parse(timestamp))) return "there is no time";
    return null;
  }

  #refuse(status: number, why: string): Answer {
    this.refusals.push(why);
    return { status, body: why };
  }
}

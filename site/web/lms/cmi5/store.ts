/// The store of statements and documents of an xAPI system.
import type { Launch } from "./launch.ts";
import type { Statement } from "./statement.ts";

export type Fetch = typeof fetch;

export class RecordStore {
  readonly #launch: Launch;
  readonly #authorization: string;
  readonly #fetch: Fetch;

  constructor(launch: Launch, token: string, fetch: Fetch) {
    this.#launch = launch;
    this.#authorization = `Basic ${token}`;
    this.#fetch = fetch;
  }

  /// Rejects if the store could not take them. Those that it will not have, as it has
  /// them already or by rules of its own, it is not asked about again.
  async send(statements: readonly Statement[]): Promise<void> {
    if (statements.length === 0) return;
    const response = await this.#ask("POST", "statements", {}, JSON.stringify(statements), "application/json", [400, 403, 409, 412]);
    if (!response.ok) console.warn(`The learning system refused a statement: ${response.status}.`);
  }

  /// A document of this attempt; null if there is none.
  async state(name: string): Promise<string | null> {
    const response = await this.#ask("GET", "activities/state", this.#place(name), null, null, [404]);
    return response.status === 404 ? null : response.text();
  }

  async setState(name: string, text: string): Promise<void> {
    await this.#ask("PUT", "activities/state", this.#place(name), text, "text/plain");
  }

  /// What the system knows of the learner's wishes; null if nothing.
  async profile(name: string): Promise<string | null> {
    const query = { profileId: name, agent: JSON.stringify(this.#launch.actor) };
    const response = await this.#ask("GET", "agents/profile", query, null, null, [403, 404]);
    return response.ok ? response.text() : null;
  }

  #place(stateId: string): Record<string, string> {
    const { activityId, registration, actor } = this.#launch;
    return { activityId, registration, stateId, agent: JSON.stringify(actor) };
  }

  async #ask(
    method: string,
    path: string,
    query: Record<string, string>,
    body: string | null,
    type: string | null,
    good: readonly number[] = [],
  ): Promise<Response> {
    const url = new URL(path, this.#launch.endpoint);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await this.#fetch(url.href, {
      method,
      body,
      headers: {
        Authorization: this.#authorization,
        "X-Experience-API-Version": "1.0.3",
        ...(type && { "Content-Type": type }),
      },
      // The last of it may be sent by a page that is closed meanwhile.
      keepalive: body !== null && body.length < 60_000,
      credentials: "omit",
    });
    if (!response.ok && !good.includes(response.status)) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  }
}

/// `CacheStorage` for tests that run without a browser. `room` bounds what it holds.
export class MemoryCaches {
  readonly kept = new Map<string, Map<string, { bytes: Uint8Array<ArrayBuffer>; headers: [string, string][] }>>();
  room = Infinity;
  denied = false;

  async open(name: string): Promise<Cache> {
    this.#allow();
    let files = this.kept.get(name);
    if (!files) this.kept.set(name, (files = new Map()));
    return {
      match: async (url: string) => {
        this.#allow();
        const file = files.get(url);
        return file && new Response(file.bytes, { headers: file.headers });
      },
      put: async (url: string, response: Response) => {
        this.#allow();
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (this.bytes + bytes.length > this.room) throw new DOMException("full", "QuotaExceededError");
        files.set(url, { bytes, headers: [...response.headers] });
      },
      delete: async (url: string) => files.delete(url),
    } as unknown as Cache;
  }

  async has(name: string): Promise<boolean> {
    this.#allow();
    return this.kept.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.kept.delete(name);
  }

  async keys(): Promise<string[]> {
    this.#allow();
    return [...this.kept.keys()];
  }

  get bytes(): number {
    return [...this.kept.values()].flatMap((files) => [...files.values()]).reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  #allow(): void {
    if (this.denied) throw new DOMException("denied", "SecurityError");
  }
}

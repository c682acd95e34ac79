/// What a page and the service worker say to each other.

/** From a page. Each comes with a port, and is answered on it by a `Report`. */
export type Request =
  /** Make complete what is kept; with the engines that the course's programs use, or everything. */
  | { kind: "keep"; what: "pages" | "engines" | "everything" }
  /** The reader wants the version that is ready. */
  | { kind: "apply" }
  /** The reader wants the room back that the larger engines take. They come again when a program needs them. */
  | { kind: "free" }
  | { kind: "status" };

export interface Report {
  /** A version is kept whole that is not the one that pages are served from. */
  updateReady: boolean;
  /** Bytes that are not kept: of what the course's programs use, and of all there is. */
  missingBytes: number;
  missingBytesOfAll: number;
  /** What is kept beyond what the course's programs use. */
  largerBytes: number;
  failure: Failure | null;
}

/** To every page, while files arrive. */
export type News =
  | { kind: "progress"; loadedBytes: number; totalBytes: number }
  /** A file that a page used for the first time is kept now. */
  | { kind: "kept" }
  /** A page asked for a file that the site no longer has: only an update helps. */
  | { kind: "outdated" };

export type Failure =
  /** No room, or none for us. */
  | "full"
  /** The network, or the site is in the middle of being published. */
  | "network";

/// Where a learning system leaves its SCORM 1.2 interface: an object `API` in one of
/// the windows around the course, or in one around the window that opened it.

/// The interface as the standard has it: texts in, texts out.
export interface Api {
  LMSInitialize(parameter: ""): unknown;
  LMSFinish(parameter: ""): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ""): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
  LMSGetDiagnostic(code: string): unknown;
}

/// What is asked of a window.
export interface Surroundings {
  readonly parent: Surroundings;
  readonly opener?: Surroundings | null;
  readonly closed?: boolean;
}

/** So many windows up the standard says to look. */
const PARENTS = 7;

/// Null: the course is on its own.
export function findApi(self: Surroundings): Api | null {
  const windows = lineage(self);
  for (const window of windows) {
    const api = apiOf(window);
    if (api) return api;
  }
  // A course in a frame of a window that was opened: that window's opener counts.
  for (const window of windows) {
    const opener = openerOf(window);
    const api = opener && lineage(opener).map(apiOf).find(Boolean);
    if (api) return api;
  }
  return null;
}

/// A window and those around it, up to seven.
function lineage(self: Surroundings): Surroundings[] {
  const windows = [self];
  while (windows.length <= PARENTS) {
    const window = windows.at(-1)!;
    const parent = attempt(() => window.parent);
    if (!parent || parent === window) break;
    windows.push(parent);
  }
  return windows;
}

/// A window of another origin throws when it is asked. Above it there may be one that doesn't.
function apiOf(window: Surroundings): Api | null {
  return attempt(() => {
    if (window.closed) return null;
    const { API } = window as Surroundings & { API?: Partial<Api> };
    // Some are objects of a plug-in, of which typeof says nothing.
    return API?.LMSInitialize && API.LMSSetValue ? (API as Api) : null;
  });
}

function openerOf(window: Surroundings): Surroundings | null {
  return attempt(() => window.opener ?? null);
}

function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { StrictScorm } from "../../testdata/scorm12.ts";
import { findApi, type Surroundings } from "./find.ts";

const { api } = new StrictScorm();

type Window = Surroundings & { API?: unknown };

/** Windows one in the other, the outermost first; returns the innermost. */
function nested(...windows: Partial<Window>[]): Surroundings {
  return windows.reduce<Surroundings | null>((parent, own) => {
    const window = Object.defineProperties({}, Object.getOwnPropertyDescriptors(own)) as { parent: unknown };
    window.parent = parent ?? window;
    return window as Surroundings;
  }, null)!;
}

const none = {};
/** A window of another origin: it has a parent, and throws whatever else is asked. */
const foreign = {
  get API(): never {
    throw new DOMException("Blocked a frame from accessing a cross-origin frame.", "SecurityError");
  },
  get opener(): never {
    throw new DOMException("Blocked a frame from accessing a cross-origin frame.", "SecurityError");
  },
};

for (const [what, self, found] of [
  ["in its own window", nested({ API: api }), true],
  ["in the parent", nested({ API: api }, none), true],
  ["seven windows up", nested({ API: api }, ...Array(7).fill(none)), true],
  ["eight windows up", nested({ API: api }, ...Array(8).fill(none)), false],
  ["above a window of another origin", nested({ API: api }, foreign, none), true],
  ["nowhere, beside windows of another origin", nested(foreign, foreign, none), false],
  ["in the opener", nested({ opener: nested({ API: api }) }), true],
  ["around the opener", nested({ opener: nested({ API: api }, none, none) }), true],
  ["in the opener of the window around", nested({ opener: nested({ API: api }) }, none), true],
  ["in an opener of another origin", nested({ opener: nested(foreign) }), false],
  ["in an opener that was closed", nested({ opener: nested({ API: api, closed: true }) }), false],
  ["nowhere", nested(none), false],
  ["under a name that something else has", nested({ API: { version: 2 } }), false],
  ["under a name that a frame has", nested({ API: foreign }, none), false],
] as const) {
  test(`an interface ${what} is ${found ? "found" : "none"}`, () => {
    assert.equal(findApi(self), found ? api : null);
  });
}

test("the nearest one counts", () => {
  const other = new StrictScorm().api;
  assert.equal(findApi(nested({ API: other }, { API: api }, none)), api);
});

/// Takes pictures of the timelines of six programs, to be looked at: on a desktop and a
/// phone, light and dark.
///
///     cd site && OUT=/tmp/pictures node --import tsx e2e/timeline-pictures.ts
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { launchChromium } from "./browser.ts";
import { show, timelinePage } from "./timeline.ts";

const LOGS = join(import.meta.dirname, "../web/timeline/testdata");
const PROGRAMS = ["pipeline", "fan_in", "pool_100", "mutex_contention", "deadlock_lock_order", "context_tree"];

const out = process.env.OUT;
if (!out) throw new Error("OUT is the folder that the pictures go to");
mkdirSync(out, { recursive: true });

const browser = await launchChromium();
try {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [device, width] of [["desktop", 1200], ["phone", 360]] as const) {
      const page = await timelinePage(browser, { colorScheme, viewport: { width, height: 800 }, deviceScaleFactor: 2 });
      for (const name of PROGRAMS) {
        await show(page, { saved: readFileSync(join(LOGS, `${name}.jsonl`), "utf8") });
        await page.locator(".host").screenshot({ path: join(out, `${name}-${device}-${colorScheme}.png`) });
      }
      await page.context().close();
    }
  }
} finally {
  await browser.close();
}

/// The browsers that the tests drive: a Chromium and a Firefox that are on the machine.

import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const FIREFOXES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

export function findChromium(): string {
  const path = [process.env.CHROMIUM, ...CHROMIUMS].find((place) => place && existsSync(place));
  if (!path) throw new Error("no Chromium found: install it (make chromium does, with apt) or set CHROMIUM to its path");
  return path;
}

export function findFirefox(): string {
  const path = [process.env.FIREFOX, ...FIREFOXES].find((place) => place && existsSync(place));
  if (!path) throw new Error("no Firefox found: install it (make firefox does, with apt) or set FIREFOX to its path");
  return path;
}

export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
}

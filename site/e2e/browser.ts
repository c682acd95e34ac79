/// The browsers that the tests drive: a Chromium and a Firefox that are on the machine.

import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import puppeteer, { type Browser as Firefox } from "puppeteer-core";

const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const FIREFOXES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

export function findChromium(): string {
  return find("Chromium", "CHROMIUM", CHROMIUMS);
}

export function findFirefox(): string {
  return find("Firefox", "FIREFOX", FIREFOXES);
}

function find(name: string, variable: string, places: readonly string[]): string {
  const path = [process.env[variable], ...places].find((place) => place && existsSync(place));
  if (!path) throw new Error(`no ${name} found: install it (make ${name.toLowerCase()} does, with apt) or set ${variable} to its path`);
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

/** Debian's Firefox is driven by the protocol that browsers have in common; playwright has only that of its own build. */
export function launchFirefox(preferences: Record<string, unknown> = {}): Promise<Firefox> {
  return puppeteer.launch({ browser: "firefox", executablePath: findFirefox(), extraPrefsFirefox: preferences });
}

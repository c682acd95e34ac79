/// The one script of a page of the course. The page is complete without it.
import { searchButton } from "../search/button.ts";
import { Store } from "../store/store.ts";
import { contents } from "./contents.ts";
import { themeToggle } from "./theme.ts";
import { upgrade } from "./upgrade.ts";

upgrade(document);

const nav = document.querySelector<HTMLElement>(".contents");
if (nav) contents(nav);

const search = document.querySelector<HTMLButtonElement>(".search-button");
if (search) searchButton(search);

const toggle = document.querySelector<HTMLButtonElement>(".theme-toggle");
if (toggle) themeToggle(toggle, new Store());

// Last, and not at once: what the reader came for goes first.
const footer = document.querySelector<HTMLElement>(".site-footer");
if (footer && document.querySelector("link[rel=manifest]") && location.protocol.startsWith("http")) {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  const script = new URL("../sw.js", import.meta.url);
  const begin = () =>
    void import("../offline/offline.ts").then(
      ({ offline }) => offline(script, footer, connection?.saveData === true),
      () => {}, // Offline already, and without a worker.
    );
  addEventListener("load", () => setTimeout(begin, 2000));
}

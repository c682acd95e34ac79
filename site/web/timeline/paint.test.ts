import assert from "node:assert/strict";
import { test } from "node:test";
import type { Looks, Palette } from "./looks.ts";
import { paint } from "./paint.ts";
import { Scene, Section, View } from "./scene.ts";
import { SVGPen } from "./svg-pen.ts";
import { contextTree, contention, crowd, fan, lockOrder, pool } from "./testdata/programs.ts";
import { type SavedLog, simulate } from "./testdata/simulate.ts";
import { Tracks } from "./tracks.ts";

// Every colour is its own name, so that a shape tells what it is.
const palette = new Proxy({}, { get: (_, name) => String(name) }) as Palette;
const looks: Looks = { palette, faces: { sans: "sans-serif", mono: "monospace" } };

function sceneOf(...logs: SavedLog[]): Scene {
  return new Scene(
    logs.map(({ events }, i) => {
      const tracks = new Tracks();
      tracks.append(events);
      return new Section(tracks, logs.length > 1 ? `log ${i + 1}` : "");
    }),
  );
}

function viewOf(scene: Scene, width = 800, height = 460): View {
  const view = Object.assign(new View(), { width, height });
  view.fit(scene.axis);
  return view;
}

function draw(scene: Scene, view = viewOf(scene), step = Infinity): { svg: string; count: number } {
  const pen = new SVGPen(looks.faces, (text, { size }) => text.length * size * 0.6);
  paint(pen, scene, view, looks, { step, hover: null, lane: null });
  return { svg: pen.toString(view.width, view.height, "test"), count: pen.count };
}

function count(svg: string, part: string): number {
  return svg.split(part).length - 1;
}

test("names, waits in Go's words, values and times are in the picture", () => {
  const { svg } = draw(sceneOf(fan()), viewOf(sceneOf(fan()), 1600));
  for (const text of ["worker 3", "func:28", "&lt;-results", "jobs &lt;-", "wg.Wait", "Sleep 160 ms", "&quot;job 1 done&quot;", "220 ms"]) {
    assert.ok(svg.includes(`>${text}<`), text);
  }
});

test("who waits for ever is drawn apart, to the edge", () => {
  const { svg } = draw(sceneOf(lockOrder()));
  assert.ok(count(svg, 'stroke="bad"') >= 3, "three wait for ever");
  assert.equal(count(svg, 'stroke="waiting"'), 0);
  assert.ok(svg.includes(">b.mu.Lock<"));
});

test("locks that are held and contexts that are cancelled are in the picture", () => {
  assert.ok(count(draw(sceneOf(contention())).svg, ">mu<") > 0);
  const tree = draw(sceneOf(contextTree())).svg;
  assert.ok(count(tree, 'stroke="bad"') >= 4, "a deadline, crosses and arrows");
});

test("what comes after the step is pale", () => {
  const veil = 'fill="paper" opacity="0.62"';
  assert.equal(count(draw(sceneOf(fan()), undefined, 20).svg, veil), 1);
  assert.equal(count(draw(sceneOf(fan())).svg, veil), 0);
});

test("a second log is drawn below, on the same axis", () => {
  const { svg } = draw(sceneOf(fan(), contention()));
  assert.ok(svg.includes(">log 1<") && svg.includes(">log 2<") && svg.includes(">deposit 4<"));
});

test("the work is bounded at 100,000 events and 10,000 goroutines, folded or not, at every zoom", () => {
  const scene = sceneOf(crowd(10_000, 3));
  const section = scene.sections[0]!;
  assert.ok(section.tracks.events.length > 100_000);
  assert.equal(section.rows.length, 2, "folded");
  const view = viewOf(scene, 1200, 460);
  const most = (what: string) => {
    for (let zoom = 0; zoom < 14; zoom++) {
      const { count } = draw(scene, view);
      assert.ok(count <= 4000, `${what}, zoomed ${zoom} times: ${count} shapes`);
      view.zoom(scene.axis, 2.2, 700);
    }
    view.fit(scene.axis);
  };
  most("folded");
  section.toggle(section.rows[1]!.group!);
  assert.equal(section.rows.length, 10_001);
  view.top = 150_000;
  most("unfolded");
});

test("a busy lane costs as many shapes as it has pixels, not as it has events", () => {
  const scene = sceneOf(
    simulate(function* (main) {
      const c = main.make("c", 0, 1);
      main.go("other", function* (g) {
        for (let i = 0; i < 20_000; i++) yield* g.receive(c, 2);
      }, 3);
      for (let i = 0; i < 20_000; i++) {
        yield* main.send(c, i, 4);
        main.print("x", 5);
      }
    }),
  );
  const { count } = draw(scene);
  assert.ok(count < 5 * 800, `${count} shapes`);
});

test("pan and zoom stay within the run, and a zoom keeps what is under the pointer", () => {
  const scene = sceneOf(pool(100, 50));
  const view = viewOf(scene);
  const at = view.at(500);
  view.zoom(scene.axis, 3, 500);
  assert.ok(Math.abs(view.at(500) - at) < 1e-6);
  view.pan(scene.axis, -1e6);
  assert.equal(view.from, 0);
  view.pan(scene.axis, 1e6);
  assert.ok(Math.abs(view.from + view.span / view.scale - scene.axis.width) < 1e-6);
  view.zoom(scene.axis, 1e-9, 500);
  assert.ok(view.isFit(scene.axis));
});

test("a program's text can't break out of the SVG", () => {
  const log = simulate(function* (main) {
    const c = main.make('<b>&"', 0, 1);
    yield* main.receive(c, 2);
  });
  const { svg } = draw(sceneOf(log), viewOf(sceneOf(log), 2000));
  assert.ok(!svg.includes("<b>"));
  assert.ok(svg.includes(">&lt;-&lt;b&gt;&amp;&quot;<"));
});

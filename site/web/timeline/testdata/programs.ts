/// Programs of the kinds that courses show, for tests and pictures. Lines are those of
/// the Go that each stands for.
import { type Context, MS, type SavedLog, simulate } from "./simulate.ts";

/// Three stages, each handing on to the next.
export const pipeline = (): SavedLog =>
  simulate(function* (main) {
    const numbers = main.make("numbers", 0, 24);
    const squares = main.make("squares", 0, 25);
    main.go("generate", function* (g) {
      for (let i = 1; i <= 4; i++) yield* g.send(numbers, i, 10);
      g.close(numbers, 12);
    }, 26);
    main.go("square", function* (g) {
      for (;;) {
        const { value, ok } = yield* g.receive(numbers, 16);
        if (!ok) break;
        yield* g.sleep(100 * MS, 17);
        yield* g.send(squares, Number(value) ** 2, 18);
      }
      g.close(squares, 20);
    }, 27);
    for (;;) {
      const { value, ok } = yield* main.receive(squares, 28);
      if (!ok) break;
      main.print(value, 29);
    }
  });

/// One source, three workers, one sink.
export const fan = (): SavedLog =>
  simulate(function* (main) {
    const jobs = main.make("jobs", 0, 20);
    const results = main.make("results", 0, 21);
    const wg = main.group("wg", 22);
    for (let w = 1; w <= 3; w++) {
      main.add(wg, 1, 24);
      main.go("worker", function* (g) {
        for (;;) {
          const { value, ok } = yield* g.receive(jobs, 11);
          if (!ok) break;
          yield* g.sleep((100 + 60 * w) * MS, 12);
          yield* g.send(results, `job ${value} done`, 13);
        }
        g.add(wg, -1, 15);
      }, 25);
    }
    main.go("main.func1", function* (g) {
      for (let j = 1; j <= 6; j++) yield* g.send(jobs, j, 29);
      g.close(jobs, 31);
    }, 28);
    main.go("main.func2", function* (g) {
      yield* g.wait(wg, 33);
      g.close(results, 34);
    }, 32);
    for (;;) {
      const { value, ok } = yield* main.receive(results, 36);
      if (!ok) break;
      main.print(JSON.parse(value), 37);
    }
  });

/// `size` workers share `jobs` jobs, by a buffered channel.
export const pool = (size = 100, jobs = 300): SavedLog =>
  simulate(function* (main) {
    const queue = main.make("jobs", 10, 18);
    const results = main.make("results", size, 19);
    const wg = main.group("wg", 20);
    for (let w = 1; w <= size; w++) {
      main.add(wg, 1, 22);
      main.go("worker", function* (g) {
        for (;;) {
          const { value, ok } = yield* g.receive(queue, 11);
          if (!ok) break;
          yield* g.sleep((20 + ((Number(value) * 37) % 90)) * MS, 12);
          yield* g.send(results, value, 13);
        }
        g.add(wg, -1, 15);
      }, 23);
    }
    main.go("main.func1", function* (g) {
      for (let j = 1; j <= jobs; j++) yield* g.send(queue, j, 27);
      g.close(queue, 29);
      yield* g.wait(wg, 30);
      g.close(results, 31);
    }, 26);
    let sum = 0;
    for (;;) {
      const { value, ok } = yield* main.receive(results, 33);
      if (!ok) break;
      sum += Number(JSON.parse(value));
    }
    main.print(`sum ${sum}`, 35);
  });

/// Four goroutines that want one mutex.
export const contention = (): SavedLog =>
  simulate(function* (main) {
    const mu = main.mutex("mu", 10);
    const wg = main.group("wg", 11);
    for (let i = 1; i <= 4; i++) {
      main.add(wg, 1, 13);
      main.go("deposit", function* (g) {
        for (let n = 0; n < 2; n++) {
          yield* g.lock(mu, 20);
          yield* g.sleep(50 * MS, 21);
          g.unlock(mu, 22);
          yield* g.sleep(30 * i * MS, 24);
        }
        g.add(wg, -1, 25);
      }, 14);
    }
    yield* main.wait(wg, 16);
    main.print("balance 800", 17);
  });

/// Two goroutines take two locks in opposite orders.
export const lockOrder = (): SavedLog =>
  simulate(function* (main) {
    const from = main.mutex("a.mu", 8);
    const to = main.mutex("b.mu", 9);
    const wg = main.group("wg", 10);
    for (const [first, second, line] of [[from, to, 13], [to, from, 14]] as const) {
      main.add(wg, 1, line);
      main.go("transfer", function* (g) {
        yield* g.lock(first, 20);
        yield* g.sleep(10 * MS, 21);
        yield* g.lock(second, 22);
        g.unlock(second, 24);
        g.unlock(first, 25);
        g.add(wg, -1, 26);
      }, line);
    }
    yield* main.wait(wg, 15);
  });

/// A tree of contexts; the root's deadline cancels all of it.
export const contextTree = (): SavedLog =>
  simulate(function* (main) {
    const root = main.context("ctx", 30, undefined, 250 * MS);
    const wg = main.group("wg", 32);
    const start = (parent: Context, name: string, line: number, depth: number) => {
      main.add(wg, 1, line);
      main.go(name, function* (g) {
        const own = g.context("child", 12, parent);
        if (depth > 0) {
          for (let i = 0; i < 2; i++) {
            g.add(wg, 1, 14);
            g.go("fetch", function* (leaf) {
              const ticks = leaf.make("reply", 1, 18);
              if (i === 0) {
                yield* leaf.sleep(80 * MS, 19);
                leaf.print("reply in time", 20);
              } else {
                yield* leaf.select([{ receive: ticks }, { done: own }], 22);
                leaf.print("fetch: context deadline exceeded", 23);
              }
              leaf.add(wg, -1, 25);
            }, 15);
          }
        }
        yield* g.select([{ done: own }], 27);
        g.add(wg, -1, 28);
      }, line);
    };
    start(root, "search", 33, 1);
    start(root, "prices", 34, 1);
    yield* main.wait(wg, 36);
    main.print("done: context deadline exceeded", 37);
  });

/// `goroutines` that all do the same few things: about `goroutines` × (6 + 4 × `rounds`) events.
export const crowd = (goroutines: number, rounds: number): SavedLog =>
  simulate(function* (main) {
    const results = main.make("results", 0, 10);
    const wg = main.group("wg", 11);
    main.add(wg, goroutines, 12);
    for (let i = 0; i < goroutines; i++) {
      main.go("worker", function* (g) {
        for (let n = 0; n < rounds; n++) yield* g.sleep((1 + ((i * 7 + n) % 50)) * MS, 20);
        yield* g.send(results, i, 21);
        g.add(wg, -1, 22);
      }, 13);
    }
    for (let i = 0; i < goroutines; i++) yield* main.receive(results, 15);
    yield* main.wait(wg, 17);
  });

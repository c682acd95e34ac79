/// How many of a folded group do what, over time: what its row shows.
import type { Tracks } from "./tracks.ts";

export interface Census {
  /** Indexes of the events at which something changed. */
  readonly at: Int32Array;
  /** From that event on. */
  readonly going: Int32Array;
  readonly waiting: Int32Array;
  readonly sleeping: Int32Array;
  readonly size: number;
}

export function census({ tracks }: Tracks, members: readonly number[]): Census {
  // Goings, waitings and sleepings that an event adds or takes.
  const changes = new Map<number, [number, number, number]>();
  const change = (at: number, going: number, waiting: number, sleeping: number) => {
    const sum = changes.get(at);
    if (!sum) changes.set(at, [going, waiting, sleeping]);
    else {
      sum[0] += going;
      sum[1] += waiting;
      sum[2] += sleeping;
    }
  };
  for (const g of members) {
    const track = tracks[g - 1]!;
    change(track.start, 1, 0, 0);
    if (track.end >= 0) change(track.end, -1, 0, 0);
    for (const { reason, from, to } of track.waits) {
      const sleeps = reason === "sleep" ? 1 : 0;
      change(from, -1, 1 - sleeps, sleeps);
      if (to >= 0) change(to, 1, sleeps - 1, -sleeps);
    }
  }
  const at = Int32Array.from(changes.keys()).sort();
  const [going, waiting, sleeping] = [new Int32Array(at.length), new Int32Array(at.length), new Int32Array(at.length)];
  const now: [number, number, number] = [0, 0, 0];
  for (const [i, index] of at.entries()) {
    const [g, w, s] = changes.get(index)!;
    going[i] = now[0] += g;
    waiting[i] = now[1] += w;
    sleeping[i] = now[2] += s;
  }
  return { at, going, waiting, sleeping, size: members.length };
}

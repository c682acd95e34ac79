/// Which lanes there are: one a goroutine, below the one that started it. Many that run
/// the same function, started at the same line, fold into one row.
import type { Track } from "./tracks.ts";

export type Row =
  | { readonly kind: "lane"; readonly g: number; readonly depth: number; /** Of an unfolded group, its first: what folds it again. */ readonly group?: string }
  | { readonly kind: "fold"; readonly group: string; readonly depth: number; readonly members: readonly number[] };

/// More than so many of a kind fold.
export const FOLD_ABOVE = 8;

interface Group {
  readonly key: string;
  readonly members: number[];
  readonly children: Map<string, Group>;
}

/// `unfolded` holds the keys of groups that someone has opened, `folded` those that
/// someone has closed.
export function rowsOf(tracks: readonly Track[], unfolded: ReadonlySet<string>, folded: ReadonlySet<string> = new Set()): Row[] {
  const root: Group = { key: "", members: [], children: new Map() };
  const groupOf: Group[] = [];
  for (const track of tracks) {
    const above = groupOf[track.parent - 1] ?? root;
    const own = `${track.name}:${track.line ?? 0}`;
    // One that starts its own kind at the same line, and so on, is a chain of equals.
    const group = above.key.endsWith(`/${own}`) ? above : childOf(above, own);
    group.members.push(track.g);
    groupOf.push(group);
  }

  const isFolded = ({ key, members }: Group) => members.length > 1 && !unfolded.has(key) && (members.length > FOLD_ABOVE || folded.has(key));
  const childrenOf = new Map<number, number[]>();
  for (const { g, parent } of tracks) {
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(g);
    else childrenOf.set(parent, [g]);
  }

  const rows: Row[] = [];
  const done = new Set<Group>();
  const chained = (g: number) => groupOf[g - 1] === groupOf[tracks[g - 1]!.parent - 1];
  // By hand, not by recursion: a chain of 10,000 is as deep as it is long.
  const stack: { g: number; depth: number }[] = (childrenOf.get(0) ?? []).map((g) => ({ g, depth: 0 })).reverse();
  const foldRow = (group: Group, depth: number) => {
    if (done.has(group)) return;
    done.add(group);
    rows.push({ kind: "fold", group: group.key, depth, members: group.members });
    for (const child of group.children.values()) {
      if (isFolded(child) || child.members.length > 1) foldRow(child, depth + 1);
      else for (const g of child.members) stack.push({ g, depth: depth + 1 });
    }
  };
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { g, depth } = next;
    const group = groupOf[g - 1]!;
    if (isFolded(group)) {
      foldRow(group, depth);
      continue;
    }
    const canFold = group.members.length > FOLD_ABOVE && group.members[0] === g;
    rows.push({ kind: "lane", g, depth, ...(canFold ? { group: group.key } : {}) });
    const children = childrenOf.get(g) ?? [];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]!;
      stack.push({ g: child, depth: chained(child) ? depth : depth + 1 });
    }
  }
  return rows;
}

function childOf(group: Group, own: string): Group {
  let child = group.children.get(own);
  if (!child) {
    child = { key: `${group.key}/${own}`, members: [], children: new Map() };
    group.children.set(own, child);
  }
  return child;
}

/// Virtual times as a person reads them, exact where it matters: `0 s`, `250 µs`,
/// `80 ms`, `1.25 s`, `1 min 30 s`, `24 h 0 min`.
export function span(ns: number): string {
  const us = ns / 1000;
  if (us < 0.5) return "0 s";
  if (us < 999.5) return `${Math.round(us)} µs`;
  const ms = us / 1000;
  if (ms < 10) return `${short(ms)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const s = ms / 1000;
  if (s < 59.95) return `${short(s)} s`;
  const whole = Math.round(s);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(s / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function short(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, "");
}

import { say } from "../language/say.ts";
import { number } from "../language/speaker.ts";

/// Times as a person reads them: `350 ms`, `2.0 s`, `1 min 30 s`, `24 h 0 min`.
export function duration(ms: number): string {
  if (ms < 0.5) return say("seconds", { seconds: 0 });
  if (ms < 999.5) return say("milliseconds", { n: Math.round(ms) });
  const seconds = ms / 1000;
  if (seconds < 59.95) return say("seconds", { seconds: number(seconds, 1) });
  const whole = Math.round(seconds);
  if (whole < 3600) return say("minutes", { minutes: Math.floor(whole / 60), seconds: whole % 60 });
  const minutes = Math.round(seconds / 60);
  return say("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

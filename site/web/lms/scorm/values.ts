/// The standard's types, as far as a course writes them.

/** Of `cmi.suspend_data` and `cmi.core.lesson_location`. */
export const SUSPEND_LIMIT = 4096;
export const LOCATION_LIMIT = 255;

/// A duration as the standard writes it: 0000:00:00.00, of at most 9999 hours.
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360000 + 359999);
  const part = (value: number, width: number) => String(Math.floor(value)).padStart(width, "0");
  return `${part(hundredths / 360000, 4)}:${part((hundredths / 6000) % 60, 2)}:${part((hundredths / 100) % 60, 2)}.${part(hundredths % 100, 2)}`;
}

/// A score that a system has kept; null for none, or for none that can be one.
export function readScore(text: string): number | null {
  const score = Number(text);
  return text.trim() !== "" && score >= 0 && score <= 100 ? score : null;
}

/// Sizes as a person reads them, in decimal units as download managers show them.
export function bytes(count: number): string {
  if (count < 1000) return `${count} bytes`;
  const [value, unit] = count < 999_500 ? [count / 1000, "kB"] : [count / 1e6, "MB"];
  return `${round(value)} ${unit}`;
}

/// `1.2 of 3.1 MB`: progress in the unit of the whole.
export function progress(loaded: number, total: number | undefined): string {
  if (total === undefined) return bytes(loaded);
  const unit = total < 999_500 ? 1000 : 1e6;
  return `${round(Math.min(loaded, total) / unit)} of ${round(total / unit)} ${unit === 1000 ? "kB" : "MB"}`;
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

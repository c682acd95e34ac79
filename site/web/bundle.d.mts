import type { BuildOptions, Plugin } from "esbuild";

export const shadowCSS: Plugin;
export const workerText: Plugin;
export const messages: Plugin;
export function options(outdir: string): BuildOptions;

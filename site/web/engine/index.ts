export * from "./contract.ts";
export { sharedEngine } from "./engine.ts";

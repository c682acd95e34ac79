export * from "./contract.ts";
export { sharedChecker, sharedEngine } from "./engine.ts";

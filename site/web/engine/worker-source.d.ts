/** A module compiled and bundled into one script, as text: see bundle.mjs. */
declare module "worker:*" {
  const source: string;
  export default source;
}

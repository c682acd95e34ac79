/// Vouches for the URLs of our own workers, on pages that want that of every script
/// (`require-trusted-types-for 'script'`). Such a page's policy must name `awaitgo`.

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

// Undefined until it was asked for, null where it can't be had.
let policy: ReturnType<TrustedTypes["createPolicy"]> | null | undefined;

export function trusted(url: string): string {
  if (policy === undefined) {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    try {
      policy = trustedTypes?.createPolicy("awaitgo", { createScriptURL: (url) => url }) ?? null;
    } catch {
      // The page doesn't allow it. Unless it insists on vouching, it goes without.
      policy = null;
    }
  }
  return policy?.createScriptURL(url) ?? url;
}

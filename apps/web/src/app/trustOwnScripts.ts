interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (text: string) => string }) => unknown;
}

/** Where Vite puts scripts; while developing they lie where they were written. */
const OWN = ['/assets/', '/src/'];

/**
 * The one policy of trusted types: a worker may start from this site's own files. No text becomes HTML
 * or a script, because there is no rule for it. Browsers without trusted types have the rest of the
 * policy that the server sends.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (text) => {
      const { origin, pathname } = new URL(text, location.href);
      if (origin === location.origin && OWN.some((path) => pathname.startsWith(path))) return text;
      throw new TypeError('A script that is not of this site was kept out.');
    },
  });
}

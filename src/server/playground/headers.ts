/** Of everything under /playground: its type is what we say, and it is for our own pages. */
export const COMMON = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Of a file whose address holds its version. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Of the page: it runs our own files and nothing else, speaks to this origin only, and stands in no frame.
 * GraphiQL's style sheet holds its fonts and some images as `data:`; its dialogs add a style of their own, which
 * the nonce lets in.
 */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...COMMON,
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    // A nonce is good for one answer.
    'cache-control': 'no-store',
  };
}

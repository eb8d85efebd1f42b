/** What Node and Postgres call the kind of an error: `ENOENT`, `57P03`. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** For `catch`: passes over an error of that kind, and throws any other. */
export function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (errorCode(error) !== code) throw error;
  };
}

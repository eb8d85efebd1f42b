import type { Response } from 'express';

/** Ends a request that GraphQL never sees, in GraphQL's shape. */
export function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}

/** What `catalyst` ends with. */
export const exitCodes = {
  ok: { code: 0, meaning: 'All was done; a file that was there already counts as done.' },
  refused: { code: 1, meaning: 'At least one file was refused; what was fine is loaded.' },
  usage: { code: 2, meaning: 'The command line or an environment variable is wrong; nothing was done.' },
  database: { code: 3, meaning: 'The database cannot be reached or started.' },
  internal: { code: 4, meaning: 'Something that was not foreseen.' },
} as const;

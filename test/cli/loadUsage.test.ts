import { symlinkSync } from 'node:fs';
import { sources } from '../../src/sources/sources';
import { useDatabase } from '../support/database';
import { withDatabaseName } from '../support/serverOfTests';
import { catalyst, ownCsv, useFolder } from './catalyst';
import { zipOf } from './zipOf';

const database = useDatabase();
const file = useFolder();

const NEEDS = 'load needs a source and a path (catalyst load SOURCE FILE|DIRECTORY|ARCHIVE.zip|-), or --manifest FILE.';

/** Paths stand as functions: the folder is there only when the tests run. */
const wrong: readonly (readonly [string, () => readonly string[], string | RegExp])[] = [
  ['without anything', () => [], NEEDS],
  ['without a path', () => ['csv-holdings'], NEEDS],
  ['with two paths', () => ['csv-holdings', 'a.csv', 'b.csv'], NEEDS],
  ['with an unknown source', () => ['yshares', 'a.csv'], `There is no source 'yshares'. Known: ${[...sources.keys()].join(', ')}.`],
  ['with a path that is not there', () => ['csv-holdings', 'no/such.csv'], "There is no file or directory 'no/such.csv'."],
  ['with a directory that holds no file of the kind', () => ['csv-holdings', file('none')], /holds no file whose name is one of csv-holdings: expected .*\. Name the file itself/],
  ['with an archive that holds no file of the kind', () => ['csv-holdings', file('none.zip', zipOf([{ name: 'notes.txt', text: 'x' }]))], /none\.zip' is a zip archive that holds no file whose name is one of csv-holdings: expected .*\.$/],
  ['with an archive that holds nothing', () => ['csv-holdings', file('empty.zip', zipOf([]))], /empty\.zip' is a zip archive that holds no file/],
  ['with a path that leads nowhere', () => ['csv-holdings', file('loop.csv')], /loop\.csv' cannot be read: too many symbolic links encountered\.$/],
  ['with a path through a file', () => ['csv-holdings', `${file('good.csv', ownCsv())}/below.csv`], /good\.csv\/below\.csv' cannot be read: not a directory\.$/],
  ['with a day that is none', () => ['csv-holdings', file('good.csv'), '--observed-on', '2025-02-30'], "--observed-on: expected a day written YYYY-MM-DD, found '2025-02-30'."],
  ['with another way to write a day', () => ['csv-holdings', file('good.csv'), '--known-on', '02/03/2025'], "--known-on: expected a day written YYYY-MM-DD, found '02/03/2025'."],
  ['with a fund that can be no ticker', () => ['csv-holdings', file('good.csv'), '--fund', ''], "--fund: expected a ticker such as IWM, found ''."],
  ['with an unknown option', () => ['csv-holdings', file('good.csv'), '--observed'], /^Unknown option '--observed'[^]*catalyst load SOURCE FILE/],
  ['with an option that lacks its value', () => ['csv-holdings', file('good.csv'), '--fund'], /--fund <value>[^]*catalyst load SOURCE FILE/],
  ['with a manifest beside a path', () => ['csv-holdings', file('good.csv'), '--manifest', 'm.csv'], /^--manifest says all there is to say/],
  ['with a manifest and a fund', () => ['--manifest', 'm.csv', '--fund', 'IWM'], /^--manifest says all there is to say/],
  ['with a manifest that is not there', () => ['--manifest', 'no-such.csv'], "--manifest: 'no-such.csv' cannot be read: no such file or directory."],
  ['with a directory for a manifest', () => ['--manifest', file('none')], /^--manifest: '.*none' cannot be read: illegal operation on a directory\.$/],
];

describe('catalyst load', () => {
  beforeAll(() => {
    file('none/notes.txt', 'nothing to load');
    symlinkSync(file('loop.csv'), file('loop.csv'));
  });

  it.each(wrong)('ends with 2 before it touches the database, and says what is wrong: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await catalyst(withDatabaseName(database().url, 'never_asked'), 'load', ...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.endsWith('\n')).toBe(true);
    if (typeof message === 'string') expect(stderr).toBe(`${message}\n`);
    else expect(stderr.trimEnd()).toMatch(message);
  });

  it('ends with 3 where the database cannot be reached, in one line without a password', async () => {
    const said = await catalyst('postgres://someone:secret@127.0.0.1:1/nowhere', 'load', 'csv-holdings', file('good.csv', ownCsv()));
    expect(said).toEqual({ code: 3, stdout: '', stderr: expect.stringMatching(/^Postgres at 127\.0\.0\.1:1\/nowhere .*\n$/) as string });
    expect(said.stderr).not.toContain('secret');
  });
});

import { copyLine, copyLines } from '../copyLines';
import { type PreparedFacts, defineFactKind, factsOfEach, newSince } from '../defineFactKind';
import { type DatedReleaseDates, datedReleaseDays } from '../releaseDates/datedReleaseDays';
import { redateByCalendar } from '../series/assumedDaysOf';

/** Each day by itself is new, or was there already; so is how far a calendar lists them. */
export default defineFactKind({
  key: 'releaseDates',
  tables: ['release_day', 'release_list'],
  counted: 'release_day',

  async prepare(client, request, reports, sha256) {
    const all = await datedReleaseDays(client, request, reports, sha256);
    return {
      facts: all.length === 0 ? [] : [loaded(all)],
      append: async ({ documentId, loadId }) => {
        const lists = all.filter(({ list }) => list.isNew).map(({ report, list }) => {
          const { firstOn, throughOn, observedOn, knownOn, knownOnBasis, provenOn } = list;
          return copyLine([report.fredRelease, report.name, firstOn, throughOn, observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId]);
        });
        const days = all.flatMap(({ report, days: listed }) =>
          listed.filter(({ isNew }) => isNew).map(({ releaseOn, observedOn, knownOn, knownOnBasis, provenOn }) =>
            copyLine([report.fredRelease, releaseOn, observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId]),
          ),
        );
        await copyLines(client, `release_list (fred_release, name, first_on, through_on, ${KNOWN})`, lists);
        await copyLines(client, `release_day (fred_release, release_on, ${KNOWN})`, days);
        await redateByCalendar(client, all.map(({ report }) => report.fredRelease));
      },
    };
  },
});

const KNOWN = 'observed_on, known_on, known_on_basis, proven_on, document_id, load_id';

/** All that one calendar lists together: it is of three hundred releases. Each list counts as a row, and each of its days. */
function loaded(all: readonly DatedReleaseDates[]): PreparedFacts {
  const [one] = all;
  const about = one === undefined || all.length > 1 ? `${all.length} releases` : (one.report.name ?? `release ${one.report.fredRelease}`);
  const days = all.flatMap(({ days: listed }) => listed);
  const facts = factsOfEach('releaseDates', about, days.map(({ releaseOn, ...day }) => ({ ...day, observedOn: releaseOn })), all.map(({ report }) => String(report.fredRelease)));
  const lists = all.flatMap(({ list }) => (list.isNew ? [list] : []));
  return { ...facts, rows: facts.rows + all.length, rowsAdded: facts.rowsAdded + lists.length, newSince: newSince([...days.filter(({ isNew }) => isNew), ...lists]) };
}

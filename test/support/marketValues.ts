import type { DataSource } from 'typeorm';
import { loadBaskets } from '../store/load/basketFile';
import { loadActions, loadCloses } from '../store/load/priceFile';
import { Random } from './Random';

const DAYS = ['2023-05-05', '2024-03-28', '2024-05-06', '2024-06-28', '2024-07-01', '2024-09-30', '2024-10-08', '2024-12-31', '2025-03-03'];

/** Closes of two classes of one company, of another and of funds, raw and adjusted, some corrected later; splits of some; and a basket of them. Comes before simulated facts, as all that is read. */
export async function fillCloses(db: DataSource): Promise<void> {
  const random = new Random(17);
  const days = (...worth: readonly string[]) => Object.fromEntries(DAYS.filter(() => random.chance(0.7)).map((day) => [day, random.pick(worth)]));
  await loadCloses(db, 'WRTA', 'RAW', days('10', '10.5', '12.25'));
  await loadCloses(db, 'WRT-B', 'RAW', days('10', '10.1', '40'));
  await loadCloses(db, 'BEE', 'RAW', days('3', '2.5'));
  await loadCloses(db, 'BEE', 'RAW', days('3.25'), { knownOn: '2025-04-01' });
  await loadCloses(db, 'IWM', 'RAW', days('100', '99.5', '180'));
  await loadCloses(db, 'IVV', 'TOTAL_RETURN', days('100'));
  await loadBaskets(db, [
    'mine,WRT-B,,,2024-04-01,WRTA,My own',
    'mine,WRTA,,,2024-04-01,,My own',
    'mine,BEE,2024-05-01,,2024-06-30,,My own',
    'mine,BEE,2024-05-01,2024-11-30,2024-12-31,,My own',
    'mine,IWM,2024-10-01,,,,My own',
    'yours,BEE,,,2025-02-01,,',
  ]);
  await loadActions(db, ['WRTA,SPLIT,2024-06-28,2,,', 'IWM,SPLIT,2024-07-01,2,,']);
}

import type { Compactor } from './compactor.ts';
import type { JournaledStore } from './open-store.ts';

/**
 * Compacts what is waiting and gives the data folder back. A compaction that takes longer than the limit
 * is ended: the journal holds everything, and the next start goes on with it.
 */
export async function closeStore(
  store: JournaledStore,
  compactor: Compactor,
  limitMs: number,
): Promise<void> {
  const timer = setTimeout(() => compactor.stop(), limitMs);
  await store.compact();
  clearTimeout(timer);
  await store.close();
}

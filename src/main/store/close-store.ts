import type { Compactor } from './compactor.ts';
import type { JournaledStore } from './journaled-store.ts';

/**
 * Compacts the waiting changes and releases the data folder. A compaction that takes longer than `limitMs` is stopped,
 * because the journal holds everything and the next start continues it.
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

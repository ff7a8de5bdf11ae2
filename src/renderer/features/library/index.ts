export { LibraryPage } from './LibraryPage.tsx';
export { ContinuePage, SavedPage } from './ShelfPage.tsx';
export { isSaved } from './reading-state.ts';
export { useNeighbours } from './use-neighbours.ts';
export { type ShelfCounts, useShelfCounts } from './use-shelf-counts.ts';
export { shelfActions } from './shelf.ts';

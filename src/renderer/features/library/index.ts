export { LibraryPage } from './LibraryPage.tsx';
export { ContinuePage, SavedPage } from './ShelfPage.tsx';
export { isSaved } from './use-list-commands.ts';
export { useNeighbours } from './use-neighbours.ts';
export { shelfActions } from './shelf.ts';

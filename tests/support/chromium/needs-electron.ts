/**
 * The end-to-end tests that need Electron itself: its windows, menus, sessions, sandbox or processes. On plain Chromium
 * they are skipped by name; any other test that uses a part of Electron fails there.
 */
interface NeedsElectron {
  /** The file's name in `tests/e2e`. */
  readonly file: string;
  /** The test's title; without one, every test of the file. */
  readonly title?: string;
}

export const NEEDS_ELECTRON: readonly NeedsElectron[] = [
  { file: 'closed-to-others.spec.ts' },
  { file: 'converter-confined.spec.ts' },
  { file: 'crashes.spec.ts' },
  // The tortures start and kill an Electron of their own, so they would do the same again.
  { file: 'damaged-originals.spec.ts' },
  { file: 'hardening.spec.ts' },
  { file: 'hostile-calls.spec.ts' },
  { file: 'import-drop-and-limits.spec.ts' },
  { file: 'killed-import.spec.ts' },
  { file: 'never-lost.spec.ts' },
  { file: 'offline.spec.ts' },
  { file: 'opened-files.spec.ts' },
  { file: 'print.spec.ts' },
  { file: 'window.spec.ts' },
  // This test uses the clipboard of the system.
  {
    file: 'highlight-menu.spec.ts',
    title:
      'the menu of a highlight offers note, tags, copying, kinds and removal, by mouse and by key',
  },
  {
    file: 'reader-calm.spec.ts',
    title:
      'a selection to the end of a paragraph keeps its full stop, in the highlight and in a copy',
  },
  {
    file: 'outward-links.spec.ts',
    title: 'an address leaves the app only when the reader has seen all of it',
  },
  {
    file: 'robustness.spec.ts',
    title: 'a second start brings the first window to the front and ends',
  },
  {
    file: 'search-notes-and-worker.spec.ts',
    title: 'reading continues and the search recovers after each of twenty kills of its worker',
  },
  {
    file: 'commands.spec.ts',
    title: 'menus are in Arabic, follow the page, and their choices are carried out',
  },
  // This test calls the main process without the bridge.
  {
    file: 'window-asks.spec.ts',
    title: 'a window that calls the main process directly reads no file without a yes',
  },
];

/** Tells whether a test needs Electron itself. @param file  name without folders */
export const needsElectron = (file: string, title: string): boolean =>
  NEEDS_ELECTRON.some((each) => each.file === file && (each.title ?? title) === title);

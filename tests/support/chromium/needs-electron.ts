/** One test, or every test of a file. */
interface Named {
  /** The file's name in `tests/e2e`. */
  readonly file: string;
  /** The test's title; without one, every test of the file. */
  readonly title?: string;
}

/**
 * The end-to-end tests that need Electron itself: its windows, menus, sessions, sandbox or processes. On plain Chromium
 * they are skipped by name; any other test that uses a part of Electron fails there.
 */
const NEEDS_ELECTRON: readonly Named[] = [
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
    file: 'search-notes-and-worker.spec.ts',
    title: 'reading continues and the search recovers after each kill of its worker',
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

/**
 * The end-to-end tests of what the services of the main process do with files: they are damaged, missing, newer, locked
 * or hostile before the app starts, and the window is only asked what it says and what is listed. Beside Chromium these
 * services run in Node, so a second run would test neither Electron nor Chromium. On a current Node the unit tests of
 * these rooms run already. Tests of layout, text, selection, marks, keyboard and search must not be named here.
 */
const ABOUT_FILES: readonly Named[] = [
  // The answers of the main process are compared with the contract, and the window only passes them on.
  { file: 'answers.spec.ts' },
  // Each kind of the library's files is damaged before the start. The unit cases are in `src/main/bad-files.test.ts`.
  { file: 'bad-input.spec.ts' },
  // Documents are chosen, converted and stored; the dialogs and the table of the import are in `english-sides.spec.ts`.
  { file: 'import.spec.ts' },
  // Articles go out in every format and come back; items go to the bin and come back.
  { file: 'exchange.spec.ts' },
  { file: 'bin.spec.ts' },
  // Own texts are indexed while a query waits.
  { file: 'search-while-indexing.spec.ts' },
  // Damaged articles are made again from their originals.
  { file: 'damaged-files.spec.ts' },
  // The shipped index, the marks and the settings are damaged before the start. One test needs Electron itself.
  { file: 'robustness.spec.ts' },
  // Copies are read and brought back in a process of their own. The question before it is tested on both engines.
  {
    file: 'restore-copies.spec.ts',
    title: 'copies that are large, made to be slow, or no regular files do not block the app',
  },
  {
    file: 'restore-copies.spec.ts',
    title: 'the search finds an article that a copy adds to an empty library',
  },
  {
    file: 'restore-copies.spec.ts',
    title: 'the reading of a copy can be cancelled',
  },
];

/** axe judges roles, names and colours, which are the same on both engines, and takes a minute for each pair of looks. */
const ABOUT_ROLES: readonly Named[] = [{ file: 'accessibility.spec.ts' }];

const includes = (list: readonly Named[], file: string, title: string): boolean =>
  list.some((each) => each.file === file && (each.title ?? title) === title);

/** Returns why a test runs on Electron only; `null` when it runs on both engines. @param file  name without folders */
export function whyOnElectronOnly(file: string, title: string): string | null {
  if (includes(NEEDS_ELECTRON, file, title)) return 'needs Electron itself';
  if (includes(ABOUT_ROLES, file, title)) return 'is the same on both engines';
  return includes(ABOUT_FILES, file, title) ? 'is about files and services only' : null;
}

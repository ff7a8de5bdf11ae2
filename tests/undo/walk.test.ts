import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decideUpdate } from '#renderer/features/import/decide-update.ts';
import { formatRoute } from '#renderer/routes/route.ts';
import { currentToast, dismissToast } from '#renderer/ui/toasts.ts';
import {
  editDetails,
  recordAdded,
  removeArticles,
  setFinished,
  setSaved,
} from '#renderer/undo/article-changes.ts';
import {
  recordImported,
  removeHighlights,
  replaceHighlights,
  saveHighlight,
  setBookmark,
} from '#renderer/undo/mark-changes.ts';
import type { UndoTarget } from '#renderer/undo/undo-target.ts';
import { addSight, currentPage } from '#renderer/undo/screen.ts';
import { forgetChanges, redoLast, undoLast } from '#renderer/undo/undo.ts';
import { MAX_STEPS } from '#renderer/undo/undo-stack.ts';
import type { Channel } from '#shared/contract/channels.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { setLocale } from '#shared/i18n/locale.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { type Random, createRandom } from '../anchoring/random.ts';
import { type LibraryInMemory, openLibraryInMemory } from './library-in-memory.ts';

/** How many actions one walk has. */
const ACTIONS = 2_000;

let library: LibraryInMemory;
let stop: () => void;
/** Rows of the library that are visible, as after scrolling. */
let rows: ReadonlySet<ArticleId> = new Set();

/** What the screen has answered since the last reset. */
let answers: boolean[] = [];

function shows(target: UndoTarget): boolean {
  const isShown = isVisible(target);
  answers.push(isShown);
  return isShown;
}

const isVisible = (target: UndoTarget): boolean => {
  const page = currentPage();
  if (page.startsWith('article ')) return target.articleIds.some((id) => page === `article ${id}`);
  if (page === 'annotations') return target.kind === 'marks';
  return (
    page === 'library' && target.kind === 'articles' && target.articleIds.some((id) => rows.has(id))
  );
};

beforeEach(async () => {
  library = await openLibraryInMemory();
  const invoke = (channel: string, input: unknown) => library.invoke(channel as Channel, input);
  vi.stubGlobal('window', { bridge: { invoke }, location: { hash: '#/' } });
  vi.stubGlobal('document', { querySelector: () => null, querySelectorAll: () => [], dir: 'rtl' });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  setLocale({ language: 'en', digits: 'latn', months: 'levantine' });
  stop = addSight({ shows, show: () => false });
});
afterEach(() => {
  stop();
  forgetChanges();
  vi.unstubAllGlobals();
});

/** What was done, and the words that its name must contain. */
interface Done {
  readonly name: string;
  readonly state: ReturnType<LibraryInMemory['state']>;
}

let made = 0;
const newId = (): AnnotationId => {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as AnnotationId;
};

/** Each change returns words that its name must contain; `null` when there is nothing to change. */
const CHANGES: readonly ((random: Random) => Promise<string | null>)[] = [
  async (random) => {
    const articleId = presentArticle(random);
    if (!articleId) return null;
    const start = random.between(0, 150);
    const draft = { id: newId(), articleId, meaning: random.pick(MEANINGS), note: '' };
    await saveHighlight({ ...draft, span: { start, end: start + 5 } }, [], {
      label: 'undo.highlight',
    });
    return `highlighting a text in “${library.title(articleId)}”`;
  },
  async (random) => {
    const one = anAnnotation(random);
    if (!one) return null;
    const { id, articleId, meaning, span } = one;
    const note = `note ${random.between(0, 1e6)}`;
    await saveHighlight({ id, articleId, meaning, span, note }, [one], { label: 'undo.note' });
    return `editing a note in “${library.title(articleId)}”`;
  },
  async (random) => {
    const some = someAnnotations(random);
    if (some.length === 0) return null;
    const tag = `t${random.between(0, 1e6)}`;
    const after = some.map((each) => ({ ...each, tags: [tag] }));
    await replaceHighlights(some, after, { label: 'undo.tags' });
    return some.length === 1 ? 'changing tags' : `the tags of ${some.length} highlights`;
  },
  async (random) => {
    const some = someAnnotations(random);
    if (some.length === 0) return null;
    await removeHighlights(some, { label: 'undo.remove', toast: 'Deleted' });
    return some.length === 1 ? 'deleting a highlight' : `deleting ${some.length} highlights`;
  },
  async (random) => {
    const articleId = presentArticle(random);
    if (!articleId) return null;
    const blockId = `b${random.between(0, 7)}`;
    const before = JSON.stringify(library.state());
    await setBookmark({ articleId, blockId, present: true }, { label: 'undo.bookmark' });
    if (JSON.stringify(library.state()) === before)
      await setBookmark({ articleId, blockId, present: false }, { label: 'undo.unbookmark' });
    return `a bookmark in “${library.title(articleId)}”`;
  },
  async (random) => {
    const ids = presentArticles(random);
    if (ids.length === 0) return null;
    await setFinished(ids, random.chance(0.6));
    return nameOfMany(ids);
  },
  async (random) => {
    const ids = presentArticles(random);
    if (ids.length === 0) return null;
    await setSaved(ids, random.chance(0.6));
    return nameOfMany(ids);
  },
  async (random) => {
    const ids = presentArticles(random);
    if (ids.length === 0) return null;
    const name = nameOfMany(ids);
    const word = String(random.between(0, 1e6));
    await editDetails(ids, (now) => ({ ...now, tags: [word], title: `title ${word}` }));
    return name;
  },
  async (random) => {
    const ids = presentArticles(random);
    if (ids.length === 0) return null;
    const name = nameOfMany(ids);
    await removeArticles(ids);
    return name;
  },
  async (random) => {
    const absent = library.ids.filter((id) => library.title(id) === null);
    if (absent.length === 0) return null;
    const first = random.pick(absent);
    const added = absent.filter((id) => id === first || random.chance(0.3));
    for (const articleId of added) await library.invoke('library/restore', { articleId });
    const name = nameOfMany(added);
    recordAdded(added.map((articleId) => ({ articleId, title: library.title(articleId) ?? '' })));
    return name;
  },
  async (random) => {
    const articleId = presentArticle(random);
    if (!articleId) return null;
    const name = `updating “${library.title(articleId)}” from a file`;
    await decideUpdate(library.ids.indexOf(articleId), 'replace');
    return name;
  },
  async (random) => {
    const models = someAnnotations(random);
    if (models.length === 0) return null;
    const copies = models.map((each) => ({ ...each, id: newId() }));
    const changed = library.ids.flatMap((articleId) => {
      const after = copies.filter((each) => each.articleId === articleId);
      return after.length === 0 ? [] : [{ articleId, before: [], after }];
    });
    for (const { articleId, after } of changed)
      await library.invoke('marks/apply', {
        articleId,
        annotations: after,
        removedAnnotations: [],
        bookmarks: [],
        removedBookmarks: [],
      });
    recordImported(changed);
    return copies.length === 1 ? 'importing a highlight' : `importing ${copies.length} highlights`;
  },
];

const present = (): readonly ArticleId[] => library.ids.filter((id) => library.title(id) !== null);

const presentArticle = (random: Random): ArticleId | null =>
  present().length === 0 ? null : random.pick(present());

const presentArticles = (random: Random): readonly ArticleId[] =>
  present().filter(() => random.chance(0.3));

const nameOfMany = (ids: readonly ArticleId[]): string =>
  ids.length === 1 ? `“${library.title(ids[0] as ArticleId)}”` : `${ids.length} items`;

const all = (): readonly Annotation[] => present().flatMap((id) => library.annotations(id));

const anAnnotation = (random: Random): Annotation | null =>
  all().length === 0 ? null : random.pick(all());

const someAnnotations = (random: Random): readonly Annotation[] =>
  all()
    .filter(() => random.chance(0.2))
    .slice(0, 8);

function goSomewhere(random: Random): void {
  rows = new Set(library.ids.filter(() => random.chance(0.5)));
  const pages = ['#/', '#/', '#/annotations', '#/settings', '#/search'];
  const articles = library.ids.map((articleId) =>
    formatRoute({ page: 'article', articleId, at: null, find: '', matching: 'close' }),
  );
  window.location.hash = random.pick([...pages, ...articles]);
}

const said = (): string => withoutIsolates(currentToast()?.text ?? '');

it.each([1, 2, 3])(
  'walk %i: undo and redo restore each state, and name each step',
  async (seed) => {
    const random = createRandom(seed);
    const start: Done = { name: '', state: library.state() };
    let history: Done[] = [start];
    let at = 0;
    const counts = { changes: 0, undone: 0, redone: 0, announced: 0 };

    async function takeBack(direction: 'undo' | 'redo'): Promise<void> {
      const target = direction === 'undo' ? history[at - 1] : history[at + 1];
      const about = direction === 'undo' ? history[at] : history[at + 1];
      const before = library.state();
      const [page, toast] = [currentPage(), currentToast()];
      answers = [];
      await (direction === 'undo' ? undoLast() : redoLast());
      if (!target || !about) {
        expect(library.state()).toEqual(before);
        return;
      }
      expect(said()).toContain(about.name);
      if (said().includes('Press')) {
        // It was not visible, so undo only named it and opened its page.
        counts.announced += 1;
        expect(said()).toMatch(direction === 'undo' ? /^Undo / : /^Redo /);
        expect(library.state()).toEqual(before);
        expect(currentPage()).not.toBe('settings');
        const offer = currentToast();
        await (direction === 'undo' ? undoLast() : redoLast());
        expect(currentToast()?.id).not.toBe(offer?.id);
      } else {
        // A toast named it or it was visible; a removed article is seen in the library, where it would be restored.
        expect([toast !== null, answers[0], page === 'library']).toContain(true);
      }
      expect(said()).toMatch(direction === 'undo' ? /^Undone: / : /^Redone: /);
      expect(said()).toContain(about.name);
      at += direction === 'undo' ? -1 : 1;
      counts[direction === 'undo' ? 'undone' : 'redone'] += 1;
      expect(library.state()).toEqual(target.state);
    }

    for (let count = 0; count < ACTIONS; count += 1) {
      const dice = random.next();
      if (dice < 0.2) goSomewhere(random);
      else if (dice < 0.25) dismissToast(currentToast()?.id ?? 0);
      else if (dice < 0.5) await takeBack('undo');
      else if (dice < 0.62) await takeBack('redo');
      else {
        const name = await random.pick(CHANGES)(random);
        if (name === null) continue;
        counts.changes += 1;
        history = [...history.slice(0, at + 1), { name, state: library.state() }].slice(
          -(MAX_STEPS + 1),
        );
        at = history.length - 1;
      }
    }
    for (const each of ['changes', 'undone', 'redone', 'announced'] as const)
      expect([each, counts[each] > 100]).toEqual([each, true]);
  },
);

import type { Handlers } from '#shared/contract/contract.ts';
import { type Article, type ArticleId, summarize } from '#shared/domain/article.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import type { ImportService } from '../import/import-service.ts';
import { eachOf } from '../library/each-of.ts';
import { editDetails } from '../library/edit-details.ts';
import type { Labeller } from '../library/label-many.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { RemovedItems } from '../library/removed-items.ts';
import type { ImportDialogs } from './import-dialogs.ts';

type LibraryChannel =
  | 'library/edit'
  | 'library/remove'
  | 'library/restore'
  | 'library/remove-many'
  | 'library/restore-many'
  | 'library/label'
  | Extract<keyof Handlers, `bin/${string}`>;

type ImportChannel = Extract<keyof Handlers, `import/${string}`>;

interface Parts {
  readonly own: OwnArticles;
  readonly labeller: Labeller;
  readonly removed: () => Promise<RemovedItems>;
  readonly imports: ImportService;
  readonly dialogs: ImportDialogs;
  /** Decides whether paths that the window reports as dropped may be read; it may ask the reader. */
  readonly mayRead: (paths: readonly string[]) => Promise<boolean>;
  /** Called when an own article was added, restored or changed. */
  readonly onArticle: (article: Article) => void;
  readonly onRemoved: (id: ArticleId) => void;
}

/** Creates the handlers of the calls about the reader's own articles. */
export const createLibraryHandlers = (
  parts: Parts,
): Pick<Handlers, LibraryChannel | ImportChannel> => ({
  ...articleHandlers(parts),
  ...importHandlers(parts),
});

function articleHandlers({
  own,
  labeller,
  removed,
  onArticle,
  onRemoved,
}: Parts): Pick<Handlers, LibraryChannel> {
  const announceRestored = (id: ArticleId): void => {
    const read = own.read(id);
    if (read.ok) onArticle(read.value);
  };
  return {
    'library/edit': ({ articleId, details, from }) => {
      const edited = editDetails(own, articleId, details, from);
      if (!edited.ok) return edited;
      onArticle(edited.value);
      return succeed(summarize(edited.value));
    },
    'library/remove': ({ articleId }) => {
      const result = own.remove(articleId);
      if (result.ok) onRemoved(articleId);
      return result;
    },
    'library/restore': ({ articleId }) => {
      const result = own.restore(articleId);
      if (result.ok) announceRestored(articleId);
      return result;
    },
    'library/remove-many': ({ articleIds }) =>
      eachOf(articleIds, (id) => own.remove(id), onRemoved),
    'library/restore-many': ({ articleIds }) =>
      eachOf(articleIds, (id) => own.restore(id), announceRestored),
    'library/label': async ({ groups }) => {
      const labelled = await labeller.label(groups);
      return labelled.ok ? succeed({ groups: labelled.value }) : labelled;
    },
    'bin/list': async () => succeed(await (await removed()).list()),
    'bin/erase': async ({ articleIds }) => (await removed()).erase(articleIds),
  };
}

function importHandlers({
  imports,
  dialogs,
  mayRead,
  onRemoved,
}: Parts): Pick<Handlers, ImportChannel> {
  return {
    'import/choose': async ({ what }) => {
      // The messages are loaded only when a dialog needs them, because the start does not.
      const { translate } = await import('#shared/i18n/translate.ts');
      const title = translate(what === 'files' ? 'import.choose' : 'import.chooseFolder');
      const paths = await (what === 'files'
        ? dialogs.chooseFiles(title)
        : dialogs.chooseFolder(title));
      if (paths.length > 0) imports.start(paths);
      return succeed(paths.length > 0);
    },
    'import/dropped': async ({ paths }) => {
      if (await mayRead(paths)) imports.start(paths);
      return succeed(null);
    },
    'import/text': async ({ text, html }) => succeed(await imports.addText(text, html)),
    'import/state': () => succeed(imports.state()),
    'import/items': () => succeed([...imports.items()]),
    'import/cancel': () => {
      imports.cancel();
      return succeed(null);
    },
    'import/dismiss': () => {
      imports.dismiss();
      return succeed(null);
    },
    'import/decide': async ({ index, choice }) => {
      const decided = await imports.decide(index, choice);
      return decided.ok ? decided : fail(decided.error);
    },
    'import/put-decision': ({ decision, present }) => {
      const put = imports.putDecision(decision, present);
      if (!put.ok) return fail(put.error);
      if (put.value.removed) onRemoved(put.value.removed);
      return succeed(null);
    },
  };
}

import { describe, expect, it } from 'vitest';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import type { Toast } from '#renderer/ui/toasts.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { setLocale } from '#shared/i18n/locale.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { createUndo } from './create-undo.ts';
import type { Place } from './place.ts';
import { createUndoStack } from './undo-stack.ts';

setLocale({ language: 'en', digits: 'latn', months: 'levantine' });

const G = 'own-g' as ArticleId;
const H = 'own-h' as ArticleId;
const inText = (articleId: ArticleId): Place => ({
  kind: 'marks',
  articleIds: [articleId],
  annotationIds: [],
  span: null,
});

/** A window with one page at a time; a place is in sight on the page of its first article. */
function aWindow() {
  let toast: Toast | null = null;
  let lastId = 0;
  let page = `article ${G}`;
  const titles = new Map([
    [G, 'Good'],
    [H, 'Hard'],
  ]);
  const log: string[] = [];
  const undo = createUndo(createUndoStack(), {
    page: () => page,
    isInSight: (place) => page === `article ${place.articleIds[0]}`,
    goTo: (place) => void (page = `article ${place.articleIds[0]}`),
    settle: () => undefined,
    titlesOf: async (ids) => new Map(ids.flatMap((id) => entry(titles, id))),
    showToast(message) {
      lastId += 1;
      toast = { id: lastId, ...message };
      return lastId;
    },
    currentToast: () => toast,
    dismissToast: (id) => void (toast = toast?.id === id ? null : toast),
    keysOf: () => 'Ctrl+Z',
  });
  return {
    undo,
    log,
    titles,
    page: () => page,
    go: (next: string) => void (page = next),
    said: () => toast && withoutIsolates(toast.text),
    /** The toast has been there long enough. */
    fade: () => void (toast = null),
    press(): Promise<void> {
      const pressed = toast;
      pressed?.action?.run();
      if (toast?.id === pressed?.id) toast = null;
      // The button starts it; a request that has nothing to do ends after it.
      return undo.request('redo').then(() => undefined);
    },
    change(label: string, where: Place, options?: { toast?: string }): void {
      const did = (what: string) => async () => void log.push(`${what} ${label}`);
      undo.record({ label, where, undo: did('undo'), redo: did('redo') }, options);
    },
  };
}

function entry(titles: ReadonlyMap<ArticleId, string>, id: ArticleId): [ArticleId, string][] {
  const title = titles.get(id);
  return title === undefined ? [] : [[id, title]];
}

describe('undo', () => {
  it('takes back at once what is on the screen, by name', async () => {
    const { undo, change, log, said } = aWindow();
    change('note', inText(G));

    await undo.request('undo');

    expect(log).toEqual(['undo note']);
    expect(said()).toBe('Undone: note in “Good”');
  });

  it('names what is not on the screen and goes there, and takes it back when asked again', async () => {
    const { undo, change, log, said, page, go } = aWindow();
    change('note', inText(G));
    go('library');

    await undo.request('undo');
    expect([log, said(), page()]).toEqual([
      [],
      'Undo note in “Good”? Press Ctrl+Z again',
      `article ${G}`,
    ]);
    await undo.request('undo');

    expect([log, said()]).toEqual([['undo note'], 'Undone: note in “Good”']);
  });

  it('does with the keys what the toast offers, and nothing else with its button', async () => {
    const { undo, change, log, go } = aWindow();
    change('note', inText(G));
    go('library');
    change('mark as read', inText(H), { toast: 'Marked as read' });

    await undo.request('undo');

    expect(log).toEqual(['undo mark as read']);
  });

  it('offers nothing that is no longer next', () => {
    const { change, said } = aWindow();
    change('delete', inText(G), { toast: 'Deleted' });
    expect(said()).toBe('Deleted');

    change('note', inText(G));

    expect(said()).toBeNull();
  });

  it('carries out the button of a toast although the toast goes with it', async () => {
    const { change, log, press } = aWindow();
    change('far', inText(H), { toast: 'Done far away' });

    await press();

    expect(log.slice(0, 1)).toEqual(['undo far']);
  });

  it('names it again when the toast has gone and it is still not in sight', async () => {
    const { undo, change, log, said, fade, go } = aWindow();
    change('far', inText(H), { toast: 'Done far away' });
    fade();
    await undo.request('undo');
    expect([log, said()]).toEqual([[], 'Undo far in “Hard”? Press Ctrl+Z again']);
    go('settings');
    await undo.request('undo');

    expect([log, said()]).toEqual([[], 'Undo far in “Hard”? Press Ctrl+Z again']);
  });

  it('announces a redo that is not on the screen, too', async () => {
    const { undo, change, log, said, go } = aWindow();
    change('note', inText(G));
    await undo.request('undo');
    go('library');

    await undo.request('redo');
    expect(said()).toBe('Redo note in “Good”? Press Ctrl+Z again');
    await undo.request('redo');

    expect(log).toEqual(['undo note', 'redo note']);
  });

  it('says when a step can never be taken back, and goes on with the one before', async () => {
    const { undo, change, log, said } = aWindow();
    change('first', inText(G));
    const undoGone = async () => {
      throw new BridgeError({ code: 'library/not-found' });
    };
    undo.record({ label: 'gone', where: inText(G), undo: undoGone, redo: undoGone });

    await undo.request('undo');
    expect(said()).toBe('This can no longer be undone: gone in “Good”');
    await undo.request('undo');

    expect(log).toEqual(['undo first']);
  });

  it('forgets a change of tags that the app no longer remembers, and keeps one that it will complete', async () => {
    const { undo, said, fade } = aWindow();
    const where = inText(G);
    const refuse = (code: string) => async () => {
      throw new BridgeError({ code });
    };
    undo.record({
      label: 'old tag',
      where,
      undo: refuse('tags/unfinished'),
      redo: refuse('tags/unfinished'),
    });
    undo.record({
      label: 'older tag',
      where,
      undo: refuse('tags/no-such-step'),
      redo: refuse('tags/no-such-step'),
    });

    await undo.request('undo');
    expect(said()).toBe(
      'Hashiya no longer remembers this change, so it can be neither undone nor redone: older tag in “Good”',
    );
    for (let time = 0; time < 2; time++) {
      fade();
      await undo.request('undo');
      expect(said()).toContain('Hashiya completes it at its next start');
    }
  });

  it('brings a removed article back at once in the library, where nothing is left of it to be seen', async () => {
    const { undo, change, log, titles, go } = aWindow();
    go('library');
    titles.delete(H);
    change('removing “Hard”', { kind: 'articles', articleIds: [H] });

    await undo.request('undo');

    expect(log).toEqual(['undo removing “Hard”']);
  });

  it('says that there is nothing, and forgets everything when told to', async () => {
    const { undo, change, log, said } = aWindow();
    change('note', inText(G), { toast: 'Noted' });
    undo.clear();

    await undo.request('undo');
    expect(said()).toBe('Nothing to undo');
    await undo.request('redo');
    expect(said()).toBe('Nothing to redo');

    expect(log).toEqual([]);
  });

  it('forgets what is about nothing but articles that are gone for good', async () => {
    const { undo, change, log, said } = aWindow();
    change('note', inText(G));
    change('tag', { kind: 'articles', articleIds: [G, H] });
    change('removal', { kind: 'articles', articleIds: [H] }, { toast: 'Removed' });

    undo.forget([H]);
    expect(said()).toBeNull();
    await undo.request('undo');
    await undo.request('undo');

    expect(log[0]).toBe('undo tag');
    expect(log).toContain('undo note');
    expect(log.join()).not.toContain('removal');
  });
});

import { describe, expect, it } from 'vitest';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import type { Toast } from '#renderer/ui/toasts.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { setLocale } from '#shared/i18n/locale.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { createUndo } from './create-undo.ts';
import type { UndoTarget } from './undo-target.ts';
import { createUndoStack } from './undo-stack.ts';

setLocale({ language: 'en', digits: 'latn', months: 'levantine' });

const G = 'own-g' as ArticleId;
const H = 'own-h' as ArticleId;
const inText = (articleId: ArticleId): UndoTarget => ({
  kind: 'marks',
  articleIds: [articleId],
  annotationIds: [],
  span: null,
});

/** A window that shows one page at a time. A change is in sight on the page of its first article. */
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
    isInSight: (target) => page === `article ${target.articleIds[0]}`,
    goTo: (target) => void (page = `article ${target.articleIds[0]}`),
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
    /** Takes the toast away, as after its time. */
    fade: () => void (toast = null),
    press(): Promise<void> {
      const pressed = toast;
      pressed?.action?.run();
      if (toast?.id === pressed?.id) toast = null;
      // The button starts the undo, and a redo without anything to do ends after it, so the test can wait for that.
      return undo.request('redo').then(() => undefined);
    },
    change(label: string, target: UndoTarget, options?: { toast?: string }): void {
      const did = (what: string) => async () => void log.push(`${what} ${label}`);
      undo.record({ label, target, undo: did('undo'), redo: did('redo') }, options);
    },
  };
}

function entry(titles: ReadonlyMap<ArticleId, string>, id: ArticleId): [ArticleId, string][] {
  const title = titles.get(id);
  return title === undefined ? [] : [[id, title]];
}

describe('undo', () => {
  it('undoes a change that is on the screen at once, and names it', async () => {
    const { undo, change, log, said } = aWindow();
    change('note', inText(G));

    await undo.request('undo');

    expect(log).toEqual(['undo note']);
    expect(said()).toBe('Undone: note in “Good”');
  });

  it('undoes a change that is still being saved when it is asked for', async () => {
    const { undo, change, log, said } = aWindow();
    let save = (): void => undefined;
    const saving = new Promise<void>((resolve) => {
      save = resolve;
    });
    undo.waitFor(saving.then(() => change('note', inText(G), { toast: 'Saved' })));
    undo.waitFor(Promise.reject(new Error('refused')));

    const undone = undo.request('undo');
    await Promise.resolve();
    expect([log, said()]).toEqual([[], null]);
    save();
    await undone;

    expect([log, said()]).toEqual([['undo note'], 'Undone: note in “Good”']);
  });

  it('names a change that is not on the screen and goes there, and undoes it when asked again', async () => {
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

  it('does the same with the keys as with the button of the toast', async () => {
    const { undo, change, log, go } = aWindow();
    change('note', inText(G));
    go('library');
    change('mark as read', inText(H), { toast: 'Marked as read' });

    await undo.request('undo');

    expect(log).toEqual(['undo mark as read']);
  });

  it('offers no step that is no longer the next one', () => {
    const { change, said } = aWindow();
    change('delete', inText(G), { toast: 'Deleted' });
    expect(said()).toBe('Deleted');

    change('note', inText(G));

    expect(said()).toBeNull();
  });

  it('runs the button of a toast although the press removes the toast', async () => {
    const { change, log, press } = aWindow();
    change('far', inText(H), { toast: 'Done far away' });

    await press();

    expect(log.slice(0, 1)).toEqual(['undo far']);
  });

  it('names a change again when the toast is gone and the change is still out of sight', async () => {
    const { undo, change, log, said, fade, go } = aWindow();
    change('far', inText(H), { toast: 'Done far away' });
    fade();
    await undo.request('undo');
    expect([log, said()]).toEqual([[], 'Undo far in “Hard”? Press Ctrl+Z again']);
    go('settings');
    await undo.request('undo');

    expect([log, said()]).toEqual([[], 'Undo far in “Hard”? Press Ctrl+Z again']);
  });

  it('names a redo that is not on the screen, too', async () => {
    const { undo, change, log, said, go } = aWindow();
    change('note', inText(G));
    await undo.request('undo');
    go('library');

    await undo.request('redo');
    expect(said()).toBe('Redo note in “Good”? Press Ctrl+Z again');
    await undo.request('redo');

    expect(log).toEqual(['undo note', 'redo note']);
  });

  it('says when a step can never be undone, and goes on with the step before', async () => {
    const { undo, change, log, said } = aWindow();
    change('first', inText(G));
    const undoGone = async () => {
      throw new BridgeError({ code: 'library/not-found' });
    };
    undo.record({ label: 'gone', target: inText(G), undo: undoGone, redo: undoGone });

    await undo.request('undo');
    expect(said()).toBe('This can no longer be undone: gone in “Good”');
    await undo.request('undo');

    expect(log).toEqual(['undo first']);
  });

  it('forgets a change of tags that the main process has forgotten, and keeps one that it will complete', async () => {
    const { undo, said, fade } = aWindow();
    const target = inText(G);
    const refuse = (code: string) => async () => {
      throw new BridgeError({ code });
    };
    undo.record({
      label: 'old tag',
      target,
      undo: refuse('tags/unfinished'),
      redo: refuse('tags/unfinished'),
    });
    undo.record({
      label: 'older tag',
      target,
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

  it('restores a removed article at once on the library page, where no row of it is left', async () => {
    const { undo, change, log, titles, go } = aWindow();
    go('library');
    titles.delete(H);
    change('removing “Hard”', { kind: 'articles', articleIds: [H] });

    await undo.request('undo');

    expect(log).toEqual(['undo removing “Hard”']);
  });

  it('says that there is nothing to undo, and forgets every step when told to', async () => {
    const { undo, change, log, said } = aWindow();
    change('note', inText(G), { toast: 'Noted' });
    undo.clear();

    await undo.request('undo');
    expect(said()).toBe('Nothing to undo');
    await undo.request('redo');
    expect(said()).toBe('Nothing to redo');

    expect(log).toEqual([]);
  });

  it('forgets steps that concern only erased articles', async () => {
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

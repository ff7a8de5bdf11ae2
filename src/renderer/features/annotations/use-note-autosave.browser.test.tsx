import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type TestBridge, installBridge } from '#renderer/testing/bridge.ts';
import { mountHook } from '#renderer/testing/mount.tsx';
import { currentToast, dismissToast } from '#renderer/ui/toasts.ts';
import { type Annotation, annotationIdSchema } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { useNoteAutosave } from './use-note-autosave.ts';

const ARTICLE = v.parse(articleIdSchema, 'guide');

/** A highlight with a note, and a name of its own: unsaved texts are kept by the name. */
const aNote = (note: string): Annotation => ({
  id: v.parse(annotationIdSchema, crypto.randomUUID()),
  articleId: ARTICLE,
  meaning: 'fact',
  span: { start: 0, end: 3 },
  contentHash: 'f'.repeat(64),
  quote: { exact: 'خبر', prefix: '', suffix: '' },
  note,
  tags: [],
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
});

function anEditor(annotation: Annotation, save = vi.fn(async () => annotation)) {
  const bridge: TestBridge = installBridge({ 'drafts/keep': () => null, 'drafts/list': () => [] });
  const hook = mountHook((now: Annotation) => useNoteAutosave(now, save), annotation);
  const saved = () => save.mock.calls.map(([change]: readonly unknown[]) => change);
  return { ...hook, save, saved, kept: () => bridge.inputs('drafts/keep') };
}

afterEach(() => {
  vi.useRealTimers();
  const toast = currentToast();
  if (toast) dismissToast(toast.id);
});

describe('useNoteAutosave', () => {
  it('saves the last text when the keys have rested, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const editor = anEditor(aNote('قديم'));
    editor.value().change('جديد');
    vi.advanceTimersByTime(500);
    editor.value().change('جديد جدًا');
    vi.advanceTimersByTime(500);
    expect(editor.saved()).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(editor.saved()).toEqual([{ note: 'جديد جدًا' }]);
    await expect.poll(() => editor.value().state?.kind).toBe('saved');
    expect(editor.value().text).toBe('جديد جدًا');
  });

  it('has the main process keep what is not saved yet, and forget it when it is', async () => {
    const annotation = aNote('قديم');
    const editor = anEditor(annotation);
    editor.value().change('جديد');
    const { id, articleId } = annotation;
    await expect.poll(editor.kept).toEqual([{ id, articleId, text: 'جديد' }]);
    editor.value().flush();
    await expect.poll(() => editor.kept().at(-1)).toEqual({ id, articleId, text: null });
  });

  it('saves at once when the editor closes or the window is left', async () => {
    const editor = anEditor(aNote('قديم'));
    editor.value().change('أول');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect.poll(editor.saved).toEqual([{ note: 'أول' }]);
    await expect.poll(() => editor.value().state?.kind).toBe('saved');
    editor.value().change('ثانٍ');
    editor.unmount();
    await expect.poll(editor.saved).toEqual([{ note: 'أول' }, { note: 'ثانٍ' }]);
  });

  it('keeps a text that could not be saved, and saves it with the next attempt', async () => {
    const annotation = aNote('قديم');
    const save = vi.fn(async () => annotation);
    save.mockRejectedValueOnce(new Error('full'));
    const editor = anEditor(annotation, save);
    editor.value().change('جديد');
    editor.value().flush();
    await expect.poll(() => editor.value().state?.kind).toBe('failed');
    expect(editor.value().text).toBe('جديد');
    editor.value().flush();
    await expect.poll(() => editor.value().state?.kind).toBe('saved');
    expect(editor.saved()).toEqual([{ note: 'جديد' }, { note: 'جديد' }]);
  });

  it('says in a toast that a text was not saved when its editor is closed, and has it when it opens again', async () => {
    const annotation = aNote('قديم');
    const editor = anEditor(
      annotation,
      vi.fn(async () => Promise.reject(new Error('full'))),
    );
    editor.value().change('جديد');
    editor.unmount();
    await expect.poll(() => currentToast()).not.toBeNull();
    const again = anEditor(annotation);
    expect(again.value().text).toBe('جديد');
  });

  it('takes over a note that was changed elsewhere, unless the own text is not saved yet', async () => {
    const annotation = aNote('قديم');
    const editor = anEditor(annotation);
    editor.rerender({ ...annotation, note: 'من شاشة أخرى' });
    await expect.poll(() => editor.value().text).toBe('من شاشة أخرى');
    editor.value().change('نصي');
    await expect.poll(() => editor.value().text).toBe('نصي');
    editor.rerender({ ...annotation, note: 'تراجع' });
    expect(editor.value().text).toBe('نصي');
  });

  it('saves nothing of a note that is being removed', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const editor = anEditor(aNote('قديم'));
    editor.value().change('جديد');
    editor.value().drop();
    vi.advanceTimersByTime(2_000);
    editor.unmount();
    expect(editor.saved()).toEqual([]);
  });
});

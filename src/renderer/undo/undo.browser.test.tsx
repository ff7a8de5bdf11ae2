import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { installBridge } from '#renderer/testing/bridge.ts';
import { mount } from '#renderer/testing/mount.tsx';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { currentToast, dismissToast } from '#renderer/ui/toasts.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { articlesTarget } from './undo-target.ts';
import { forgetChanges, recordUndo, redoLast, undoLast } from './undo.ts';

const ARTICLE = v.parse(articleIdSchema, 'guide');

/** A list with one article far below the edge of the window. */
function Page() {
  return (
    <>
      <div className="scroll" style={{ overflow: 'auto', blockSize: '300px' }}>
        <div style={{ blockSize: '2000px' }} />
        <div data-article="guide" style={{ blockSize: '60px' }}>
          <a href="#/" data-list-item>
            دليل
          </a>
        </div>
      </div>
      <ToastRegion />
    </>
  );
}

const row = () => page.getByRole('link', { name: 'دليل' });
const button = (name: string) => page.getByRole('button', { name });

/** A change that can be undone; `is` returns whether it is made. */
function aChange() {
  let is = true;
  const undo = vi.fn(async () => {
    is = false;
  });
  const redo = vi.fn(async () => {
    is = true;
  });
  return { step: { label: 'تغيير', target: articlesTarget([ARTICLE]), undo, redo }, is: () => is };
}

beforeEach(() => {
  window.location.hash = '#/';
  installBridge({ 'library/summaries': () => [{ id: ARTICLE, title: 'دليل' }] as never });
});
afterEach(() => {
  forgetChanges();
  const toast = currentToast();
  if (toast) dismissToast(toast.id);
});

describe('undo and the visible page', () => {
  it('names an invisible change and shows it; asked again, undoes it', async () => {
    mount(<Page />);
    const { step, is } = aChange();
    recordUndo(step);
    await undoLast();
    expect(is()).toBe(true);
    await expect.poll(() => currentToast()?.text).toContain('تغيير');
    await expect.element(row()).toHaveFocus();
    await expect.element(row()).toBeInViewport();
    await undoLast();
    expect(is()).toBe(false);
  });

  it('undoes a visible change at once', async () => {
    mount(<Page />);
    row().element().scrollIntoView();
    const { step, is } = aChange();
    recordUndo(step);
    await undoLast();
    expect(is()).toBe(false);
  });

  it('offers undo in a toast, whose button works wherever the list is scrolled', async () => {
    mount(<Page />);
    const { step, is } = aChange();
    recordUndo(step, { toast: 'حُذفت المادة' });
    await button('تراجع').click();
    await expect.poll(is).toBe(false);
    // The next toast offers to do it again.
    await button('إعادة').click();
    await expect.poll(is).toBe(true);
  });

  it('shows a change that was redone out of sight', async () => {
    mount(<Page />);
    row().element().scrollIntoView();
    const { step } = aChange();
    recordUndo(step);
    await undoLast();
    await redoLast();
    await expect.element(row()).toBeInViewport();
  });

  it('says so when there is nothing to undo', async () => {
    mount(<Page />);
    await undoLast();
    await expect.poll(() => currentToast()?.text).toBeTruthy();
    expect(currentToast()?.action).toBeUndefined();
  });
});

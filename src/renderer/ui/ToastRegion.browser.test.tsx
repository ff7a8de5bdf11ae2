import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { ToastRegion } from './ToastRegion.tsx';
import { currentToast, dismissToast, showToast } from './toasts.ts';

const region = () => page.getByRole('status');
const act = () => page.getByRole('button', { name: 'تراجع' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  const toast = currentToast();
  if (toast) dismissToast(toast.id);
});

const undoable = (run = vi.fn()) =>
  showToast({ text: 'حُذف التمييز', action: { label: 'تراجع', run } });

describe('ToastRegion', () => {
  it('shows a message for eight seconds', async () => {
    mount(<ToastRegion />);
    showToast({ text: 'نُسخ' });
    await expect.element(region()).toHaveTextContent('نُسخ');
    vi.advanceTimersByTime(7_900);
    expect(currentToast()).not.toBeNull();
    vi.advanceTimersByTime(200);
    await expect.element(region()).toBeEmptyDOMElement();
  });

  it('shows a long message for longer', async () => {
    mount(<ToastRegion />);
    const text = 'رسالة طويلة '.repeat(20);
    showToast({ text });
    await expect.element(region()).toHaveTextContent(text.trim());
    vi.advanceTimersByTime(text.length * 120 - 100);
    expect(currentToast()).not.toBeNull();
    vi.advanceTimersByTime(200);
    expect(currentToast()).toBeNull();
  });

  it('replaces a message by the next one, which has its own duration', async () => {
    mount(<ToastRegion />);
    showToast({ text: 'الأولى' });
    await expect.element(region()).toHaveTextContent('الأولى');
    vi.advanceTimersByTime(6_000);
    showToast({ text: 'الثانية' });
    await expect.element(region()).toHaveTextContent('الثانية');
    vi.advanceTimersByTime(6_000);
    expect(currentToast()?.text).toBe('الثانية');
  });

  it('stays while the pointer is over it', async () => {
    mount(<ToastRegion />);
    undoable();
    await userEvent.hover(act());
    vi.advanceTimersByTime(60_000);
    await expect.element(act()).toBeVisible();
    await userEvent.unhover(act());
    // The pointer has left when the timer of the toast has begun again.
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(8_100);
    expect(currentToast()).toBeNull();
  });

  it('closes with Escape and gives the focus back', async () => {
    mount(
      <>
        <button type="button">قبلها</button>
        <ToastRegion />
      </>,
    );
    const before = page.getByRole('button', { name: 'قبلها' });
    undoable();
    await before.click();
    await userEvent.keyboard('{Tab}');
    await expect.element(act()).toHaveFocus();
    vi.advanceTimersByTime(60_000);
    await userEvent.keyboard('{Escape}');
    await expect.element(region()).toBeEmptyDOMElement();
    await expect.element(before).toHaveFocus();
  });

  it("runs its button's action once, and closes", async () => {
    mount(<ToastRegion />);
    const run = vi.fn();
    undoable(run);
    await act().click();
    await expect.element(region()).toBeEmptyDOMElement();
    expect(run).toHaveBeenCalledOnce();
  });

  it('keeps a message that the button has shown instead', async () => {
    mount(<ToastRegion />);
    undoable(vi.fn(() => void showToast({ text: 'تُراجع عنه' })));
    await act().click();
    await expect.element(region()).toHaveTextContent('تُراجع عنه');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { mountHook } from '#renderer/testing/mount.tsx';
import { LIBRARY, TAGS } from './route.ts';
import { currentRoute, navigate, useRoute } from './use-route.ts';

beforeEach(() => {
  window.location.hash = '#/';
});

describe('useRoute', () => {
  it('follows the address of the window', async () => {
    const hook = mountHook(() => useRoute(), null);
    expect(hook.value()).toEqual(LIBRARY);
    navigate(TAGS);
    await expect.poll(hook.value).toEqual(TAGS);
    window.history.back();
    await expect.poll(hook.value).toEqual(LIBRARY);
  });

  it('follows an address that replaces the one before, without a history entry for it', async () => {
    const hook = mountHook(() => useRoute(), null);
    const { length } = window.history;
    navigate(TAGS, { replace: true });
    await expect.poll(hook.value).toEqual(TAGS);
    expect(window.history.length).toBe(length);
  });

  it('adds nothing to the history for the present route', () => {
    const { length } = window.history;
    navigate(currentRoute());
    expect(window.history.length).toBe(length);
  });
});

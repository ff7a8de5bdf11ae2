import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { ContentsList } from './ContentsList.tsx';

const COUNT = 20_000;
const outline = Array.from({ length: COUNT }, (_, at) => ({
  level: 1 + (at % 3),
  title: `عنوان ${at}`,
  at,
}));
const shown = outline.map((_, index) => index);

function mountList(current: number) {
  const onOpen = vi.fn();
  mount(
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: 500 }}>
      <ContentsList
        direction="rtl"
        outline={outline}
        pages={[]}
        shown={shown}
        current={current}
        onOpen={onOpen}
      />
    </div>,
  );
  return onOpen;
}

const focusedTitle = () => document.activeElement?.getAttribute('title');

it('draws only the entries in sight, with the current chapter among them', async () => {
  mountList(15_000);
  const current = page.getByRole('button', { name: 'عنوان 15000', exact: true });
  await expect.element(current).toBeVisible();
  expect(current.element().getAttribute('aria-current')).toBe('location');
  expect(document.querySelectorAll('ol button').length).toBeLessThan(60);
  expect(current.element().closest('li')?.getAttribute('aria-posinset')).toBe('15001');
});

it('leads by keys from entry to entry, also to entries that were not drawn', async () => {
  const onOpen = mountList(2);
  await expect.element(page.getByRole('button', { name: 'عنوان 2', exact: true })).toBeVisible();
  await userEvent.tab();
  expect(focusedTitle()).toBe('عنوان 2');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(focusedTitle()).toBe('عنوان 3');
  await userEvent.keyboard('{End}');
  expect(focusedTitle()).toBe(`عنوان ${COUNT - 1}`);
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(COUNT - 1);
  await userEvent.keyboard('{Home}');
  expect(focusedTitle()).toBe('عنوان 0');
});

import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { TextLink } from './TextLink.tsx';

function show() {
  const [onPress, onClick] = [vi.fn(), vi.fn()];
  mount(
    <p onClick={onClick}>
      انظر <TextLink onPress={onPress}>الفصل الثالث</TextLink> من الكتاب
    </p>,
  );
  return { link: page.getByRole('link', { name: 'الفصل الثالث' }), onPress, onClick };
}

it('is pressed by a click or Enter, and keeps the press from what is around it', async () => {
  const { link, onPress, onClick } = show();
  await link.click();
  expect(onPress).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Enter}');
  expect(onPress).toHaveBeenCalledTimes(2);
  expect(onClick).not.toHaveBeenCalled();
});

it('is not pressed when words in it have just been selected', async () => {
  const { link, onPress, onClick } = show();
  await link.dblClick();
  expect(document.getSelection()?.isCollapsed).toBe(false);
  // Only the first click of the two came before the selection.
  expect(onPress).toHaveBeenCalledOnce();
  expect(onClick).toHaveBeenCalledOnce();
});

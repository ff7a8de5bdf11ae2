import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { MenuButton } from './MenuButton.tsx';

const items = (run = vi.fn()) => [
  { label: 'نسخ', run },
  { label: 'تحرير', run: () => undefined },
  { label: 'حذف', run: () => undefined, danger: true },
];

const button = () => page.getByRole('button', { name: 'المزيد' });
const item = (name: string) => page.getByRole('menuitem', { name });
const menu = () => page.getByRole('menu');

describe('MenuButton', () => {
  it('opens over everything, although its own box is cut and covered', async () => {
    mount(
      <>
        <div style={{ overflow: 'hidden', blockSize: '40px' }}>
          <MenuButton label="المزيد" icon="more" items={items()} />
        </div>
        <div style={{ position: 'relative', zIndex: 99, blockSize: '400px', background: 'red' }} />
      </>,
    );
    await button().click();

    for (const name of ['نسخ', 'تحرير', 'حذف']) {
      const element = item(name).element();
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(element.contains(above)).toBe(true);
    }
  });

  it('focuses its first item, or its last one with the up arrow', async () => {
    mount(<MenuButton label="المزيد" icon="more" items={items()} />);
    await button().click();
    await expect.element(item('نسخ')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();

    await userEvent.keyboard('{ArrowUp}');
    await expect.element(item('حذف')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('نسخ')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item('حذف')).toHaveFocus();
  });

  it('goes to the item that begins with a letter', async () => {
    const names = ['Copy', 'Edit', 'Remove'].map((label) => ({ label, run: () => undefined }));
    mount(<MenuButton label="المزيد" icon="more" items={names} />);
    await button().click();
    await userEvent.keyboard('e');
    await expect.element(item('Edit')).toHaveFocus();
  });

  it('keeps its keys from the page behind it', async () => {
    mount(<MenuButton label="المزيد" icon="more" items={items()} />);
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    await button().click();
    await userEvent.keyboard('{ArrowDown}j');
    expect(heard).not.toHaveBeenCalled();
    window.removeEventListener('keydown', heard);
  });

  it('closes, gives the focus back and then does what was chosen', async () => {
    const run = vi.fn(() => document.activeElement?.getAttribute('aria-label'));
    mount(<MenuButton label="المزيد" icon="more" items={items(run)} />);
    await button().click();
    await item('نسخ').click();
    await expect.element(menu()).not.toBeInTheDocument();
    expect(run).toHaveBeenCalledOnce();
    await expect.element(button()).toHaveFocus();
  });

  it('closes with a second press of its button and with a press elsewhere', async () => {
    mount(
      <>
        <MenuButton label="المزيد" icon="more" items={items()} />
        <input aria-label="حقل" />
      </>,
    );
    await button().click();
    await button().click();
    await expect.element(menu()).not.toBeInTheDocument();

    await button().click();
    await page.getByRole('textbox').click();
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox')).toHaveFocus();
  });

  it('moves with Tab to the next tab stop after the button', async () => {
    mount(
      <>
        <MenuButton label="المزيد" icon="more" items={items()} />
        <input aria-label="حقل" />
      </>,
    );
    await button().click();
    await userEvent.keyboard('{Tab}');
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox')).toHaveFocus();
  });

  it('follows its button while a list scrolls, and closes when the button is not visible', async () => {
    const { container } = mount(
      <div className="scroll" style={{ overflow: 'auto', blockSize: '200px' }}>
        <div style={{ paddingBlock: '100px 2000px' }}>
          <MenuButton label="المزيد" icon="more" items={items()} />
        </div>
      </div>,
    );
    await button().click();
    const gap = () =>
      menu().element().getBoundingClientRect().top -
      button().element().getBoundingClientRect().bottom;
    const before = gap();
    const top = button().element().getBoundingClientRect().top;
    container.querySelector('.scroll')?.scrollBy(0, 30);
    await expect.poll(() => button().element().getBoundingClientRect().top).toBe(top - 30);
    await expect.poll(gap).toBe(before);

    container.querySelector('.scroll')?.scrollBy(0, 600);
    await expect.element(menu()).not.toBeInTheDocument();
  });
});

import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { Select } from './Select.tsx';

const OPTIONS = [
  { value: 'article', name: 'حسب المادة' },
  { value: 'meaning', name: 'النوع' },
  { value: 'date', name: 'الشهر' },
];

interface ChoiceProps {
  readonly options?: typeof OPTIONS;
  readonly onChange?: (value: string) => void;
}

function Choice({ options = OPTIONS, onChange = () => undefined }: ChoiceProps) {
  const [value, setValue] = useState('article');
  return (
    <Select
      label="التجميع"
      options={options}
      value={value}
      onChange={(chosen) => {
        setValue(chosen);
        onChange(chosen);
      }}
    />
  );
}

const button = () => page.getByRole('button', { name: /^التجميع: / });
const list = () => page.getByRole('listbox', { name: 'التجميع' });
const active = () => page.getByRole('option', { selected: true });

describe('Select', () => {
  it.each(['{Enter}', ' ', '{ArrowDown}', '{ArrowUp}'])(
    'opens from the keyboard with %j, at the present value',
    async (key) => {
      mount(<Choice />);
      await userEvent.tab();
      await expect.element(button()).toHaveFocus();
      await userEvent.keyboard(key);
      await expect.element(list()).toHaveFocus();
      await expect.element(active()).toHaveTextContent('حسب المادة');
    },
  );

  it('moves with arrows, Home and End, and stays within the list', async () => {
    mount(<Choice />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowUp}');
    await expect.element(active()).toHaveTextContent('حسب المادة');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(active()).toHaveTextContent('النوع');
    await userEvent.keyboard('{End}{ArrowDown}');
    await expect.element(active()).toHaveTextContent('الشهر');
    await userEvent.keyboard('{Home}');
    await expect.element(active()).toHaveTextContent('حسب المادة');
  });

  it.each(['{Enter}', ' '])('chooses with %j and gives the focus back', async (key) => {
    const onChange = vi.fn();
    mount(<Choice onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard(`{Enter}{ArrowDown}${key}`);
    await expect.element(list()).not.toBeInTheDocument();
    expect(onChange.mock.calls).toEqual([['meaning']]);
    await expect.element(button()).toHaveFocus();
    await expect.element(button()).toHaveTextContent('النوع');
  });

  it.each(['{Escape}', '{Tab}'])('leaves everything as it was with %j', async (key) => {
    const onChange = vi.fn();
    mount(<Choice onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard(`{Enter}{End}${key}`);
    await expect.element(list()).not.toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
    await expect.element(button()).toHaveFocus();
  });

  it('goes to the next option that begins with a typed letter', async () => {
    mount(<Choice />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const type = (key: string): boolean | undefined =>
      list()
        .element()
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    type('ا');
    await expect.element(active()).toHaveTextContent('النوع');
    type('ا');
    await expect.element(active()).toHaveTextContent('الشهر');
    type('ح');
    await expect.element(active()).toHaveTextContent('حسب المادة');
  });

  it('closes without a change when the reader presses elsewhere', async () => {
    const onChange = vi.fn();
    mount(<Choice onChange={onChange} />);
    await button().click();
    await expect.element(list()).toHaveFocus();
    document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    await expect.element(list()).not.toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each(['rtl', 'ltr'] as const)('keeps a long list inside a low window, %s', async (dir) => {
    const before = document.dir;
    document.dir = dir;
    await page.viewport(320, 240);
    const many = Array.from({ length: 30 }, (_, n) => ({ value: `v${n}`, name: `خيار رقم ${n}` }));
    mount(
      <div style={{ position: 'fixed', insetBlockEnd: 60, insetInlineEnd: 0 }}>
        <Choice options={many} />
      </div>,
    );
    await button().click();
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(active()).toHaveTextContent('خيار رقم 29');
    const inside = (outer: DOMRect, inner: DOMRect): boolean =>
      inner.left >= outer.left &&
      inner.right <= outer.right &&
      inner.top >= outer.top &&
      inner.bottom <= outer.bottom;
    const boxOf = (each: typeof list): DOMRect => each().element().getBoundingClientRect();
    expect(inside(new DOMRect(0, 0, innerWidth, innerHeight), boxOf(list))).toBe(true);
    await expect.poll(() => inside(boxOf(list), boxOf(active))).toBe(true);
    // The list stays where it was scrolled to.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(inside(boxOf(list), boxOf(active))).toBe(true);
    document.dir = before;
    await page.viewport(1280, 800);
  });
});

import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { LabelPicker } from './LabelPicker.tsx';
import { type KnownLabel, toLabels } from './labels.ts';

function Picker({
  options,
  first = null,
  onChange,
}: {
  readonly options: readonly KnownLabel[];
  readonly first?: string | null;
  readonly onChange: (key: string | null) => void;
}) {
  const [value, setValue] = useState(first);
  return (
    <LabelPicker
      label="الوسم"
      all="كل الوسوم"
      options={options}
      value={value}
      onChange={(key) => {
        setValue(key);
        onChange(key);
      }}
    />
  );
}

const NAMES = toLabels(['أمن', 'حدود', 'إرهاب', 'مياه']);
const button = () => page.getByRole('button', { name: /^الوسم/ });
const field = () => page.getByRole('combobox');
const option = (name: string) => page.getByRole('option', { name });

/** Types in the field as an input method does, which Playwright's keys cannot for Arabic letters. */
const type = (text: string): Promise<void> => userEvent.fill(field(), text);

describe('LabelPicker', () => {
  it('opens with the focus in its field and all labels below it', async () => {
    mount(<Picker options={NAMES} onChange={() => undefined} />);
    await button().click();
    await expect.element(field()).toHaveFocus();
    expect(page.getByRole('option').elements()).toHaveLength(NAMES.length + 1);
  });

  it('finds a label by some letters, whatever its hamza, and chooses it with Enter', async () => {
    const onChange = vi.fn();
    mount(<Picker options={NAMES} onChange={onChange} />);
    await button().click();
    await type('ارها');
    await expect.poll(() => page.getByRole('option').elements().length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(field()).not.toBeInTheDocument();
    expect(onChange.mock.calls).toEqual([[NAMES[2]?.key]]);
    await expect.element(button()).toHaveFocus();
    await expect.element(button()).toHaveTextContent('إرهاب');
  });

  it('moves with the arrows from what is chosen, and stays inside the list', async () => {
    mount(<Picker options={NAMES} first={NAMES[1]?.key ?? null} onChange={() => undefined} />);
    const isAt = (name: string) =>
      expect.element(option(name)).toHaveAttribute('aria-selected', 'true');
    button().element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await isAt('حدود');
    await userEvent.keyboard('{ArrowDown}');
    await isAt('إرهاب');
    await userEvent.keyboard('{PageDown}{ArrowDown}');
    await isAt('مياه');
    await userEvent.keyboard('{PageUp}');
    await isAt('كل الوسوم');
  });

  it('says that all are wanted with its first row', async () => {
    const onChange = vi.fn();
    mount(<Picker options={NAMES} first={NAMES[1]?.key ?? null} onChange={onChange} />);
    await button().click();
    await option('كل الوسوم').click();
    expect(onChange.mock.calls).toEqual([[null]]);
  });

  it('changes nothing with Escape, and gives the focus back', async () => {
    const onChange = vi.fn();
    mount(<Picker options={NAMES} onChange={onChange} />);
    await button().click();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await expect.element(field()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('closes with a press elsewhere, and leaves the focus there', async () => {
    mount(
      <>
        <Picker options={NAMES} onChange={() => undefined} />
        <input aria-label="حقل" style={{ marginBlockStart: '600px' }} />
      </>,
    );
    await button().click();
    await page.getByRole('textbox', { name: 'حقل' }).click();
    await expect.element(field()).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'حقل' })).toHaveFocus();
  });

  it('draws 200 of very many and says how many are left', async () => {
    const many = toLabels(Array.from({ length: 260 }, (_, at) => `وسم ${at}`));
    mount(<Picker options={many} onChange={() => undefined} />);
    await button().click();
    await expect.poll(() => page.getByRole('option').elements().length).toBe(201);
    await expect.element(page.getByText(/60/).last()).toBeVisible();
    await type('زرافة');
    await expect.poll(() => page.getByRole('option').elements().length).toBe(0);
  });

  it('opens above its button where the window ends below it', async () => {
    mount(
      <div style={{ position: 'fixed', insetBlockEnd: 0 }}>
        <Picker
          options={toLabels(Array.from({ length: 60 }, (_, at) => `وسم ${at}`))}
          onChange={() => undefined}
        />
      </div>,
    );
    await button().click();
    const popup = document.querySelector('[popover]')?.getBoundingClientRect();
    expect(popup?.top).toBeGreaterThanOrEqual(0);
    expect(popup?.bottom).toBeLessThanOrEqual(button().element().getBoundingClientRect().top);
  });
});

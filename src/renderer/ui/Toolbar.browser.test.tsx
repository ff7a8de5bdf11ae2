import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { Toolbar } from './Toolbar.tsx';

const buttons = (names: readonly string[], off: readonly string[] = []) => (
  <Toolbar label="أدوات">
    {names.map((name) => (
      <button key={name} type="button" disabled={off.includes(name)}>
        {name}
      </button>
    ))}
  </Toolbar>
);

const named = (name: string) => page.getByRole('button', { name });
const stops = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[role=toolbar] button')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent ?? '');

describe('Toolbar', () => {
  it('is one tab stop, inside which the arrows move in reading direction', async () => {
    mount(
      <>
        {buttons(['أ', 'ب', 'ج'])}
        <input aria-label="بعدها" />
      </>,
    );
    await userEvent.keyboard('{Tab}');
    await expect.element(named('أ')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(named('ب')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(named('ج')).toHaveFocus();
    expect(stops()).toEqual(['ج']);
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
  });

  it('skips disabled buttons', async () => {
    mount(buttons(['أ', 'ب', 'ج'], ['ب']));
    await userEvent.keyboard('{Tab}{ArrowLeft}');
    await expect.element(named('ج')).toHaveFocus();
  });

  it('keeps one tab stop when its button is removed', () => {
    const { render } = mount(buttons(['أ', 'ب']));
    render(buttons(['ب', 'ج']));
    expect(stops()).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { OVERLAY_ID, listenToKeys } from './keyboard.ts';
import { type CommandHandlers, availableCommands, runCommand, useCommands } from './registry.ts';

let stop = (): void => undefined;
beforeEach(() => {
  stop = listenToKeys();
});
afterEach(() => stop());

function Commands({ handlers }: { readonly handlers: CommandHandlers }) {
  useCommands(handlers);
  return <input aria-label="حقل" />;
}

describe('commands and their keys', () => {
  it('run while their component is mounted', async () => {
    const run = vi.fn();
    const { unmount } = mount(<Commands handlers={{ 'change.undo': run }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(run).toHaveBeenCalledOnce();
    unmount();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(run).toHaveBeenCalledOnce();
    expect(runCommand('change.undo')).toBe(false);
  });

  it('go to the component mounted last, or to the one before if it cannot handle them', async () => {
    const [below, above] = [vi.fn(), vi.fn()];
    let isOn = true;
    mount(<Commands handlers={{ 'change.undo': below }} />);
    mount(<Commands handlers={{ 'change.undo': { run: above, isEnabled: () => isOn } }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([below, above].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    isOn = false;
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([below, above].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('do what the last rendering defines', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const { render } = mount(<Commands handlers={{ 'change.undo': first }} />);
    render(<Commands handlers={{ 'change.undo': second }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  it('do not run again while Escape is held down', () => {
    const run = vi.fn();
    mount(<Commands handlers={{ escape: run }} />);
    const press = (repeat: boolean) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'Escape', key: 'Escape', bubbles: true, repeat }),
      );
    press(false);
    press(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it('do not reach the page below something that covers it', async () => {
    const run = vi.fn();
    const covered = (isOpen: boolean) => (
      <>
        <Commands handlers={{ 'list.next': run }} />
        {isOpen && <div id={OVERLAY_ID} role="dialog" />}
      </>
    );
    const { render } = mount(covered(true));
    await userEvent.keyboard('j');
    expect(run).not.toHaveBeenCalled();
    render(covered(false));
    await userEvent.keyboard('j');
    expect(run).toHaveBeenCalledOnce();
  });

  it('do not take letters from a field', async () => {
    const run = vi.fn();
    mount(<Commands handlers={{ 'list.next': run }} />);
    await userEvent.keyboard('j');
    expect(run).toHaveBeenCalledOnce();
    await page.getByRole('textbox').click();
    await userEvent.keyboard('j');
    expect(run).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('textbox')).toHaveValue('j');
  });

  it('wait behind a modal dialog', async () => {
    const run = vi.fn();
    mount(
      <>
        <Commands handlers={{ 'change.undo': run }} />
        <Dialog title="سؤال" onClose={() => undefined}>
          نص
        </Dialog>
      </>,
    );
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(run).not.toHaveBeenCalled();
  });

  it('are offered as long as a component handles them', () => {
    const { unmount } = mount(<Commands handlers={{ 'change.undo': () => undefined }} />);
    expect(availableCommands().map(({ id }) => id)).toEqual(['change.undo']);
    unmount();
    expect(availableCommands()).toEqual([]);
  });
});

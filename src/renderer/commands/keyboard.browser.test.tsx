import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { listenToKeys } from './keyboard.ts';
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
  it('are carried out while their component is there', async () => {
    const run = vi.fn();
    const { unmount } = mount(<Commands handlers={{ 'change.undo': run }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(run).toHaveBeenCalledOnce();
    unmount();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(run).toHaveBeenCalledOnce();
    expect(runCommand('change.undo')).toBe(false);
  });

  it('go to the component that came last, or to the one before where it cannot', async () => {
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

  it('do what the last rendering says', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const { render } = mount(<Commands handlers={{ 'change.undo': first }} />);
    render(<Commands handlers={{ 'change.undo': second }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  it('leave the letters of a field alone', async () => {
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

  it('are offered as long as something carries them out', () => {
    const { unmount } = mount(<Commands handlers={{ 'change.undo': () => undefined }} />);
    expect(availableCommands().map(({ id }) => id)).toEqual(['change.undo']);
    unmount();
    expect(availableCommands()).toEqual([]);
  });
});

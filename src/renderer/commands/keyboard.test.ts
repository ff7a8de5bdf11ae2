import { afterEach, describe, expect, it } from 'vitest';
import { commandsFor } from './keyboard.ts';
import { availableCommands, handlerOf, registerCommands, runCommand } from './registry.ts';

const stroke = (code: string, changes = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...changes,
});
const text = {
  mac: false,
  direction: 'rtl',
  typing: false,
  overlaid: false,
  singleKeys: true,
} as const;
const ctrl = { ctrlKey: true };

describe('commandsFor', () => {
  it('gives a key to the command of the innermost part that can use it first', () => {
    expect(commandsFor(stroke('KeyJ'), text)).toEqual(['block.next', 'list.next']);
    expect(commandsFor(stroke('KeyF', ctrl), text)).toEqual(['find.open', 'search.focus']);
    expect(commandsFor(stroke('Escape'), text)).toEqual(['selecting.leave', 'escape']);
  });

  it('leaves letters and Delete to a focused field, but not Ctrl with a letter', () => {
    const typing = { ...text, typing: true };
    for (const code of ['KeyH', 'Slash', 'Digit2', 'Delete', 'Escape', 'Space'])
      expect(commandsFor(stroke(code), typing)).toEqual([]);
    expect(commandsFor(stroke('KeyK', ctrl), typing)).toEqual(['palette.open']);
    expect(commandsFor(stroke('F3'), typing)).toEqual(['find.next']);
    expect(commandsFor(stroke('KeyC', { ...ctrl, shiftKey: true }), typing)).toEqual([]);
  });

  it('keeps Ctrl, function keys, arrows and Escape when single keys are off', () => {
    const off = { ...text, singleKeys: false };
    expect(commandsFor(stroke('KeyA'), off)).toEqual([]);
    expect(commandsFor(stroke('Slash', { shiftKey: true }), off)).toEqual([]);
    expect(commandsFor(stroke('KeyA', { ...ctrl, shiftKey: true }), off)).toEqual(['panel.toggle']);
    expect(commandsFor(stroke('F1'), off)).toEqual(['help.open']);
    expect(commandsFor(stroke('Escape'), off)).not.toEqual([]);
  });

  it('goes back with the arrow against the reading direction', () => {
    const alt = { altKey: true };
    expect(commandsFor(stroke('ArrowRight', alt), text)).toEqual(['go.back']);
    expect(commandsFor(stroke('ArrowLeft', alt), text)).toEqual(['go.forward']);
    expect(commandsFor(stroke('ArrowLeft', alt), { ...text, direction: 'ltr' })).toEqual([
      'go.back',
    ]);
  });

  it('runs no command of the text while something lies over it', () => {
    expect(commandsFor(stroke('KeyH'), { ...text, overlaid: true })).toEqual([]);
    expect(commandsFor(stroke('Equal', ctrl), { ...text, overlaid: true })).toEqual([
      'text.larger',
    ]);
  });
});

describe('the registry', () => {
  const stops: (() => void)[] = [];
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  it('asks the handler that came last first, and takes the first that is enabled', () => {
    const calls: string[] = [];
    let open = true;
    const below = () => ({ escape: () => void calls.push('below') });
    const above = () => ({
      escape: { run: () => void calls.push('above'), isEnabled: () => open },
    });
    stops.push(registerCommands(below), registerCommands(above));

    runCommand('escape');
    open = false;
    runCommand('escape');

    expect(calls).toEqual(['above', 'below']);
  });

  it('answers null for a command without a handler', () => {
    expect(handlerOf('note.write')).toBeNull();
    expect(runCommand('note.write')).toBe(false);
    expect(availableCommands()).toEqual([]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { Match } from '#shared/domain/search-result.ts';
import { ReaderSession, type SessionStart } from './session.ts';

const id = (name: string) => name as AnnotationId;

const match = (start: number, field: Match['field'] = 'text'): Match => ({
  field,
  start,
  end: start + 4,
  text: 'كلمة',
  layer: 'exact',
});

const aSession = (find: Partial<SessionStart['find']> = {}) =>
  new ReaderSession({
    find: { text: '', matching: 'close', startOffset: 0, ...find },
    firstBlock: 'b0',
    progress: 0,
    offset: 0,
    panel: { open: false, tab: 'highlights', decided: false },
  });

describe('a reader session', () => {
  it('tells its listeners of a change, and only of a change', () => {
    const session = aSession();
    const listener = vi.fn();
    const stop = session.subscribe(listener);

    session.choose(id('a'));
    session.choose(id('a'));
    session.chooseBlock('b1');
    session.chooseBlock('b1');
    session.hideToolbar();
    stop();
    session.choose(null);

    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('keeps a part of the state that has not changed', () => {
    const session = aSession();
    const { block, find } = session.state;

    session.scrolledToBlock('b0', () => true);
    session.choose(id('a'));

    expect(session.state.block).toBe(block);
    expect(session.state.find).toBe(find);
  });

  it('is at the chosen highlight while it is visible, then at the one at the reading position', () => {
    const session = aSession();
    session.choose(id('a'));

    session.scrolledTo(id('b'), (each) => each === id('a'));
    expect([session.state.chosenId, session.currentId]).toEqual(['a', 'a']);

    session.scrolledTo(id('b'), () => false);
    expect([session.state.chosenId, session.currentId]).toEqual([null, 'b']);
  });

  it('is at the chosen paragraph while it is visible, then at the first visible one', () => {
    const session = aSession();
    session.chooseBlock('b7', true);

    session.scrolledToBlock('b3', () => true);
    expect(session.currentBlock).toBe('b7');

    session.scrolledToBlock('b5', () => false);
    expect(session.currentBlock).toBe('b5');
    session.scrolledToBlock(undefined, () => false);
    expect(session.currentBlock).toBe('b5');
  });

  it('shows the toolbar for a target, and hides it without forgetting the target', () => {
    const session = aSession();
    const target = { span: { start: 0, end: 4 }, annotation: null };

    session.showTarget(target);
    session.enterToolbar();
    expect(session.state.selection).toMatchObject({ shown: true, focusAsked: 1 });

    session.hideToolbar();
    expect(session.state.selection).toMatchObject({ shown: false, target });

    session.showTarget(null);
    expect(session.state.selection).toMatchObject({ shown: false, target: null, focusAsked: 0 });
  });

  it('finds from the first visible words when the bar opens', () => {
    const session = aSession();
    session.setFindText('كلمة');
    session.setMatches([match(0, 'title'), match(10), match(50)], true);

    session.openFind(() => 30);
    expect(session.state.find).toMatchObject({ open: true, painted: true, index: 2 });

    session.setMatches([match(20), match(31), match(60)], true);
    expect(session.state.find.index).toBe(1);
  });

  it('finds from the beginning of the title when nothing was scrolled', () => {
    const session = aSession({ text: 'كلمة' });

    session.setMatches([match(3, 'title'), match(10)], true);

    expect(session.state.find).toMatchObject({ open: true, index: 0 });
  });

  it('knows that nothing was found only together with the answer', () => {
    const session = aSession({ text: 'كلمة' });
    expect(session.state.find).toMatchObject({ matches: [], answered: false });

    session.setMatches([], false);
    expect(session.state.find).toMatchObject({ matches: [], answered: false });

    session.setMatches([], true);
    expect(session.state.find).toMatchObject({ matches: [], answered: true });
  });

  it('continues from the last match after the bar was closed', () => {
    const session = aSession({ text: 'كلمة' });
    session.setMatches([match(1), match(10), match(50)], true);
    session.stepFind(1);

    session.closeFind();
    expect(session.state.find).toMatchObject({ open: false, painted: false, index: 1 });

    session.stepFind(1);
    session.stepFind(1);
    expect(session.state.find).toMatchObject({ open: false, painted: true, index: 0 });
    session.stepFind(-1);
    expect(session.state.find.index).toBe(2);
  });

  it('keeps its number while an answer to an earlier text is still shown', () => {
    const session = aSession({ text: 'كلمة' });
    session.setMatches([match(1), match(10)], true);
    session.stepFind(1);

    session.setMatches([match(1), match(10)], false);

    expect(session.state.find.index).toBe(1);
  });

  it('gives the find field the focus each time it is opened', () => {
    const session = aSession({ text: 'كلمة' });
    expect(session.state.find.focusAsked).toBe(0);

    session.openFind(() => 0);
    session.openFind(() => 0);

    expect(session.state.find.focusAsked).toBe(2);
  });

  it('keeps the decision about the panel when the window changes its width', () => {
    const session = aSession();

    session.fitPanel(true);
    expect(session.state.panel).toMatchObject({ open: true, decided: false });

    session.setPanel(false);
    session.fitPanel(true);
    expect(session.state.panel).toMatchObject({ open: true, decided: true });
  });
});

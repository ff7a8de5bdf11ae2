import { describe, expect, it, vi } from 'vitest';
import { viewState } from './view-state.ts';

describe('the view state', () => {
  it('tells the listeners of a field, and no others', () => {
    const [ofRows, ofFocus] = [vi.fn(), vi.fn()];
    const stops = [viewState.listen('libraryRows', ofRows), viewState.listen('focusMode', ofFocus)];

    viewState.set('libraryRows', 120);

    expect(viewState.get('libraryRows')).toBe(120);
    expect(ofRows).toHaveBeenCalledOnce();
    expect(ofFocus).not.toHaveBeenCalled();
    stops.forEach((stop) => stop());
  });

  it('tells nobody when the value is the same, and no removed listener', () => {
    const listener = vi.fn();
    const stop = viewState.listen('singleKeys', listener);

    viewState.set('singleKeys', true);
    stop();
    viewState.set('singleKeys', false);

    expect(listener).not.toHaveBeenCalled();
  });
});

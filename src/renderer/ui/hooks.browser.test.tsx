import { useRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, mountHook } from '#renderer/testing/mount.tsx';
import { useAnchored } from './use-anchored.ts';
import { useLasting } from './use-lasting.ts';
import { useMedia } from './use-media.ts';
import { hasListPosition, useListPosition } from './use-list-position.ts';
import { useStableFunctions } from './use-stable-functions.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('useLasting', () => {
  it('is true only when the condition has held for the whole time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hook = mountHook((holds: boolean) => useLasting(holds, 300), true);
    expect(hook.value()).toBe(false);
    vi.advanceTimersByTime(299);
    hook.rerender(false);
    vi.advanceTimersByTime(10);
    hook.rerender(true);
    vi.advanceTimersByTime(299);
    expect(hook.value()).toBe(false);
    vi.advanceTimersByTime(1);
    await expect.poll(hook.value).toBe(true);
    hook.rerender(false);
    expect(hook.value()).toBe(false);
  });
});

describe('useStableFunctions', () => {
  it('returns the same functions, which call the latest ones', () => {
    const said: string[] = [];
    const hook = mountHook(
      (word: string) => useStableFunctions({ say: () => void said.push(word) }),
      'أول',
    );
    const first = hook.value();
    first.say();
    hook.rerender('ثانٍ');
    expect(hook.value()).toBe(first);
    first.say();
    expect(said).toEqual(['أول', 'ثانٍ']);
  });
});

describe('useMedia', () => {
  it('follows the width of the window', async () => {
    await page.viewport(900, 600);
    const hook = mountHook(() => useMedia('(min-width: 1000px)'), null);
    expect(hook.value()).toBe(false);
    await page.viewport(1280, 800);
    await expect.poll(hook.value).toBe(true);
  });
});

describe('useAnchored', () => {
  function Popup({ lines }: { readonly lines: number }) {
    const anchor = useRef<HTMLButtonElement>(null);
    const popup = useRef<HTMLDivElement>(null);
    useAnchored(anchor, popup, true);
    return (
      <div className="scroll" style={{ overflow: 'auto', blockSize: '300px' }}>
        <div style={{ paddingBlock: '100px 2000px', paddingInlineStart: '120px' }}>
          <button ref={anchor} type="button">
            زر
          </button>
          <div
            ref={popup}
            popover="manual"
            style={{ position: 'fixed', margin: 0, border: 0, padding: 0, inset: 'auto' }}
          >
            <div style={{ inlineSize: '200px', blockSize: `${lines * 20}px` }}>قائمة</div>
          </div>
        </div>
      </div>
    );
  }
  const anchorBox = () => page.getByRole('button').element().getBoundingClientRect();
  const popupBox = (): DOMRect => {
    const popup = document.querySelector('[popover]');
    if (!popup) throw new Error('no popup');
    return popup.getBoundingClientRect();
  };

  it('places the popup below its anchor, aligned at its start', () => {
    mount(<Popup lines={5} />);
    expect(popupBox().top - anchorBox().bottom).toBe(4);
    expect(popupBox().right).toBe(anchorBox().right);
  });

  it('follows while its anchor scrolls', async () => {
    const { container } = mount(<Popup lines={5} />);
    const top = anchorBox().top;
    container.querySelector('.scroll')?.scrollBy(0, 40);
    await expect.poll(() => anchorBox().top).toBe(top - 40);
    await expect.poll(() => popupBox().top - anchorBox().bottom).toBe(4);
  });

  it('shrinks a popup that is higher than the window', () => {
    mount(<Popup lines={100} />);
    expect(popupBox().bottom).toBeLessThanOrEqual(window.innerHeight - 8);
  });
});

describe('useListPosition', () => {
  function List({ name, ready = true }: { readonly name: string; readonly ready?: boolean }) {
    const scroller = useListPosition(name, ready);
    return (
      <div ref={scroller} className="scroll" style={{ overflow: 'auto', blockSize: '200px' }}>
        {Array.from({ length: 60 }, (_, at) => (
          <a key={at} href={`#/${name}/${at}`} data-list-item style={{ display: 'block' }}>
            {`خبر ${at}`}
          </a>
        ))}
      </div>
    );
  }
  const scroller = (): Element => {
    const element = document.querySelector('.scroll');
    if (!element) throw new Error('no list');
    return element;
  };
  const link = (name: string, at: number) =>
    document.querySelector<HTMLElement>(`a[href="#/${name}/${at}"]`);

  it('restores the scroll position and the focus', async () => {
    const first = mount(<List name="one" />);
    scroller().scrollTop = 400;
    await expect.poll(() => hasListPosition('one')).toBe(true);
    link('one', 25)?.focus({ preventScroll: true });
    const at = link('one', 25)?.getBoundingClientRect().top;
    first.unmount();

    mount(<List name="one" />);
    expect(document.activeElement).toBe(link('one', 25));
    expect(link('one', 25)?.getBoundingClientRect().top).toBe(at);
  });

  it('starts another list at its top, without the focus', () => {
    mount(<List name="two" />);
    expect(scroller().scrollTop).toBe(0);
    expect(document.activeElement).toBe(document.body);
  });

  it('does not take the focus from a field while the list changes', async () => {
    const left = mount(<List name="three" />);
    link('three', 2)?.focus();
    left.unmount();
    const { render } = mount(<List name="four" />);
    render(<List name="three" />);
    expect(document.activeElement).toBe(document.body);
  });
});

import { describe, expect, it } from 'vitest';
import { mount } from '#renderer/testing/mount.tsx';
import { usePortion } from './use-portion.ts';

const COUNT = 1_000;

interface Rows {
  readonly count?: number;
  readonly wanted?: number;
  readonly kept?: number;
}

function List({ count = COUNT, wanted = -1, kept = -1 }: Rows) {
  const { portion, scroller, start, end } = usePortion(count, wanted, kept);
  const { from, to } = portion;
  return (
    <div ref={scroller} className="scroll" style={{ overflow: 'auto', blockSize: '400px' }}>
      <div ref={start} />
      <ol>
        {Array.from({ length: to - from }, (_, at) => (
          <li key={from + at} style={{ blockSize: '60px' }}>{`صف ${from + at}`}</li>
        ))}
      </ol>
      <div ref={end} />
    </div>
  );
}

const drawn = (): readonly number[] =>
  [...document.querySelectorAll('li')].map(({ textContent }) =>
    Number(textContent?.replace('صف ', '')),
  );

const scroller = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('.scroll');
  if (!element) throw new Error('no list');
  return element;
};

/** The first row that can be seen, and where its upper edge is in the window. */
const firstInSight = (): { readonly text: string; readonly top: number } => {
  const { top } = scroller().getBoundingClientRect();
  const row = [...document.querySelectorAll('li')].find(
    (each) => each.getBoundingClientRect().bottom > top,
  );
  return { text: row?.textContent ?? '', top: row?.getBoundingClientRect().top ?? 0 };
};

describe('usePortion', () => {
  it('draws a short list whole', () => {
    mount(<List count={90} />);
    expect(drawn()).toHaveLength(90);
  });

  it('draws the first rows of a long list, and more when its end comes near', async () => {
    mount(<List />);
    expect(drawn()[0]).toBe(0);
    expect(drawn().length).toBeLessThan(100);
    for (const past of [30, 60, 120]) {
      await expect
        .poll(() => {
          scroller().scrollTop = scroller().scrollHeight;
          return drawn().at(-1);
        })
        .toBeGreaterThan(past);
    }
    expect(drawn().length).toBeLessThanOrEqual(96);
  });

  it('leaves the rows in sight where they are while rows come above them', async () => {
    mount(<List kept={500} />);
    // The browser itself keeps rows in place everywhere but at the very top.
    const first = drawn()[0] ?? 0;
    scroller().scrollTop = 0;
    const before = firstInSight();
    await expect.poll(() => drawn()[0]).toBeLessThan(first);
    const row = [...document.querySelectorAll('li')].find(
      ({ textContent }) => textContent === before.text,
    );
    expect(Math.abs((row?.getBoundingClientRect().top ?? 0) - before.top)).toBeLessThanOrEqual(1);
  });

  it('goes to the wanted row when it has been wanted for a while', async () => {
    const { render } = mount(<List />);
    render(<List wanted={700} />);
    expect(drawn()).not.toContain(700);
    await expect.poll(drawn).toContain(700);
  });

  it('never leaves out the kept row, whatever is wanted', async () => {
    const { render } = mount(<List kept={300} />);
    expect(drawn()).toContain(300);
    render(<List kept={300} wanted={900} />);
    for (let times = 0; times < 8; times += 1) {
      scroller().scrollTop = scroller().scrollHeight;
      await new Promise(requestAnimationFrame);
    }
    expect(drawn()).toContain(300);
    render(<List kept={800} />);
    expect(drawn()).toContain(800);
  });
});

import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { installBridge } from '#renderer/testing/bridge.ts';
import { mount } from '#renderer/testing/mount.tsx';
import { PasteForm } from './PasteForm.tsx';

it('names formats in the order of the Arabic sentence when a text cannot be added', async () => {
  installBridge({
    'import/text': () => ({ kind: 'failed', code: 'import/unsupported', params: {} }),
  });
  mount(<PasteForm text="نص" html={null} onDone={() => undefined} onBack={() => undefined} />);
  document.querySelector('form')?.requestSubmit();
  const alert = page.getByRole('alert');
  await expect.poll(() => alert.elements().length).toBe(1);

  const range = document.createRange();
  const leftOf = (word: string): number => {
    const walker = document.createTreeWalker(alert.element(), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      return range.getBoundingClientRect().left;
    }
    return Number.NaN;
  };
  expect(leftOf('EPUB')).toBeGreaterThan(leftOf('DOCX'));
  expect(leftOf('DOCX')).toBeGreaterThan(leftOf('PDF'));
});

import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { Dialog } from './Dialog.tsx';

/** A button that opens the given dialog, as a page of the app has it. */
function Opener({ children }: { readonly children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        فتح
      </button>
      {open && children(() => setOpen(false))}
    </>
  );
}

const opener = () => page.getByRole('button', { name: 'فتح' });
const dialog = (name = 'تفاصيل') => page.getByRole('dialog', { name });

/** Presses the mouse beside the dialog, on what is behind it. */
const pressBeside = (name?: string): void => {
  const element = dialog(name).element();
  element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
};

describe('Dialog', () => {
  it('takes the focus, and gives it back when Escape closes it', async () => {
    mount(
      <Opener>
        {(close) => (
          <Dialog title="تفاصيل" onClose={close}>
            <input aria-label="العنوان" />
          </Dialog>
        )}
      </Opener>,
    );
    await opener().click();
    await expect.element(dialog()).toBeVisible();
    expect(dialog().element().contains(document.activeElement)).toBe(true);

    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
  });

  it('gives the focus back when it is only unmounted', async () => {
    mount(
      <Opener>
        {(close) => (
          <Dialog title="تفاصيل" onClose={() => undefined}>
            <button type="button" onClick={close}>
              حفظ
            </button>
          </Dialog>
        )}
      </Opener>,
    );
    await opener().click();
    await page.getByRole('button', { name: 'حفظ' }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
  });

  it('prevents use of the page behind it', async () => {
    mount(
      <Opener>
        {(close) => (
          <Dialog title="تفاصيل" onClose={close}>
            نص
          </Dialog>
        )}
      </Opener>,
    );
    await opener().click();
    const { left, top } = opener().element().getBoundingClientRect();
    expect(document.elementFromPoint(left + 2, top + 2)).toBe(dialog().element());
  });

  it('closes with a press beside it, unless it holds a form', async () => {
    const onClose = vi.fn();
    const { render } = mount(
      <Dialog title="تفاصيل" onClose={onClose} keeps>
        نص
      </Dialog>,
    );
    pressBeside();
    await expect.element(dialog()).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();

    render(
      <Dialog title="تفاصيل" onClose={onClose}>
        نص
      </Dialog>,
    );
    pressBeside();
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
  });

  it('stays open when a dialog above it closes', async () => {
    const onClose = vi.fn();
    mount(
      <Dialog title="تفاصيل" onClose={onClose}>
        <Opener>
          {(close) => (
            <Dialog title="سؤال" onClose={close}>
              نص
            </Dialog>
          )}
        </Opener>
      </Dialog>,
    );
    await opener().click();
    await expect.element(dialog('سؤال')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog('سؤال')).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
    await expect.element(dialog()).toBeVisible();
  });

  it('takes the focus itself if it contains only text, so that keys scroll it', async () => {
    mount(
      <Dialog title="رخصة" onClose={() => undefined} textOnly>
        <p style={{ blockSize: '3000px' }}>نص</p>
      </Dialog>,
    );
    const text = page.getByRole('region', { name: 'رخصة' });
    await userEvent.click(text);
    await userEvent.keyboard('{End}');
    await expect.poll(() => text.element().scrollTop).toBeGreaterThan(0);
  });
});

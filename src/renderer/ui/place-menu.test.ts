import { describe, expect, it } from 'vitest';
import { placeMenu } from './place-menu.ts';

const frame = { width: 1000, height: 600 };
const menu = { width: 200, height: 120 };
const button = (left: number, top: number) => ({ left, top, right: left + 28, bottom: top + 28 });

describe('placeMenu', () => {
  it('puts the menu below its button, with their line ends under each other', () => {
    expect(placeMenu(button(500, 100), menu, frame, true)).toMatchObject({ left: 500, top: 132 });
    expect(placeMenu(button(500, 100), menu, frame, false)).toMatchObject({ left: 328, top: 132 });
  });

  it('aligns the menu with the other edge of the button near the edge of the window', () => {
    expect(placeMenu(button(960, 100), menu, frame, true).left).toBe(788);
    expect(placeMenu(button(10, 100), menu, frame, false).left).toBe(10);
  });

  it('puts the menu above the button when there is room only there', () => {
    const place = placeMenu(button(500, 560), menu, frame, true);
    expect(place.top + menu.height).toBe(556);
  });

  it('takes the side with more room and lets the menu scroll when it fits on neither', () => {
    const place = placeMenu(button(500, 200), { width: 200, height: 900 }, frame, true);
    expect(place).toMatchObject({ top: 232, maxHeight: 360 });
    const upwards = placeMenu(button(500, 400), { width: 200, height: 900 }, frame, true);
    expect(upwards).toMatchObject({ top: 8, maxHeight: 388 });
  });

  it('keeps the menu inside a narrow window', () => {
    const { left } = placeMenu(button(60, 100), menu, { width: 216, height: 600 }, false);
    expect(left).toBe(8);
  });
});

import { describe, expect, it } from 'vitest';
import { citePassage } from './cite-passage.ts';

describe('citePassage', () => {
  it('names title, outlet and date, and leaves no invisible marks behind', () => {
    const cited = citePassage('نص\nالفقرة', {
      title: 'العنوان',
      outlet: 'ناس',
      date: '2020-09-25',
    });

    expect(cited).toBe('«نص الفقرة» — العنوان، ناس، 25 أيلول 2020');
  });

  it('says nothing of what is not known', () => {
    expect(citePassage('نص', { title: 'العنوان', outlet: null, date: null })).toBe(
      '«نص» — العنوان',
    );
  });
});

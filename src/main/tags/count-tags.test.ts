import { describe, expect, it } from 'vitest';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { sampleArticle, mark } from '../marks-exchange/testing/marked-article.ts';
import { countTags } from './count-tags.ts';

const article = sampleArticle();
const tagged = (tags: string[], note = '') => mark(article, 1, 'المتحدث', { tags, note });

describe('counting tags', () => {
  it('counts the tags of highlights, their notes and articles, all spellings together', () => {
    const marks = {
      ...NO_MARKS,
      annotations: [tagged(['أمن', 'حدود']), tagged(['امن'], 'راجع #أمن'), tagged([], '#حدود')],
    };

    expect(
      countTags([
        { marks, tags: ['أمن'] },
        { marks: NO_MARKS, tags: ['ماء'] },
      ]),
    ).toEqual([
      { key: 'امن', name: 'أمن', marks: 2, articles: 1 },
      { key: 'حدود', name: 'حدود', marks: 2, articles: 0 },
      { key: 'ماء', name: 'ماء', marks: 0, articles: 1 },
    ]);
  });
});

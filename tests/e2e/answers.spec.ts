import * as v from 'valibot';
import { ANSWERS } from '#shared/contract/answers.ts';
import type { Channel } from '#shared/contract/channels.ts';
import type { Input } from '#shared/contract/contract.ts';
import { expect, test } from '../support/app.ts';

const articleId = 'joint-operations-asayish';
const id = '00000000-0000-4000-8000-000000000003';
const search = { text: 'الحدود', matching: 'close', typing: false } as const;

/**
 * The order matters, because a later call may need what an earlier one made. Dialogs and calls that end the run are left
 * out.
 */
const CALLS: readonly (readonly [channel: Channel, input: unknown])[] = [
  ['app/info', {}],
  ['app/release', {}],
  ['app/parts', {}],
  ['library/list', { from: 0 }],
  ['library/get', { articleId }],
  ['library/summaries', { articleIds: [articleId] }],
  [
    'annotations/save',
    { id, articleId, meaning: 'fact', span: { start: 0, end: 12 }, note: 'الحدود' },
  ],
  ['bookmarks/set', { articleId, blockId: 'b1', present: true }],
  ['reading/save', { articleId, offset: 40, progress: 0.5 }],
  ['reading/get', { articleId }],
  ['shelf/put', { articleId, change: { savedAt: '2026-01-01T00:00:00.000Z' } }],
  ['marks/get', { articleId }],
  ['marks/summaries', {}],
  ['annotations/list', {}],
  ['tags/list', {}],
  ['annotations/history', { articleId, id }],
  ['drafts/keep', { articleId, id, text: 'مسودة' }],
  ['drafts/list', {}],
  ['search/status', {}],
  ['search/query', search],
  ['search/locate', { articleId, text: search.text, matching: search.matching }],
  ['search/annotations', { ...search, articleId: null, withHighlights: true }],
  ['annotations/remove', { articleId, id }],
  ['annotations/removed', {}],
  ['import/text', { text: 'عنوان\n\nنصّ قصير من فقرة واحدة يكفي لمقال.', html: null }],
  ['import/state', {}],
  ['import/items', {}],
  ['backup/opened', {}],
  ['bin/list', {}],
  ['backup/dated', {}],
  ['settings/get', {}],
  ['settings/set', { hijri: true } satisfies Input<'settings/set'>],
];

test('the answers of the main process match the contract', async ({ start }) => {
  const { page } = await start();

  const answers = await page.evaluate(async (calls) => {
    const all: { ok: boolean; value?: unknown; error?: unknown }[] = [];
    for (const [channel, input] of calls)
      all.push((await window.bridge.invoke(channel, input)) as (typeof all)[number]);
    return all;
  }, CALLS);

  for (const [at, [channel]] of CALLS.entries()) {
    const answer = answers[at];
    expect(answer, channel).toMatchObject({ ok: true });
    expect(v.safeParse(ANSWERS[channel], answer?.value).issues, channel).toBeUndefined();
  }
});

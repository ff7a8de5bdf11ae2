import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { anAnnotation } from './an-annotation.test-builder.ts';
import { anArticle } from './an-article.test-builder.ts';
import { MAX_FAILURES } from './failure-count.ts';
import { aClient, articles, idsOf, query, settled } from './a-client.test-builder.ts';

describe('the search client', () => {
  it('keeps queries that arrive before the worker is ready', async () => {
    const { client, states } = aClient();
    const early = client.query(query('زلزال'));

    client.start({ articles, shippedIndex: null });
    const answer = await early;

    expect(answer.ok && answer.value.hits.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(states).toEqual(['preparing', 'ready']);
  });

  it('finds matches inside an article', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });

    const answer = await client.locate(articles[0]!.id, 'بغداد', 'close');

    expect(answer.ok && answer.value.map(({ text }) => text)).toEqual(['بغداد']);
  });

  it('reports how much is searched, in answers and while it grows', async () => {
    const { client, disk, statuses } = aClient();
    for (let n = 0; n < 60; n += 1)
      disk.put(anArticle(`own-${n}`, `خبر ${n}`, 'زلزال في بغداد '.repeat(400)));
    client.start({ articles, shippedIndex: null });
    const all = articles.length + 60;

    const first = await client.query(query('زلزال'));
    await settled(() => client.status().coverage?.waiting === 0);
    const last = await client.query(query('زلزال'));

    const { searched = 0, waiting = 0 } = first.ok ? first.value.coverage : {};
    expect(searched + waiting).toBe(all);
    expect(last.ok && last.value.coverage).toEqual({ searched: all, waiting: 0, unreadable: 0 });
    const told = statuses.flatMap(({ coverage }) => coverage ?? []);
    expect(told[0]).toEqual({ searched: articles.length, waiting: 60, unreadable: 0 });
    expect(told.at(-1)).toEqual({ searched: all, waiting: 0, unreadable: 0 });
  });

  it('reports unreadable articles, counted in every answer and by id', async () => {
    const { client, disk, troubled, unreadable } = aClient();
    const good = anArticle('own-1', 'خبر آخر', 'زلزال في حلب');
    disk.put(good);
    troubled.push('own-2' as ArticleId);
    client.start({ articles, shippedIndex: null });

    await settled(() => client.status().coverage?.waiting === 0);
    const answer = await client.query(query('زلزال'));

    expect(answer.ok && answer.value.coverage).toEqual({ searched: 2, waiting: 0, unreadable: 1 });
    expect(unreadable).toEqual(['own-2']);
  });

  it('answers only the newest of several queries', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });

    const [first, second] = await Promise.all([
      client.query(query('ز')),
      client.query(query('زلزال')),
    ]);

    expect(first).toEqual({ ok: false, error: { code: 'search/superseded' } });
    expect(second.ok).toBe(true);
  });

  it('locates only the newest of several texts, and still answers other questions', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });
    const locate = (text: string) => client.locate(articles[0]!.id, text, 'close');

    const [first, asked, second] = await Promise.all([
      locate('ب'),
      client.query(query('زلزال')),
      locate('بغداد'),
    ]);

    expect(first).toEqual({ ok: false, error: { code: 'search/superseded' } });
    expect(asked.ok).toBe(true);
    expect(second.ok && second.value).toHaveLength(1);
  });

  it('repeats a query after a crash, and rejects it when a second worker dies', async () => {
    const { client, workers, states, poison } = aClient();
    client.start({ articles, shippedIndex: null });
    await client.query(query('زلزال'));

    const asked = client.query(query('زلزال'));
    workers[0]?.kill();
    const again = await asked;
    poison.text = 'قاتل';
    const fatal = await client.query(query('قاتل'));

    expect(again.ok).toBe(true);
    expect(fatal).toEqual({ ok: false, error: { code: 'search/interrupted' } });
    expect(workers).toHaveLength(4);
    expect(states.slice(0, 4)).toEqual(['preparing', 'ready', 'restarting', 'ready']);
  });

  it('recovers after each of twenty kills', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < 20; kill += 1) {
      await settled(() => client.status().state === 'ready');
      workers.at(-1)?.kill();
    }

    expect((await client.query(query('زلزال'))).ok).toBe(true);
    expect(workers).toHaveLength(21);
  });

  it('recovers when twenty workers end before they are ready', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < 20; kill += 1) workers.at(-1)?.kill();

    expect((await client.query(query('زلزال'))).ok).toBe(true);
  });

  it('gives up on workers that never answer, and tries again after a pause', async () => {
    const { client, workers, clock } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < MAX_FAILURES; kill += 1) workers.at(-1)?.kill();

    const gone = { ok: false, error: { code: 'search/gone' } };
    expect(client.status().state).toBe('gone');
    expect(await client.query(query('زلزال'))).toEqual(gone);
    clock.ms += 10_000;
    expect((await client.query(query('زلزال'))).ok).toBe(true);
  });

  it('knows added and removed own articles, also after a restart', async () => {
    const { client, workers, disk } = aClient();
    disk.put(anArticle('b', 'خبر', 'فيضان في البصرة'), anArticle('c', 'خبر', 'فيضان'));
    client.start({ articles, shippedIndex: null });
    disk.put(anArticle('d', 'خبر', 'فيضان في دجلة'));
    client.add(disk.get('d'));
    disk.articles.delete('c' as ArticleId);
    client.remove('c' as ArticleId);

    const before = await idsOf(client.query(query('فيضان')));
    workers[0]?.kill();
    await settled(() => client.status().state === 'ready');
    await settled(async () => (await idsOf(client.query(query('فيضان')))).length === 2);
    const after = await idsOf(client.query(query('فيضان')));

    expect(new Set(before)).toEqual(new Set(['b', 'd']));
    expect(new Set(after)).toEqual(new Set(['b', 'd']));
  });

  it('finds the present notes, also after a restart', async () => {
    const { client, workers, notes } = aClient();
    notes.push({ articleId: articles[0]!.id, annotations: [anAnnotation({ note: 'عن الزلزال' })] });
    client.start({ articles, shippedIndex: null });
    const ask = () => client.queryAnnotations({ ...query('زلزال'), articleId: null });

    const first = await ask();
    client.putAnnotations({ articleId: articles[0]!.id, annotations: [] });
    const second = await ask();
    workers[0]?.kill();
    const third = await ask();

    expect([first, second, third].map((each) => each.ok && each.value.total)).toEqual([1, 0, 1]);
  });

  it('does not restart after it was stopped', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });
    await client.query(query('زلزال'));

    client.stop();

    expect(workers).toHaveLength(1);
    expect(client.status().state).toBe('gone');
  });
});

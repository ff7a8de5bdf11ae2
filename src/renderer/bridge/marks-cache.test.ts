import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnchoredAnnotation, MarksAtRevision } from '#shared/domain/anchored-marks.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { BridgeError } from './bridge.ts';
import { changeMarks } from './change-marks.ts';
import { marksQuery } from './marks-cache.ts';
import { createQueryClient, followEvents } from './queries.ts';

const articleId = 'sample' as ArticleId;

/** A highlight of one word, as the main process answers it. */
const aHighlight = (id: string, note = ''): AnchoredAnnotation => ({
  id: id as AnnotationId,
  articleId,
  meaning: 'fact',
  span: { start: 0, end: 4 },
  contentHash: '',
  quote: { exact: 'كلمة', prefix: '', suffix: '' },
  note,
  tags: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  anchor: { confidence: 'exact', score: 1, span: { start: 0, end: 4 } },
});

interface Pending {
  readonly answer: () => void;
  readonly fail: (code: string) => void;
}

/** A main process that makes every call at once and answers when the test says so. */
function aMainProcess() {
  let stored = new Map<string, AnchoredAnnotation>();
  let revision = 0;
  const listeners = new Map<string, (payload: unknown) => void>();
  const pending: { channel: string; answer: () => void; fail: (code: string) => void }[] = [];
  const reads: number[] = [];
  const later = (channel: string, value: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      const settle = (answer: unknown) => () => {
        pending.splice(
          pending.findIndex((each) => each.answer === entry.answer),
          1,
        );
        resolve(answer);
      };
      const entry = {
        channel,
        answer: settle({ ok: true, value }),
        fail: (code: string) => settle({ ok: false, error: { code } })(),
      };
      pending.push(entry);
    });
  const all = (): MarksAtRevision => ({
    annotations: [...stored.values()],
    bookmarks: [],
    revision,
  });
  const put = (annotation: AnchoredAnnotation): void => {
    stored = new Map([...stored, [annotation.id, annotation]]);
    revision += 1;
  };
  const announce = (): void => listeners.get('marks/changed')?.({ articleId, revision });
  vi.stubGlobal('window', {
    bridge: {
      on(event: string, listener: (payload: unknown) => void) {
        listeners.set(event, listener);
        return () => listeners.delete(event);
      },
      invoke(channel: string, annotation: AnchoredAnnotation) {
        put(annotation);
        return later(channel, { annotation, revision });
      },
      async read(channel: string) {
        reads.push(revision);
        return JSON.stringify(await later(channel, all()));
      },
    },
  });
  const next = (channel: string): Pending => {
    const found = pending.find((each) => each.channel === channel);
    if (!found) throw new Error(`nobody waits for ${channel}`);
    return found;
  };
  const last = (channel: string): Pending => {
    const found = pending.findLast((each) => each.channel === channel);
    if (!found) throw new Error(`nobody waits for ${channel}`);
    return found;
  };
  return {
    reads,
    next,
    last,
    announce,
    /** A change that this window did not ask for. */
    changeElsewhere(annotation: AnchoredAnnotation) {
      put(annotation);
      announce();
    },
    changeTags(annotation: AnchoredAnnotation) {
      stored = new Map([...stored, [annotation.id, annotation]]);
      listeners.get('tags/changed')?.({});
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const save = (annotation: AnchoredAnnotation) =>
  changeMarks('annotations/save', annotation, (answer) => ({
    revision: answer.revision,
    annotations: [answer.annotation],
    bookmarks: [],
    removedAnnotations: [],
    removedBookmarks: [],
  }));

describe('marks in the query cache', () => {
  let main: ReturnType<typeof aMainProcess>;
  let stop: () => void;
  let notes: () => string[];

  /** An open reader: a component shows the marks, and their first reading is running. */
  beforeEach(async () => {
    main = aMainProcess();
    const client = createQueryClient();
    const stopEvents = followEvents(client);
    const observer = new QueryObserver(client, marksQuery(client, articleId));
    const stopLooking = observer.subscribe(() => undefined);
    notes = () =>
      observer.getCurrentResult().data?.annotations.map(({ id, note }) => `${id} ${note}`) ?? [];
    stop = () => {
      stopLooking();
      stopEvents();
      client.clear();
    };
    await settled();
  });
  const readFirst = async (): Promise<void> => {
    main.next('marks/get').answer();
    await settled();
  };
  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
  });

  it('hold the answer to a save without reading all marks again', async () => {
    await readFirst();
    const saved = save(aHighlight('a', 'أولى'));
    main.announce();
    main.next('annotations/save').answer();
    await saved;

    expect(notes()).toEqual(['a أولى']);
    await settled();
    expect(main.reads).toHaveLength(1);
  });

  it('hold it as well when the announcement comes after the answer', async () => {
    await readFirst();
    const saved = save(aHighlight('a', 'أولى'));
    main.next('annotations/save').answer();
    await saved;
    main.announce();
    await settled();

    expect(notes()).toEqual(['a أولى']);
    expect(main.reads).toHaveLength(1);
  });

  it('keep the newer state when an older answer comes last', async () => {
    await readFirst();
    const first = save(aHighlight('a', 'قديمة'));
    main.announce();
    const second = save(aHighlight('a', 'جديدة'));
    main.announce();
    main.last('annotations/save').answer();
    await settled();
    main.next('annotations/save').answer();
    await settled();
    main.next('marks/get').answer();
    await Promise.all([first, second]);

    expect(notes()).toEqual(['a جديدة']);
  });

  it('are read again by the next change only when the missing state has come', async () => {
    await readFirst();
    const first = save(aHighlight('a'));
    main.announce();
    main.changeElsewhere(aHighlight('b', 'من مكان آخر'));
    const own = save(aHighlight('c'));
    main.announce();
    main.next('annotations/save').answer();
    await settled();
    main.next('annotations/save').answer();
    await settled();
    let isDone = false;
    void Promise.all([first, own]).then(() => (isDone = true));
    await settled();
    expect(isDone).toBe(false);

    main.next('marks/get').answer();
    await Promise.all([first, own]);

    expect(notes()).toEqual(['a ', 'b من مكان آخر', 'c ']);
    expect(main.reads).toHaveLength(2);
  });

  it('are read again when the first reading began before a save', async () => {
    const saved = save(aHighlight('a', 'أثناء القراءة'));
    main.announce();
    main.next('annotations/save').answer();
    await saved;
    main.next('marks/get').answer();
    await settled();
    expect(notes()).toEqual([]);
    main.next('marks/get').answer();
    await settled();

    expect(notes()).toEqual(['a أثناء القراءة']);
  });

  it('show a change from elsewhere', async () => {
    await readFirst();
    main.changeElsewhere(aHighlight('b', 'من مكان آخر'));
    await settled();
    main.next('marks/get').answer();
    await settled();

    expect(notes()).toEqual(['b من مكان آخر']);
  });

  it('do not fall back to a reading that began before a save', async () => {
    await readFirst();
    main.changeElsewhere(aHighlight('b'));
    await settled();
    const saved = save(aHighlight('a', 'أثناء القراءة'));
    main.announce();
    main.next('annotations/save').answer();
    await settled();
    main.next('marks/get').answer();
    await settled();
    main.next('marks/get').answer();
    await saved;

    expect(notes()).toEqual(['b ', 'a أثناء القراءة']);
  });

  it('keep a change of tags that comes while a save is under way', async () => {
    await readFirst();
    const saved = save(aHighlight('a'));
    main.announce();
    main.changeTags(aHighlight('b', 'وسم'));
    main.next('annotations/save').answer();
    await settled();
    main.last('marks/get').answer();
    await saved;

    expect(notes()).toEqual(['a ', 'b وسم']);
  });

  it('stay as they are when a save fails, and the failure reaches whoever asked', async () => {
    await readFirst();
    const saved = save(aHighlight('a'));
    main.next('annotations/save').fail('store/not-saved');

    await expect(saved).rejects.toEqual(new BridgeError({ code: 'store/not-saved' }));
    expect(notes()).toEqual([]);
    expect(main.reads).toHaveLength(1);
  });

  it('show what came from elsewhere while an own save failed', async () => {
    await readFirst();
    const failing = save(aHighlight('a'));
    main.changeElsewhere(aHighlight('b'));
    main.next('annotations/save').fail('store/not-saved');
    await settled();
    main.next('marks/get').answer();
    await expect(failing).rejects.toThrow('store/not-saved');

    expect(notes()).toContain('b ');
  });
});

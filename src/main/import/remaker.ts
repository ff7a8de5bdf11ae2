import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { ImportParts } from './import-file.ts';
import { remakeArticle } from './remake-article.ts';

interface Parts extends Pick<ImportParts, 'own' | 'originals' | 'converter' | 'onBug'> {
  readonly onRemade: (article: Article) => void;
  /** Called when an article stays damaged; its reason is stored. */
  readonly onLeft: (id: ArticleId) => void;
}

/** Makes damaged articles again, one after the other. */
export interface Remaker {
  /** Tries to make one article again and resolves after the attempt. Never rejects. */
  remake(id: ArticleId): Promise<void>;
  /** Tries all articles that are damaged now. */
  remakeAll(): void;
  /** Returns the titles of the articles that were made again since the start. */
  remade(): readonly string[];
}

export function createRemaker(parts: Parts): Remaker {
  const { own, onBug } = parts;
  const running = new Map<ArticleId, Promise<void>>();
  const remade = new Map<ArticleId, string>();
  let last: Promise<unknown> = Promise.resolve();

  async function attempt(id: ArticleId): Promise<void> {
    // An import of its file may have restored the article already.
    const damage = own.damages().find((each) => each.id === id);
    if (!damage) return;
    let reason = 'import/unexpected';
    try {
      const made = await remakeArticle(parts, damage);
      if (made.ok) {
        remade.set(id, made.value.title);
        parts.onRemade(made.value);
        return;
      }
      reason = made.error.code;
    } catch (bug) {
      onBug(bug);
    }
    own.leaveDamaged(id, reason);
    parts.onLeft(id);
  }

  function remake(id: ArticleId): Promise<void> {
    const before = running.get(id);
    if (before) return before;
    const attempted = last.then(() => attempt(id)).finally(() => running.delete(id));
    last = attempted;
    running.set(id, attempted);
    return attempted;
  }

  return {
    remake,
    remakeAll() {
      for (const { id } of own.damages()) void remake(id);
    },
    remade: () => [...remade.values()],
  };
}

import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { CONVERTER_VERSION } from '../convert/document.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import type { PictureFiles } from '../library/pictures.ts';
import type { ImportParts } from './import-file.ts';
import { prepareText } from './prepare-text.ts';
import { takePictures } from './take-pictures.ts';
import { toArticle } from './to-article.ts';

interface Parts extends Pick<ImportParts, 'own' | 'originals' | 'converter' | 'onBug'> {
  /** True while the converter is needed for something that the reader asked for. */
  readonly isBusy: () => boolean;
  /** Called when an article got its structure. Its text is the same. */
  readonly onConverted: (id: ArticleId) => void;
  /** Waits between two articles. */
  readonly pause: () => Promise<void>;
}

/**
 * Converts articles that older converters made again from their originals, so that they get contents, tables and notes.
 * It changes no text: an article whose text would be another one stays as it is.
 */
export interface Reconverter {
  /** Converts one article after the other, and resolves when there is none left. Never rejects. */
  run(): Promise<void>;
  /** Ends the run after the present article. The next start goes on. */
  stop(): void;
}

export const createReconverter = (parts: Parts): Reconverter => new BackgroundReconverter(parts);

class BackgroundReconverter implements Reconverter {
  private readonly parts: Parts;
  private isStopped = false;
  private running: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  run(): Promise<void> {
    this.running ??= this.convertAll();
    return this.running;
  }

  stop(): void {
    this.isStopped = true;
  }

  private async convertAll(): Promise<void> {
    for (const { id } of this.parts.own.list().filter(isOfOlderConverter)) {
      await this.parts.pause();
      while (this.parts.isBusy() && !this.isStopped) await this.parts.pause();
      if (this.isStopped) return;
      try {
        await this.convert(id);
      } catch (bug) {
        this.parts.onBug(bug);
      }
    }
  }

  private async convert(id: ArticleId): Promise<void> {
    const { own, onConverted } = this.parts;
    const before = own.summary(id);
    if (own.readOnly || !before?.own || !isOfOlderConverter(before)) return;
    const fresh = await this.fromOriginal(before, before.own.original);
    if (fresh === 'not-kept' || this.isStopped) return;
    const isSameText = fresh?.article.contentHash === before.contentHash;
    if (fresh && isSameText && !(await own.addPictures(id, fresh.pictures)).ok) return;
    // The reader may have changed or removed the article meanwhile.
    const present = own.read(id);
    if (!present.ok || !present.value.own) return;
    const next = withStructure(present.value, fresh?.article ?? null);
    if (own.replace(next).ok && next.blocks !== present.value.blocks) onConverted(id);
  }

  /** Makes the article as an import would now; `null` when the original is not readable any more. */
  private async fromOriginal(
    { id }: ArticleSummary,
    original: NonNullable<Article['own']>['original'],
  ): Promise<{ article: Article; pictures: PictureFiles } | null | 'not-kept'> {
    const { originals, converter } = this.parts;
    const bytes = await originals.read(original.sha256).catch(() => null);
    if (bytes === null || (await sha256InTurns(bytes)) !== original.sha256) return 'not-kept';
    const converted = await converter.convert(bytes, original.name);
    if (!converted.ok || converted.value.blocks.length === 0) return null;
    const { document, pictures } = await takePictures(converted.value);
    const text = await prepareText(document.blocks);
    const article = toArticle(document, { id, text, original, addedAt: new Date(0) });
    return { article, pictures };
  }
}

/** Articles that are damaged or of a newer version are left alone. */
function isOfOlderConverter({ own, trouble }: ArticleSummary): boolean {
  if (!own || trouble) return false;
  return Math.max(own.convertedBy ?? 1, own.triedBy ?? 1) < CONVERTER_VERSION;
}

/** Adds the structure when the text is the same; otherwise the article only remembers that it was tried. */
function withStructure(present: Article, fresh: Article | null): Article {
  const { own } = present;
  if (!own) return present;
  if (fresh === null || fresh.contentHash !== present.contentHash)
    return { ...present, own: { ...own, triedBy: CONVERTER_VERSION } };
  return {
    ...present,
    blocks: fresh.blocks,
    ...(fresh.structure && { structure: fresh.structure }),
    ...(fresh.publication && { publication: fresh.publication }),
    own: { ...own, convertedBy: CONVERTER_VERSION },
  };
}

import type { Part, SampleArticle } from './sample-articles.ts';

/** Writes the article in Markdown with front matter, a table and footnotes. */
export function writeMarkdown(article: SampleArticle): Uint8Array {
  let notes = 0;
  const write = (part: Part): string => {
    if (part.kind === 'heading') return `## ${part.text}`;
    if (part.kind === 'quote') return `> ${part.text}`;
    if (part.kind === 'image') return `![${part.text}](pictures/a.png)`;
    if (part.kind === 'paragraph') return part.text.replace('،', '،\n');
    if (part.kind === 'list')
      return part.items
        .map((item, at) => `${part.isOrdered ? `${at + 1}.` : '-'} ${item}`)
        .join('\n');
    if (part.kind === 'table') {
      const [head = [], ...rows] = part.rows;
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
    }
    notes += 1;
    return `${part.text}[^n${notes}].\n\n[^n${notes}]: ${part.note}`;
  };
  const front = `---\ntitle: ${article.title}\nauthor: ${article.author}\ndate: ${article.date}\n---\n`;
  return Buffer.from(`${front}\n${article.parts.map(write).join('\n\n')}\n`);
}

import { fail, succeed } from '#shared/domain/result.ts';
import type { ImportedDocument } from '../../convert/document.ts';
import type { Converter } from '../import-file.ts';

/** Reads each line as a paragraph. The first line is the title when it begins with `# `. */
export const linesConverter: Converter = {
  convert(bytes, name) {
    const text = Buffer.from(bytes).toString('utf8');
    if (text.includes('\0')) return Promise.resolve(fail({ code: 'import/not-text' }));
    const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
    const titled = first.startsWith('# ');
    const document: ImportedDocument = {
      format: name.endsWith('.md') ? 'markdown' : 'text',
      title: titled ? { value: first.slice(2), from: 'text' } : null,
      outlet: null,
      author: null,
      date: null,
      address: null,
      tags: [],
      language: 'ar',
      direction: 'rtl',
      blocks: (titled ? rest : [first, ...rest]).map((each) => ({ kind: 'paragraph', text: each })),
      structure: null,
      publication: null,
      pictures: [],
      cover: null,
      remarks: [],
    };
    return Promise.resolve(succeed(document));
  },
};

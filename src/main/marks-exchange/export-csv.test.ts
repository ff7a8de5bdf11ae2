import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import { exportCsv } from './export-csv.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const OPTIONS = { onlyNotes: false, citations: true, text: false, now: NOW };

/** Parses CSV strictly by RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let row: string[] = [];
  cell.lastIndex = 1; // The first cell begins after the byte order mark.
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error(`no cell at ${cell.lastIndex}`);
    row.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const noteCell = (note: string): string | undefined => {
  const article = sampleArticle();
  const text = exportCsv(exported(article, mark(article, 1, 'أسيجة وكاميرات', { note })), OPTIONS);
  const [head = [], row = [], ...more] = parseCsv(text);
  expect(more).toEqual([]);
  return row[head.indexOf('الملاحظة')];
};

describe('the CSV export', () => {
  it('has a byte order mark and one row per mark, with its position', () => {
    const article = sampleArticle();

    const text = exportCsv(exported(article, mark(article, 1, 'المتحدث')), OPTIONS);

    expect(text.startsWith('\ufeff"')).toBe(true);
    const [head = [], row = []] = parseCsv(text);
    expect(Object.fromEntries(head.map((name, at) => [name, row[at]]))).toMatchObject({
      العنوان: 'الحدود مع سوريا',
      التاريخ: '2020-09-25',
      'التاريخ الهجري': '8 صفر 1442',
      الفقرة: '2',
      النوع: 'واقعة',
      الاقتباس: 'المتحدث',
      المعرّف: '00000000-0000-4000-8000-000000000001',
    });
  });

  it('says chapter and page, and names the introduction, which has no number', () => {
    const start = canonicalText(sampleArticle().blocks).indexOf('نُصبت');
    const article = sampleArticle({
      structure: {
        outline: [{ level: 1, title: '=باب', at: start }],
        pages: [
          { label: '١٢', at: start },
          { label: '١٣', at: start + 30 },
        ],
        assets: [],
      },
    });
    const marks = [
      mark(article, 1, 'تمهيد'),
      mark(article, 2, 'أسيجة'),
      mark(article, 3, 'نُصبت أسيجة وكاميرات حرارية 😀 عند'),
    ];

    const [head = [], ...rows] = parseCsv(exportCsv(exported(article, ...marks), OPTIONS));
    const columns = ['الفصل', 'الصفحة', 'الفقرة'].map((name) => head.indexOf(name));
    expect(rows.map((row) => columns.map((at) => row[at]))).toEqual([
      ['', '', 'المقدّمة'],
      ["'=باب", '١٢–١٣', '1'],
      ["'=باب", '١٢', '1'],
    ]);
  });

  it.each([
    '=HYPERLINK("http://127.0.0.1/","x")',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)',
    '+1',
    '-1',
    '\u200f=1+1',
    '\u00a0\u2067\ufeff@A1',
    '\uff1d1+1',
  ])('shows %j as text, not as a formula', (note) => {
    expect(noteCell(note)).toBe(`'${note}`);
  });

  it.each(['\t', '\r\n', ';'])('shows a sign after %j as text', (before) => {
    expect(noteCell(`${before}=1+1`)).toBe(`${before === ';' ? '' : "'"}${before}'=1+1`);
  });

  it.each(['a","b\r\nc', 'سطر\nآخر', '""', 'نص عادي = 3', '1-2'])(
    'keeps %j unchanged, in one cell',
    (note) => {
      expect(noteCell(note)).toBe(note);
    },
  );
});

/** Reads cells as a spreadsheet with another separator does: only a quote at the beginning of a cell protects it. */
function cellsBy(separator: string, text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of text.slice(1)) {
    if (cell === '' && letter === '"' && !isQuoted) isQuoted = true;
    else if (isQuoted && letter === '"') isQuoted = false;
    else if (!isQuoted && (letter === separator || letter === '\n' || letter === '\r')) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

describe('in a spreadsheet with another separator', () => {
  it.each([';', '\t', '|', ','])('no cell becomes a formula by %j', (separator) => {
    const note = ['ملاحظة', '=40+2', ' +50', '@SUM(1)', '-1', '\u200f=1', '＝1'].join(separator);
    const lines = 'سطر\n=50+3\r\n+1\r-2\u2028=3';
    const article = sampleArticle({ title: `خبر${separator}=1+1`, outlet: `ناس${separator} =2` });
    const marks = exported(
      article,
      mark(article, 1, 'أسيجة وكاميرات', { note }),
      mark(article, 2, 'أسيجة وكاميرات', { note: lines, tags: [`=3${separator}=4`] }),
    );

    const cells = cellsBy(separator, exportCsv(marks, OPTIONS));

    expect(cells.length).toBeGreaterThan(15);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}\p{Z}"]*[=+\-@＝＋－＠]/u);
  });

  it('a text without a sign after a separator is unchanged', () => {
    expect(noteCell('أ; ب\nج | د')).toBe('أ; ب\nج | د');
  });
});

import { onOneLine } from '#shared/domain/text.ts';

/** Escapes a text of one line, so that it is plain text in CommonMark. */
export const escapeLine = (line: string): string =>
  escapeStart(escapeSigns(onOneLine(line).trim()));

/** A backslash makes any ASCII sign plain text in CommonMark. */
export const escapeSigns = (text: string): string =>
  text.replaceAll('\0', '\ufffd').replace(/[\\`*_{}[\]<>#|~!$^%=&]/g, '\\$&');

/** Escapes signs that have a meaning only at the beginning of a line. */
export const escapeStart = (line: string): string =>
  line.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[-+:]/, '\\$&');

/** Begins every line of some lines with the sign of a quotation. */
export const quoted = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

export const splitLines = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/u);

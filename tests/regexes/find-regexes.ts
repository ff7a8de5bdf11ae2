import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression in the source, and its location. */
export interface FoundRegex {
  readonly file: string;
  readonly regex: RegExp;
}

/** The literals of a file, and how many expressions are created with `new RegExp`. */
export interface RegexesOfFile {
  readonly file: string;
  readonly literals: readonly RegExp[];
  readonly made: number;
}

/** Finds the regular expressions in all source files of a folder, without tests. */
export function findRegexes(folder: string): readonly RegexesOfFile[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test(?:-builder)?\.tsx?$/u.test(name))
    .filter((name) => !/(?:^|[/\\])testing[/\\]/u.test(name));
  return files.map((name) => readSource(join(folder, name)));
}

function readSource(file: string): RegexesOfFile {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const literals: RegExp[] = [];
  let made = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(toRegex(node.text));
    if (isMade(node)) made += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, literals, made };
}

const isMade = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp';

function toRegex(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

import * as fc from 'fast-check';

/** Addresses that try to leave the folder, the host or the allowed file types; each must be refused. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  ...[
    '..%2flibrary/articles.json',
    '%2e%2e%2flibrary%2farticles.json',
    '..%5c..%5cpackage.json',
    '%5c..%5cmain%5cindex.cjs',
    'assets/..%2f..%2fabout/parts.json',
    '%252e%252e%252fmain/index.cjs',
    '%25252e%25252e/main/index.cjs',
    '..%c0%afmain/index.cjs',
    '%c0%ae%c0%ae/main/index.cjs',
    '....//....//main/index.cjs',
    '..;/main/index.cjs',
    'index.html%00.js',
    '%00',
    'index.html%20',
    'index.html.',
    'index.html::$DATA',
    'C:/windows/win.ini',
    'C%3a%5cwindows%5cwin.ini',
    '/etc/passwd',
    '//etc/passwd',
    '%2fetc%2fpasswd',
    'etc/passwd',
    '~/.bashrc',
    'assets/',
    'assets',
    'nothing.js',
    '.ready.json',
    '__proto__.js',
    'constructor',
    'index.html/',
    'index.html%2f..%2f..%2fmain%2findex.cjs',
    'INDEX.HTML%00',
    '%E0%A4%A',
    'a'.repeat(100_000),
    `${'x/'.repeat(2000)}a.js`,
  ].map((path) => `app://hashiya/${path}`),
  'app://other/index.html',
  'app://hashiya.example/index.html',
  'app://hashiya@other/index.html',
  'app://user@hashiya/index.html',
  'app://user:secret@hashiya/',
  'app://hashiya:99/index.html',
  'app://hashiya%2findex.html',
  'app:///etc/passwd',
  'app:/etc/passwd',
  'app:index.html',
  'file:///etc/passwd',
  'file://hashiya/etc/passwd',
];

const UP = [
  '..',
  '%2e%2e',
  '.%2E',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '\uFF0E\uFF0E',
  '....',
  '..;',
  '..%00',
];
const SLASHES = ['/', '%2f', '%2F', '\\', '%5c', '%252f', '//', '/./', '\uFF0F', '%c0%af'];
/** Files of allowed types that exist outside the window's files, in the app and in the tests. */
const TARGETS = [
  'secret.js',
  'main/secret.js',
  'library/articles.json',
  'about/parts.json',
  'link.js',
];

const PIECES = [
  ...'/ \\ . .. ~ : ; @ ? # % * $ %2e %2f %5c %00 %0a %25 %u002e'.split(' '),
  ...'index.html assets main index.cjs etc passwd C: link secret.js'.split(' '),
  ...' |\u0000|\u2024|\u202E|\u0627|\uD800'.split('|'),
];

const anyClimb = fc
  .tuple(
    fc.constantFrom('/', '/assets/', '/index.html/', ''),
    fc.array(fc.tuple(fc.constantFrom(...UP), fc.constantFrom(...SLASHES)), { maxLength: 4 }),
    fc.constantFrom(...TARGETS),
    fc.constantFrom(...SLASHES),
  )
  .map(
    ([start, steps, target, slash]) => start + steps.flat().join('') + target.replace('/', slash),
  );

const anyPieces = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
    maxLength: 10,
  })
  .map((parts) => parts.join(''));

/** Random addresses composed of the parts of known attacks. */
export const anyAddress: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('app://hashiya', 'app://hashiya', 'app://hashiya/', 'app://', 'app:/'),
    fc.oneof(anyClimb, anyPieces),
  )
  .map(([start, path]) => start + path);

/**
 * Makes a Windows DLL (32-bit) that exports names and contains no code. The compiler of NSIS reads the names of a
 * plugin's functions from it; nothing made with it may ever be run.
 *
 * @see the PE format, sections "Optional Header Data Directories" and ".edata"
 */

/** Size of the headers, and the offset of the only section in the file, bytes. */
const HEADERS_SIZE = 0x200;
/** Address of that section in memory. */
const SECTION_RVA = 0x1000;
const PE_AT = 0x80;
const OPTIONAL_SIZE = 0xe0;
const DIRECTORY_SIZE = 40;

/** @param functions  names of the exported functions */
export function stubPlugin(name, functions) {
  const section = exportSection(`${name}.dll`, functions.toSorted());
  const headers = Buffer.alloc(HEADERS_SIZE);
  headers.write('MZ', 0, 'latin1');
  headers.writeUInt32LE(PE_AT, 0x3c);
  headers.write('PE\0\0', PE_AT, 'latin1');
  const file = PE_AT + 4;
  headers.writeUInt16LE(0x14c, file); // i386
  headers.writeUInt16LE(1, file + 2); // sections
  headers.writeUInt16LE(OPTIONAL_SIZE, file + 16);
  headers.writeUInt16LE(0x2102, file + 18); // a DLL, executable, 32 bits
  const optional = file + 20;
  headers.writeUInt16LE(0x10b, optional); // PE32
  headers.writeUInt32LE(SECTION_RVA, optional + 32); // alignment in memory
  headers.writeUInt32LE(HEADERS_SIZE, optional + 36); // alignment in the file
  headers.writeUInt32LE(2 * SECTION_RVA, optional + 56); // size in memory
  headers.writeUInt32LE(HEADERS_SIZE, optional + 60);
  headers.writeUInt32LE(16, optional + 92); // data directories
  headers.writeUInt32LE(SECTION_RVA, optional + 96); // the first: exports
  headers.writeUInt32LE(section.length, optional + 100);
  const row = optional + OPTIONAL_SIZE;
  headers.write('.edata', row, 'latin1');
  headers.writeUInt32LE(section.length, row + 8);
  headers.writeUInt32LE(SECTION_RVA, row + 12);
  headers.writeUInt32LE(section.length, row + 16);
  headers.writeUInt32LE(HEADERS_SIZE, row + 20);
  headers.writeUInt32LE(0x40000040, row + 36); // data, readable
  return Buffer.concat([headers, section]);
}

/** Returns the directory, then the tables of addresses, names and ordinals, then the names. */
function exportSection(dll, functions) {
  const addresses = DIRECTORY_SIZE;
  const names = addresses + 4 * functions.length;
  const ordinals = names + 4 * functions.length;
  const texts = [dll, ...functions].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const starts = texts.map((_, at) =>
    texts.slice(0, at).reduce((sum, text) => sum + text.length, ordinals + 2 * functions.length),
  );
  const tables = Buffer.alloc(ordinals + 2 * functions.length);
  tables.writeUInt32LE(SECTION_RVA + starts[0], 12);
  tables.writeUInt32LE(1, 16); // first ordinal
  tables.writeUInt32LE(functions.length, 20);
  tables.writeUInt32LE(functions.length, 24);
  for (const [field, table] of [addresses, names, ordinals].entries())
    tables.writeUInt32LE(SECTION_RVA + table, 28 + 4 * field);
  for (const at of functions.keys()) {
    tables.writeUInt32LE(SECTION_RVA, addresses + 4 * at);
    tables.writeUInt32LE(SECTION_RVA + starts[at + 1], names + 4 * at);
    tables.writeUInt16LE(at, ordinals + 2 * at);
  }
  const section = Buffer.concat([tables, ...texts]);
  return Buffer.concat([section, Buffer.alloc(-section.length & (HEADERS_SIZE - 1))]);
}

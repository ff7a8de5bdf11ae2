/**
 * Numbers of the ZIP file format (APPNOTE 6.3.10), for every reader of an archive's directory. All integers of the format
 * are little-endian. Apart from signatures and lengths, each number of a record is the offset of a field in it, bytes.
 */

/** The record at the end of an archive, which says where the directory is. */
export const ZIP_END = {
  signature: 0x06054b50,
  /** The length of the record without the comment that may follow it. */
  lengthBytes: 22,
  maxCommentBytes: 0xffff,
  /** 16 bits. */
  entryCount: 10,
  /** 32 bits. */
  directoryBytes: 12,
  /** 32 bits. */
  directoryStart: 16,
} as const;

/** The record of one entry in the directory; name, extra field and comment follow it. */
export const ZIP_ENTRY = {
  signature: 0x02014b50,
  lengthBytes: 46,
  /** 16 bits. */
  flags: 8,
  /** 16 bits. */
  method: 10,
  /** 32 bits. */
  packedBytes: 20,
  /** 32 bits. */
  sizeBytes: 24,
  /** 16 bits. */
  nameBytes: 28,
  /** 16 bits. */
  extraBytes: 30,
  /** 16 bits. */
  commentBytes: 32,
  /** 32 bits; on Unix the upper half is the mode of the file. */
  attributes: 38,
  /** 32 bits: where the local record begins. */
  localStart: 42,
} as const;

/** The record before the data of an entry; name and extra field follow it. */
export const ZIP_LOCAL = {
  signature: 0x04034b50,
  lengthBytes: 30,
  /** 16 bits. */
  method: 8,
  /** 16 bits. */
  nameBytes: 26,
  /** 16 bits. */
  extraBytes: 28,
} as const;

/** The flag of an encrypted entry. */
export const ZIP_ENCRYPTED = 1;

/** How the data of an entry is kept. */
export const ZIP_METHOD = { stored: 0, deflated: 8 } as const;

/** The value of a 32-bit field whose real value is in a record of ZIP64. */
export const ZIP_ELSEWHERE = 0xffffffff;

/** Reads numbers of a picture's header. A number beyond the end is 0, so that a cut header is simply wrong. */
export class HeaderBytes {
  readonly length: number;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(at: number): number {
    return at + 1 <= this.length ? this.view.getUint8(at) : 0;
  }

  u16(at: number, isLittle = false): number {
    return at + 2 <= this.length ? this.view.getUint16(at, isLittle) : 0;
  }

  u24Little(at: number): number {
    return this.u16(at, true) + this.u8(at + 2) * 0x1_00_00;
  }

  u32(at: number, isLittle = false): number {
    return at + 4 <= this.length ? this.view.getUint32(at, isLittle) : 0;
  }

  i32Little(at: number): number {
    return at + 4 <= this.length ? this.view.getInt32(at, true) : 0;
  }

  /** Returns bytes as Latin-1. @param count  a few bytes */
  letters(at: number, count: number): string {
    let text = '';
    for (let next = at; next < Math.min(at + count, this.length); next += 1)
      text += String.fromCharCode(this.u8(next));
    return text;
  }
}

/** Width and height in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

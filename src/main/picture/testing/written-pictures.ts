/** Pictures of 7 × 5 pixels, by media type, as ImageMagick writes them. In Base64. */
const WRITTEN = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQIW2NggAEAAAoAARvBM3UAAAAA' +
    'SUVORK5CYII=',
  'image/jpeg':
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7' +
    'gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8' +
    'fHx8fHx8fHz/wAARCAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA' +
    'FQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCUAPWD/9k=',
  'image/gif': 'R0lGODlhBwAFAPAAAP8AAAAAACH5BAAAAAAALAAAAAAHAAUAAAIFhI+puwUAOw==',
  'image/webp':
    'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoHAAUAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  'image/avif':
    'AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA' +
    'AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAHAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA' +
    'AGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAHAAAABQAA' +
    'ABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACRtZGF0EgAKBRgItGBCMhEYAAooooQAALATVl9ApOsM/A==',
  'image/bmp':
    'Qk0CAQAAAAAAAIoAAAB8AAAABwAAAAUAAAABABgAAAAAAHgAAAAAAAAAAAAAAAAAAAAAAAAAAAD/AAD/AAD/AAAAAAAA/0JHUnMA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAD/AAD/AAD/AAD/' +
    'AAD/AAD/AAD/AAAAAAD/AAD/AAD/AAD/AAD/AAD/AAD/AAAAAAD/AAD/AAD/AAD/AAD/AAD/AAD/AAAAAAD/AAD/AAD/AAD/AAD/' +
    'AAD/AAD/AAAAAAD/AAD/AAD/AAD/AAD/AAD/AAD/AAAA',
} as const;

export type WrittenType = keyof typeof WRITTEN;

export const WRITTEN_TYPES = Object.keys(WRITTEN) as readonly WrittenType[];

/** Returns a picture of 7 × 5 pixels. */
export const writtenPicture = (type: WrittenType): Uint8Array =>
  Uint8Array.from(atob(WRITTEN[type]), (letter) => letter.charCodeAt(0));

/** Returns a copy with bytes changed from an offset on. */
export function withBytes(bytes: Uint8Array, at: number, changed: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(changed, at);
  return copy;
}

/** Returns the bytes of a drawing of 40 × 20 pixels. @param inside  XML inside the root */
export const drawing = (inside: string, attributes = 'width="40" height="20"'): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // HTML does not allow NUL; a browser would show this replacement character.
  '\0': '\ufffd',
};

/** Escapes text for the inside of an element or of a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'\0]/g, (sign) => ENTITIES[sign] ?? sign);

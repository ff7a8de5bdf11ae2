const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // HTML has no NUL; a browser would show this one.
  '\0': '\ufffd',
};

/** Text as text, inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'\0]/g, (sign) => ENTITIES[sign] ?? sign);

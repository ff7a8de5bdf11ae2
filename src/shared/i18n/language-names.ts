/** Each language of the interface in itself, so that it is found by those who read no other. */
export const LANGUAGE_NAMES = { ar: 'العربية', en: 'English' } as const;

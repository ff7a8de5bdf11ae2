/** Each language of the interface in that language, so that those who read no other can find it. */
export const LANGUAGE_NAMES = { ar: 'العربية', en: 'English' } as const;

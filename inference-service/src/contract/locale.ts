/** Languages in which the service writes; anything else is answered in English. */
export const LOCALES = ['en', 'de', 'fr', 'es'] as const;

export type Locale = (typeof LOCALES)[number];

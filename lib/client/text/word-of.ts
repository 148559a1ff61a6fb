/** The word for a name that is sent; `other`, or the name itself, where there is none for it. */
export const wordOf = (words: Readonly<Record<string, string>>, name: string, other = name): string =>
  words[name] ?? other;

/** A name that somebody gave a file, without any path, and ending as its type does: it opens as nothing else. */
export function plainFileName(name: string, ending: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // Control characters and marks that turn the direction of what follows would show another name than it is.
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim();
  return `${shown || 'file'}${ending}`;
}

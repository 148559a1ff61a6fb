/** As many characters as fit, an ellipsis the last of them where something is left out; none is cut in two. */
export function shortenWords(words: string, most: number): string {
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}

/** A file's content as base64, for a request that carries it in its JSON. */
export async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const letters: string[] = [];
  // More arguments than this at once are too many for some browsers.
  for (let at = 0; at < bytes.length; at += 8_192)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(letters.join(''));
}

/** What a file says. `encoding` names another one than the UTF-8 that is expected; then `text` is read by that one. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** Reads a text file and finds out how it is written; what spreadsheets save is one of these three. */
export async function readTextFile(file: File): Promise<TextFile> {
  return { name: file.name, ...decodeText(new Uint8Array(await file.arrayBuffer())) };
}

export function decodeText(bytes: Uint8Array): Omit<TextFile, 'name'> {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** By the mark it begins with or, since a table has letters of English in it, by zeros beside them. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0) return 'utf-16le';
  if (first === 0 && second) return 'utf-16be';
  return null;
}

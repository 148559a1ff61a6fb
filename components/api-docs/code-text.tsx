/** Text with `code` between backticks, as the document's descriptions have it. */
export function CodeText({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name, and never move
      <code key={index} className="font-mono text-sm wrap-anywhere">
        {part}
      </code>
    ) : (
      part
    ),
  );
}

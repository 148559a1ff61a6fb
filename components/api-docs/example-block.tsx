/** Code to look at; a wide one is scrolled, also with the keyboard. */
export function ExampleBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-sm text-ink-3">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border bg-sunken p-3 font-mono text-xs"
      >
        {text}
      </pre>
    </figure>
  );
}

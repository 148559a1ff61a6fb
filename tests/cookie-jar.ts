/** The cookies one host has set, as a browser keeps them. */
export function cookieJar() {
  const cookies = new Map<string, string>();
  return {
    take(response: Response): void {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';');
        const at = pair.indexOf('=');
        const isGone =
          attributes.some((attribute) => /^ *max-age=0$/i.test(attribute)) || at + 1 === pair.length;
        if (isGone) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
    header: (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    names: (): string[] => [...cookies.keys()],
  };
}

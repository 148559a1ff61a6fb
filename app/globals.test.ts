import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

type Rgb = [number, number, number];

/** The tokens of one theme, as linear sRGB. */
function tokensOf(selector: string): Map<string, Rgb> {
  const block = new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(css)?.[1] ?? '';
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map(
    [...found].map(([, name = '', l, c, h]) => [name, toLinearRgb(Number(l), Number(c), Number(h))]),
  );
}

/** Björn Ottosson's OKLab, clipped to what a screen can show. */
function toLinearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'raised', 'sunken'];
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'live', 'warn', 'danger', 'ok'];
const text: Array<[string, string]> = [
  ...grounds.flatMap((ground): Array<[string, string]> => inks.map((ink) => [ink, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['accent', 'accent-tint'],
  ['accent-strong', 'accent-tint'],
  ['live', 'live-tint'],
  ['warn', 'warn-tint'],
  ['danger', 'danger-tint'],
  ...['ink', 'ink-2', 'ink-3'].map((ink): [string, string] => [ink, 'live-tint']),
  ['ink', 'accent-tint'],
  ['ink', 'danger-tint'],
];
const shapes = grounds.map((ground): [string, string] => ['line-strong', ground]);

for (const [theme, selector] of [
  ['light', ':root'],
  ['dark', '\\.dark'],
] as const) {
  const tokens = tokensOf(selector);
  const ratio = (one: string, other: string) => {
    const pair = [tokens.get(one), tokens.get(other)];
    const [first, second] = pair;
    if (!first || !second) throw new Error(`no such token: ${one} or ${other}`);
    return contrast(first, second);
  };
  it.each(text)(`${theme}: %s can be read on %s`, (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)(`${theme}: %s outlines a control on %s`, (line, ground) => {
    expect(ratio(line, ground)).toBeGreaterThanOrEqual(3);
  });
}

import { expect, it } from 'vitest';
import { scriptsOf } from './first-load';

it('finds what a page asks for at first: scripts and their preloads, each once', () => {
  const html = `
    <link rel="stylesheet" href="/_next/static/chunks/a.css"/>
    <link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/lazy.js"/>
    <link rel="preload" as="font" href="/_next/static/media/f.woff2"/>
    <script src="/_next/static/chunks/one.js?dpl=2" async=""></script>
    <script src="/_next/static/chunks/one.js" async=""></script>
    <script src="/_next/static/chunks/%5Bid%5D.js" async=""></script>
    <script src="/_next/static/chunks/old.js" noModule=""></script>
    <script>self.__next_f.push("/_next/static/chunks/named-alone.js")</script>`;
  expect(scriptsOf(html)).toEqual(['static/chunks/lazy.js', 'static/chunks/one.js', 'static/chunks/[id].js']);
});

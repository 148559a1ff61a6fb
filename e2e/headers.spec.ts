import { type APIResponse, expect, type Page, test } from '@playwright/test';
import { addressTo } from './announce';
import { accounts, homes, password } from './sign-in';
import { signedInClient } from './signed-in-client';
import { startCopy } from './start-copy';

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const visitors = ['anonymous', 'student', 'faculty', 'admin'] as const;
const pages: Readonly<Record<(typeof visitors)[number], readonly string[]>> = {
  anonymous: ['/login', '/nowhere', '/nowhere/at/all'],
  student: ['/home', '/inbox', '/inbox?filter=unread', '/announcements', '/nowhere'],
  faculty: ['/faculty', '/inbox'],
  admin: ['/admin/announcements', '/admin/announcements/new', '/inbox'],
};

/** The directives of a policy by name. */
function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

for (const who of visitors) {
  test(`every page of ${who} comes with a policy of its own and nothing inline but under its nonce`, async ({
    playwright,
    baseURL: given,
  }) => {
    const baseURL = given ?? '';
    const client =
      who === 'anonymous'
        ? await playwright.request.newContext({ baseURL })
        : await signedInClient(playwright, baseURL, accounts[who]);
    const nonces = new Set<string>();
    for (const path of pages[who]) {
      const answer = await client.get(path);
      const headers = answer.headers();
      expect(headers, path).toMatchObject(always);
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['strict-transport-security'], 'not over http').toBeUndefined();
      const policy = directives(headers['content-security-policy'] ?? '');
      const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy.get('script-src') ?? '')?.[1] ?? '';
      expect(policy.get('script-src'), path).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`);
      expect(policy.get('style-src'), path).toBe(`'self' 'nonce-${nonce}'`);
      for (const name of ['frame-ancestors', 'base-uri', 'object-src', 'frame-src'])
        expect(policy.get(name), path).toBe("'none'");
      for (const name of ['default-src', 'form-action', 'worker-src', 'manifest-src'])
        expect(policy.get(name), path).toBe("'self'");
      expect(policy.get('require-trusted-types-for'), path).toBe("'script'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      nonces.add(nonce);

      const html = await answer.text();
      expect(html).toContain('<html');
      const inline = [...html.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag);
      expect(inline.length).toBeGreaterThan(0);
      expect(inline.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
      expect(markup.match(/<[^>]+\s(?:style|on[a-z]+)\s*=/g), path).toBeNull();
    }
    expect(nonces.size).toBe(pages[who].length);
    await client.dispose();
  });
}

test('routes and files come with a policy under which nothing of them runs', async ({
  playwright,
  baseURL: given,
}) => {
  const baseURL = given ?? '';
  const client = await signedInClient(playwright, baseURL, accounts.student);
  for (const [method, path, status] of [
    ['GET', '/api/me', 200],
    ['GET', '/api/notifications', 200],
    ['GET', '/api/announcements', 200],
    ['GET', '/api/health', 200],
    ['GET', '/api/auth/csrf', 200],
    ['POST', '/api/announcements', 403],
    ['GET', '/api/nowhere', 404],
    ['GET', '/icon.svg', 200],
    ['GET', '/manifest.webmanifest', 200],
  ] as const) {
    const answer = await client.fetch(path, { method });
    expect(answer.status(), path).toBe(status);
    expect(answer.headers(), path).toMatchObject(always);
    expect(answer.headers()['content-security-policy'], path).toBe(closed);
  }
  const manifest = await client.get('/manifest.webmanifest', { headers: { 'accept-language': 'de' } });
  expect(manifest.headers().vary).toContain('Accept-Language');
  await client.dispose();
});

test('behind a proxy that ends TLS, browsers are told to stay with https', async ({
  playwright,
  baseURL,
}) => {
  const client = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { 'x-forwarded-proto': 'https' },
  });
  for (const path of ['/login', '/api/health', '/icon.svg'])
    expect((await client.get(path)).headers()['strict-transport-security'], path).toMatch(
      /^max-age=63072000/,
    );
  await client.dispose();
});

const planted =
  '<img src="data:x" onerror="ran = 1"><b style="color:red">x</b><style>b{color:red}</style>' +
  '<script>ran = 2</script><a href="javascript:ran = 3">planted</a>';

test('on https every cookie bears the prefix that binds it to this very host', async ({
  playwright,
  baseURL,
}) => {
  const origin = 'https://portal.example.edu';
  const bffPort = Number(new URL(baseURL ?? '').port) + 1;
  const copy = await startCopy({
    name: 'https',
    bffPort,
    variables: { WEB_ORIGIN: origin, NEXTAUTH_URL: origin },
  });
  const client = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${copy.port}` });
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map((pair) => pair.join('=')).join('; ');
  const keep = (answer: APIResponse) => {
    for (const { name, value } of answer.headersArray()) {
      if (name.toLowerCase() !== 'set-cookie') continue;
      const [pair = '', ...attributes] = value.split('; ');
      expect(pair).toMatch(/^__Host-nimbusu\./);
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
      expect(value).not.toContain('Domain=');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  const csrf = await client.get('/api/auth/csrf');
  keep(csrf);
  const form = { csrfToken: (await csrf.json()).csrfToken, email: accounts.student, password };
  const signedIn = await client.post('/api/auth/callback/credentials', {
    form,
    maxRedirects: 0,
    headers: { cookie: cookie() },
  });
  keep(signedIn);
  expect(signedIn.headers().location).toBe(origin);
  expect([...jar.keys()]).toContain('__Host-nimbusu.session');
  expect((await client.get('/api/me', { headers: { cookie: cookie() } })).status()).toBe(200);
  const plain = cookie().replaceAll('__Host-', '');
  expect((await client.get('/api/me', { headers: { cookie: plain } })).status()).toBe(401);
  await client.dispose();
  await copy.stop();
});

test('the policy holds: what the server did not mean to send does not run', async ({ page }) => {
  const blocked = await watchPolicy(page);
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  expect(blocked).toEqual([]);
  await page.route('/login', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<main', `${planted}<main`) });
  });
  await page.goto('/login');
  await page.getByText('planted').click();
  const expected = ['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'];
  await expect.poll(() => [...new Set(blocked)].sort()).toEqual(expected);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
});

test('the policy holds: no string becomes markup or a script on the page', async ({ page }) => {
  const blocked = await watchPolicy(page);
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  for (const misuse of [
    () => Object.assign(document.createElement('div'), { innerHTML: '<img src=x>' }),
    () => Object.assign(document.createElement('script'), { src: '/api/me' }),
    () => Object.assign(document.createElement('script'), { text: 'ran = 1' }),
    () => document.createElement('b').insertAdjacentHTML('beforeend', '<i>x</i>'),
    () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
  ]) {
    await expect(page.evaluate(misuse)).rejects.toThrow(/Trusted/);
  }
  expect([...new Set(blocked)]).toEqual(['require-trusted-types-for']);
});

/** Fills with the directives that something on the page has gone against. */
async function watchPolicy(page: Page): Promise<string[]> {
  const blocked: string[] = [];
  await page.exposeFunction('tellBlocked', (directive: string) => blocked.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if ('tellBlocked' in window && typeof window.tellBlocked === 'function')
        window.tellBlocked(effectiveDirective);
    });
  });
  return blocked;
}

test('an administrator’s dialog locks the page below it under the policy', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto('/login');
  await page.getByLabel('Email').fill(accounts.admin);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(homes.admin);
  await page.goto('/admin/announcements/new');
  await page.getByLabel('Title').fill('Locked');
  await page.getByLabel('Text').fill('Text');
  await addressTo(page, 'Everyone');
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('overflow', 'hidden');
  expect(problems).toEqual([]);
});

import { expect, test } from '@playwright/test';
import axios from 'axios';
import { type AxiosRequestConfig, type OpenAPIClient, OpenAPIClientAxios } from 'openapi-client-axios';
import type { ApiDocument } from '@/lib/contracts/http/api-document';
import { seedPeople } from '@/prisma/seed/people';
import { pick, seededRandom } from '@/prisma/seed/seeded-random';
import { fuzzOperations, generateRequest } from '../tests/fuzz/generate-request';
import { createJudge } from '../tests/fuzz/judge-answer';
import { accounts, password } from './sign-in';

/** Programs by people who have never seen our code: they have the address of the document, and an account. */
async function strangersClient(baseURL: string) {
  const { data: definition } = await axios.get(`${baseURL}/api/openapi.json`);
  const client = await new OpenAPIClientAxios({ definition }).init<OpenAPIClient>();
  const cookies = keepCookies(client);
  const call = (operation: string, params: Params = {}, data?: unknown, config?: AxiosRequestConfig) => {
    const run = client[operation];
    if (!run) throw new Error(`The document has no ${operation}`);
    return run(params, data, config);
  };
  const token = async () => String((await call('getCsrfToken')).data.csrfToken);
  const signIn = async (email: string, secret: string) => {
    const form = new URLSearchParams({ csrfToken: await token(), email, password: secret, json: 'true' });
    return call('signIn', {}, form, ANY_STATUS);
  };
  const signOut = async () =>
    call('signOut', {}, new URLSearchParams({ csrfToken: await token(), json: 'true' }));
  return { call, cookies, signIn, signOut };
}

type Params = Readonly<Record<string, string | number>>;
const known: readonly string[] = Object.values(accounts);
const ANY_STATUS = { validateStatus: () => true };

/** A cookie jar, as the document asks for. Returns the header it would send. */
function keepCookies(client: OpenAPIClient): () => string {
  const jar = new Map<string, string>();
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  client.interceptors.request.use((config) => {
    config.headers.set('cookie', header());
    return config;
  });
  client.interceptors.response.use((response) => {
    for (const line of response.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  });
  return header;
}

async function signedIn(baseURL: string, email: string) {
  const client = await strangersClient(baseURL);
  expect((await client.signIn(email, password)).status).toBe(200);
  return client;
}

test('a client built from the document alone logs in, publishes and reads', async ({ baseURL: given }) => {
  const baseURL = given ?? '';
  const admin = await signedIn(baseURL, accounts.admin);
  const student = await signedIn(baseURL, accounts.student);
  const me = (await student.call('getMe')).data;
  expect(me.email).toBe(accounts.student);

  const draft = {
    title: `From a stranger ${Date.now()}`,
    content: 'Read me',
    target_audience: 'users',
    target_details: { user_ids: [me.id] },
  };
  const post = { headers: { 'Idempotency-Key': crypto.randomUUID() } };
  const made = await admin.call('postAnnouncements', {}, draft, post);
  const again = await admin.call('postAnnouncements', {}, draft, post);
  expect([made.status, again.status, again.data.id]).toEqual([201, 201, made.data.id]);
  expect(again.headers['idempotency-replayed']).toBe('true');
  const { id } = made.data;
  expect((await admin.call('postAnnouncementsByIdPublish', { id })).data.status).toBe('published');

  expect((await student.call('getAnnouncementsById', { id })).data).toMatchObject({ title: draft.title });
  const list = (await student.call('getAnnouncements', { limit: 100 })).data;
  expect(list.items.map((item: { id: string }) => item.id)).toContain(id);

  await student.signOut();
  const refused = await student.call('getMe', {}, undefined, ANY_STATUS);
  expect([refused.status, refused.data.code]).toEqual([401, 'auth.required']);
});

test('a wrong password is told as documented', async ({ baseURL: given }) => {
  const baseURL = given ?? '';
  const client = await strangersClient(baseURL);
  const refused = await client.signIn(accounts.student, 'wrong');
  expect(refused.status).toBe(401);
  expect(refused.data.url).toContain('error=');
  expect((await client.call('getMe', {}, undefined, ANY_STATUS)).status).toBe(401);
});

test('the running product answers a sample of random requests as documented', async ({ baseURL: given }) => {
  const baseURL = given ?? '';
  const seed = Date.now() % 2 ** 31;
  const { data: document } = await axios.get<ApiDocument>(`${baseURL}/api/openapi.json`);
  const judge = createJudge(document);
  // Who ended the sessions would be refused from then on, and the settings are everybody's.
  const operations = fuzzOperations(document).filter(
    ({ operation }) => !/^delete.*Sessions|^patchSettings/.test(operation.operationId),
  );
  // Nobody whom another test looks at: what is sent changes languages, and reads what is unread.
  const bystander = (role: string) =>
    seedPeople().find((person) => person.role === role && !known.includes(person.email))?.email ?? '';
  const users = [await signedIn(baseURL, bystander('student')), await signedIn(baseURL, bystander('admin'))];
  const cookies = ['', ...users.map((user) => user.cookies())];
  // Ids of nothing, so that what the other tests look at stays as it is.
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  for (let number = 0; number < 400; number++) {
    const random = seededRandom(seed + number);
    const request = generateRequest(pick(random, operations), { random, ids });
    const { method, target, headers, body } = request;
    const answer = await fetch(`${baseURL}${target}`, {
      method: method.toUpperCase(),
      headers: { ...headers, cookie: pick(random, cookies) },
      // Where an answer leads to is no answer of the route.
      redirect: 'manual',
      ...(body !== undefined && method !== 'get' ? { body } : {}),
    });
    const fault = judge(request, {
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      text: await answer.text(),
    });
    expect(fault, `request ${number} of seed ${seed}: ${method} ${target} ${body}`).toBeNull();
  }
});

import * as z from 'zod';
import { describeProblem, type EnvironmentProblem } from './describe-problem';
import { settings } from './settings';

export type Env = Readonly<
  Omit<z.output<typeof Settings>, 'WEB_ORIGIN' | 'NEXTAUTH_URL' | 'BFF_CONNECT_HOST'> & {
    /** Where the web server finds the BFF: the address it listens on, unless that is "every address". */
    BFF_CONNECT_HOST: string;
    /** The browser origins that may talk to us; a loopback address stands for its twin `localhost` too. */
    WEB_ORIGIN: readonly string[];
    NEXTAUTH_URL: string;
  }
>;

const Settings = z.object(settings);

/**
 * Reads every setting once. An empty variable counts as absent.
 * @throws {InvalidEnvironment} that names each wrong variable, and no secret's value
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => describeProblem(issue, given)),
    ...samePort(given),
    ...halfAProvider(given),
  ];
  if (!parsed.success || problems.length > 0) throw new InvalidEnvironment(problems);
  const { WEB_ORIGIN, NEXTAUTH_URL, ...rest } = parsed.data;
  const own = `http://127.0.0.1:${rest.PORT}`;
  return {
    ...rest,
    BFF_CONNECT_HOST: rest.BFF_CONNECT_HOST ?? (rest.BFF_HOST === '0.0.0.0' ? '127.0.0.1' : rest.BFF_HOST),
    WEB_ORIGIN: [...new Set((WEB_ORIGIN ?? [own]).flatMap(withLoopbackTwin))],
    NEXTAUTH_URL: NEXTAUTH_URL ?? WEB_ORIGIN?.[0] ?? own,
  };
}

export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
  constructor(readonly problems: readonly EnvironmentProblem[]) {
    super(problems.map(({ variable, reason }) => `${variable}: ${reason}`).join('\n'));
  }
}

/** Looked at apart from the whole, so that it is said beside whatever else is wrong. */
function samePort(given: Record<string, string | undefined>): EnvironmentProblem[] {
  const port = settings.PORT.safeParse(given.PORT);
  const bffPort = settings.BFF_PORT.safeParse(given.BFF_PORT);
  if (!port.success || !bffPort.success || port.data !== bffPort.data) return [];
  return [{ variable: 'BFF_PORT', reason: `must differ from PORT, both are ${port.data}` }];
}

/** A provider is named whole or not at all: of one half nobody would see why there is no button. */
function halfAProvider(given: Record<string, string | undefined>): EnvironmentProblem[] {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length === needed.length) return [];
  return missing.map((variable) => ({ variable, reason: 'is missing beside the other OIDC settings' }));
}

function withLoopbackTwin(origin: string): string[] {
  const url = new URL(origin);
  const twin = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' }[url.hostname];
  if (!twin) return [origin];
  url.hostname = twin;
  return [origin, url.origin];
}

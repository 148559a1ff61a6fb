import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { getuid } from 'node:process';

const VERSION = '4.1.2';
const JAVA = 17;

export type PreparedKafka = { readonly libDir: string } | { readonly missing: string };

/** Makes a real Kafka available: Java, Maven (installed on Debian when we may) and the broker's jars, kept in a cache. */
export function prepareKafka(print: (line: string) => void = () => undefined): PreparedKafka {
  const cache = process.env.NIMBUSU_CACHE || path.join(homedir(), '.cache', 'nimbusu');
  const libDir = path.join(cache, `kafka-${VERSION}`);
  const needed = existsSync(libDir) ? ['java'] : ['java', 'mvn'];
  const absent = needed.filter((command) => !answers(command));
  if (absent.length > 0) {
    print(`kafka: installing ${absent.join(' and ')}`);
    const failure = installOnDebian(absent);
    if (failure) return { missing: `${absent.join(' and ')} not found; ${failure}` };
  }
  if (javaVersion() < JAVA) {
    return {
      missing: `Kafka ${VERSION} needs Java ${JAVA}, and \`java\` is ${javaVersion() || 'of an unknown version'}`,
    };
  }
  if (!existsSync(libDir)) {
    print(`kafka: fetching Kafka ${VERSION}`);
    const partial = `${libDir}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    const pom = path.resolve('scripts/kafka/pom.xml');
    const done = run('mvn', [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${partial}`,
    ]);
    if (done.status !== 0) {
      rmSync(partial, { recursive: true, force: true });
      return { missing: `Maven could not fetch Kafka: ${done.firstWords}` };
    }
    keep(partial, libDir);
  }
  return { libDir };
}

/** Another process may have been quicker: then its copy is as good. */
function keep(partial: string, libDir: string): void {
  try {
    renameSync(partial, libDir);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(libDir)) throw error;
  }
}

function installOnDebian(commands: readonly string[]): string | null {
  if (!existsSync('/etc/debian_version') || getuid?.() !== 0) return 'install a Java 17 runtime and Maven';
  const packages = commands.map((command) => (command === 'java' ? 'default-jre-headless' : 'maven'));
  const update = run('apt-get', ['update', '-q']);
  const install = run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
  if (install.status === 0) return null;
  return `apt-get could not install ${packages.join(' ')}: ${install.lastWords || update.lastWords}`;
}

function answers(command: string): boolean {
  return run(command, [command === 'java' ? '-version' : '--version']).status === 0;
}

/** The major version of `java`; 0 when it does not say. */
function javaVersion(): number {
  const { output } = run('java', ['-version']);
  return Number(/version "(\d+)/.exec(output)?.[1] ?? 0);
}

function run(command: string, args: readonly string[]) {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  // A command that does not exist has no output, but an error.
  const output = done.error ? done.error.message : `${done.stdout}${done.stderr}`;
  const lines = output.trim().split('\n');
  return { status: done.status, output, firstWords: lines[0] ?? '', lastWords: lines.at(-1) ?? '' };
}

import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

const SECRETS = ['password', 'passwordHash', 'cookie', 'authorization', 'token', 'secret', 'csrfToken'];

/** JSON lines on stdout. Fields that hold secrets are blacked out, also one level down. */
export function createLogger(options: { level: string; service: string }): Logger {
  return pino({
    level: options.level,
    base: { service: options.service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
  });
}

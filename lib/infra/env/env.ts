import { type Env, readEnv } from './read-env';

let parsed: Env | undefined;

/** The settings of this process, read at the first call: a build that needs none does not ask for them. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/**
 * Runs PostgreSQL in a process group of its own, so that a Ctrl-C in the terminal does not reach it, and ends it when the
 * process that wanted it is gone: that process holds the other end of our standard input.
 */
import { spawn } from 'node:child_process';

const PATIENCE_MS = 20_000;
const { command, args, owner } = JSON.parse(process.argv[2] ?? '{}');
const server = spawn(command, args, { ...owner, cwd: '/', stdio: ['ignore', 'inherit', 'inherit'] });
server.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code) => process.exit(code ?? 1));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGINT');
  // Immediate shutdown: nothing committed is lost, the next start replays the log.
  setTimeout(() => server.kill('SIGQUIT'), PATIENCE_MS).unref();
}
process.stdin.once('end', stop).once('close', stop).once('error', stop).resume();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
// Whoever read our output may be gone; PostgreSQL still has to be stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', stop);

// Loaded into child processes (`node --import`): when whoever started them is gone, the pipe to their standard input
// closes, and they stop as if asked to. So nothing is left behind, even after a kill -9.
const PATIENCE_MS = 10_000;

// Node's options are passed on, as by Next.js to its helpers: those are not ours, and their input is nobody's word.
if (process.env.NIMBUSU_PARENT === String(process.ppid)) {
  process.stdin.once('end', stop).once('error', stop).resume();
  process.stdin.unref?.();
  // Nobody reads our lines any more; that is no reason to break off an orderly stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

function stop() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE_MS).unref();
}

// Loaded into child processes (`node --import`): when whoever started them is gone, the pipe to their standard input
// closes, and they stop as if asked to. So nothing is left behind, even after a kill -9.
process.stdin.resume();
process.stdin.on('error', stop);
process.stdin.on('end', stop);
process.stdin.unref?.();

function stop() {
  process.kill(process.pid, 'SIGTERM');
}

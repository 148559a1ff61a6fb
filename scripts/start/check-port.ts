import { createServer } from 'node:net';
import { ExplainedFailure } from '../set-up/explained-failure';

/** Fails with the variable to change when somebody listens on the port already. */
export function checkPort(variable: string, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`;
      reject(new ExplainedFailure(`Port ${port} on ${host} ${why}: set ${variable} to another one.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

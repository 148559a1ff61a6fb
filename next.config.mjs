import { readFileSync } from 'node:fs';

const host = process.env.BFF_HOST?.replace(/^0\.0\.0\.0$/, '') || '127.0.0.1';
const socketDestination = `http://${process.env.BFF_CONNECT_HOST || host}:${process.env.BFF_PORT || '3001'}/socket.io`;

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  // Types are checked by `npm test`, whole; checking them again here would only make the start slower.
  typescript: { ignoreBuildErrors: true },
  // One origin for browsers: the socket passes through.
  rewrites: async () => [{ source: '/socket.io', destination: socketDestination }],
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
      ],
    },
  ],
};

/** @param {string} phase */
export default function configFor(phase) {
  if (phase === 'phase-production-server') refuseAnotherAddress();
  return config;
}

/** A rewrite's target is fixed when the app is built; another BFF address at run time would silently do nothing. */
function refuseAnotherAddress() {
  /** @type {{ rewrites: { afterFiles: { source: string, destination: string }[] } }} */
  const { rewrites } = JSON.parse(readFileSync('.next/routes-manifest.json', 'utf8'));
  const built = [rewrites.afterFiles ?? rewrites]
    .flat()
    .find(({ source }) => source === '/socket.io')?.destination;
  if (built === socketDestination) return;
  console.error(
    `The web app was built for a BFF at ${built}, the settings say ${socketDestination}: build it again with these settings.`,
  );
  process.exit(1);
}

const bffPort = process.env.BFF_PORT || '3001';
const bffHost = process.env.BFF_CONNECT_HOST || '127.0.0.1';

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  // Types are checked by `npm test`, whole; checking them again here would only make the start slower.
  typescript: { ignoreBuildErrors: true },
  // One origin for browsers: the socket passes through. The address is fixed when the app is built (scripts/start.mjs
  // builds again when it changes).
  rewrites: async () => [{ source: '/socket.io', destination: `http://${bffHost}:${bffPort}/socket.io` }],
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

import { readFileSync } from 'node:fs';

const host = process.env.BFF_HOST?.replace(/^0\.0\.0\.0$/, '') || '127.0.0.1';
const socketDestination = `http://${process.env.BFF_CONNECT_HOST || host}:${process.env.BFF_PORT || '3001'}/socket.io`;

/** On every answer. Pages get a policy of their own from proxy.ts; without it nothing of an answer loads or runs. */
const always = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()',
};
/** @param {Record<string, string>} headers */
const named = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  // Types are checked by `npm test`, whole; checking them again here would only make the start slower.
  typescript: { ignoreBuildErrors: true },
  // One origin for browsers: the socket passes through.
  rewrites: async () => [{ source: '/socket.io', destination: socketDestination }],
  // No picture is resized here, so the route that would do it is not there.
  images: { unoptimized: true },
  // pdfkit reads its data and fonts from files beside it.
  serverExternalPackages: ['@node-rs/argon2', 'pdfkit', 'pg', 'pino'],
  headers: async () => [
    { source: '/:path*', headers: named(always) },
    // It answers in the reader's language.
    { source: '/manifest.webmanifest', headers: named({ Vary: 'Accept-Language, Cookie' }) },
    {
      source: '/sw.js',
      headers: named({
        'Cache-Control': 'no-cache',
        'Service-Worker-Allowed': '/',
        // The worker's own requests are judged by the policy it came with.
        'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
      }),
    },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https.*' }],
      headers: named({ 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
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

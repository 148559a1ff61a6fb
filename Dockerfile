# One image for every process of the product: web, BFF, and the two one-off commands (topics, database).
FROM node:20-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS built
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
# The address at which the web server finds the BFF is fixed into the web app.
ARG BFF_CONNECT_HOST=bff
ARG BFF_PORT=3001
RUN npm run build

FROM base AS dependencies
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM base
ENV NODE_ENV=production
COPY --from=dependencies /app/node_modules node_modules
COPY --from=built /app/.next .next
COPY --from=built /app/dist dist
COPY --from=built /app/public public
COPY package.json next.config.mjs ./
COPY prisma prisma
ARG BFF_CONNECT_HOST=bff
ARG BFF_PORT=3001
ENV WEB_HOST=0.0.0.0 BFF_HOST=0.0.0.0 BFF_CONNECT_HOST=$BFF_CONNECT_HOST BFF_PORT=$BFF_PORT
USER node
CMD ["node", "--enable-source-maps", "dist/bff.mjs"]

import { generatePrisma } from './generate-prisma';

console.log(`database client: ${generatePrisma() ? 'generated' : 'up to date'}`);
await import('../generate-event-docs');

import { apiDocument, documentSpec } from '../openapi/api-document';
import { publicRoute } from '../route-wrapper';
import { services } from '../services';

export const GET = publicRoute(
  { ...documentSpec, etag: () => apiDocument(services()).tag },
  async (input) => apiDocument(input.services).document,
);

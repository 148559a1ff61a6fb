/** For tests: how the API refuses. */
export const problemAnswer = (status: number, code: string, more: object = {}): Response =>
  Response.json(
    { type: 'about:blank', title: code, status, code, correlation_id: 'test', ...more },
    { status },
  );

/** What is wrong with one field. */
export const invalidAnswer = (field: string, code: string): Response =>
  problemAnswer(422, 'request.invalid', { errors: [{ field, code, message: 'x' }] });

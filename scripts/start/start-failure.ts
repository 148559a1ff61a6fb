/** Why the product does not start, in one line for whoever started it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

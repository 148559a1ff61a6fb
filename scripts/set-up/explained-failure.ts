/** Something the person at the terminal can put right: said in its own words, without a stack. */
export class ExplainedFailure extends Error {
  override readonly name = 'ExplainedFailure';
}

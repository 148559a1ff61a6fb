/**
 * The shape of an answer that nobody reads: what has become of the thing is asked for anew. Fetched with the deed, since
 * the page would load the library of shapes for it.
 */
export const anyAnswer = () => import('@/lib/contracts/http/any-answer').then((module) => module.AnyAnswer);

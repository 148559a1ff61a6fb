import { DomainProblem } from '../problem';

/** Somebody took an email, a number or a code between the comparison and the writing. */
export async function orOutdated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new DomainProblem('import.outdated');
    throw error;
  }
}

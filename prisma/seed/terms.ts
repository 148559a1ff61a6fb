import { seedId } from './people';

export interface SeedTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly academicYear: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** The half-years before, at, and after a moment. The last has no courses yet: they may be copied into it. */
export function seedTerms(now: Date): readonly [SeedTerm, SeedTerm, SeedTerm] {
  const half = now.getUTCFullYear() * 2 + (now.getUTCMonth() < 6 ? 0 : 1);
  return [termOf(half - 1), termOf(half), termOf(half + 1)];
}

function termOf(half: number): SeedTerm {
  const year = Math.floor(half / 2);
  const isSpring = half % 2 === 0;
  const startsOn = isSpring ? `${year}-01-01` : `${year}-07-01`;
  const endsOn = isSpring ? `${year}-06-30` : `${year}-12-31`;
  const code = `${year}-${isSpring ? 'S' : 'A'}`;
  return {
    id: seedId(`term ${code}`),
    code,
    name: `${isSpring ? 'Spring' : 'Autumn'} ${year}`,
    academicYear: isSpring ? year - 1 : year,
    startsOn,
    endsOn,
    opensAt: `${isSpring ? year - 1 : year}-${isSpring ? '12' : '06'}-01T08:00:00Z`,
    closesAt: `${endsOn}T20:00:00Z`,
  };
}

import { contractStructs, type StructName } from './contract-structs';

/** What Go's `json.Marshal` makes of a struct nobody has filled: empty texts, zeros, null for slices and maps. */
export function goZeroOf(name: StructName): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(contractStructs[name]).map(([field, goType]) => [field, zeroOf(goType)]),
  );
}

function zeroOf(goType: string): unknown {
  return isStruct(goType) ? goZeroOf(goType) : (zeros[goType] ?? null);
}

export const isStruct = (goType: string): goType is StructName => Object.hasOwn(contractStructs, goType);

const zeros: Readonly<Record<string, unknown>> = {
  string: '',
  int: 0,
  int64: 0,
  float64: 0,
  bool: false,
  'time.Time': '0001-01-01T00:00:00Z',
};

import * as z from 'zod';

/*
 * The kinds of field a payload is made of. They read as Go reads JSON: a field that is missing or null is its zero
 * value, and unknown fields pass. They write strictly: TypeScript asks for every field that is not called optional.
 */

/** An object that lets unknown fields pass. Its type names only the known ones, so a misspelt field does not compile. */
export function struct<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strip> {
  return z.looseObject(shape);
}

/** What the event is about. Any non-empty string: other services may not use UUIDs. */
export const id = z.string().min(1);

export const text = z.preprocess((value: string) => value ?? '', z.string());

export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A text of which we write only the given values; readers must expect others. */
export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return z.preprocess(
    (value: Values[number]) => value ?? '',
    z.string().meta({ description: `one of ${values.join(', ')}` }),
  );
}

const goZeroTime = /^0001-01-01T00:00:00(\.0+)?(Z|[+-]00:00)$/;
const present = (value: unknown) =>
  typeof value === 'string' && goZeroTime.test(value) ? null : value || null;
const instant = z.iso.datetime({ offset: true }).nullable();

/** RFC 3339, any offset, up to nanoseconds. Go's zero time reads as null, like a missing one. */
export const time = z.preprocess((value: string) => present(value), instant);

export const optionalTime = z
  .preprocess((value: string | null) => present(value), instant)
  .optional()
  .transform((value) => value ?? null);

/** A Go `int`. */
export const count = z.preprocess((value: number) => value ?? 0, z.int());

export const optionalCount = z
  .int()
  .nullish()
  .transform((value) => value ?? 0);

const INT64_MAX = 2n ** 63n - 1n;
const wide = z
  .union([
    z.int(),
    z
      .bigint()
      .min(-INT64_MAX - 1n)
      .max(INT64_MAX),
  ])
  .meta({ type: 'integer', format: 'int64' });

/** A Go `int64`: a number where that is exact, a bigint beyond 2^53. */
export const int64 = z.preprocess((value: number | bigint) => value ?? 0, wide);

export const optionalInt64 = wide.nullish().transform((value) => value ?? 0);

/** A Go `float64`; a large one may be written as an integer of many digits. */
export const decimal = z.preprocess(
  (value: number) => (typeof value === 'bigint' ? Number(value) : (value ?? 0)),
  z.number(),
);

export const flag = z.preprocess((value: boolean) => value ?? false, z.boolean());

export const optionalFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A list; null (Go's empty slice) reads as empty. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** A map; null (Go's empty map) reads as empty. */
export function map<Value extends z.ZodType>(value: Value) {
  return z
    .record(z.string(), value)
    .nullish()
    .transform((entries) => entries ?? {});
}

/** Any JSON value. */
export const anything = z.preprocess((value: unknown) => value ?? null, z.unknown());

/** Old and new value by the name of the field that has changed. */
export const changes = map(struct({ old_value: anything, new_value: anything }));

/** A struct inside the payload: Go always sends it, others may leave it out. */
export function part<Shape extends z.core.$ZodShape>(inner: z.ZodObject<Shape, z.core.$strip>) {
  return z.preprocess((value: z.input<typeof inner>) => value ?? {}, inner);
}

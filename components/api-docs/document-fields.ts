import { fieldRows } from '@/lib/contracts/events/field-rows';
import type { Content, Parameter, Schema } from '@/lib/contracts/http/api-document';
import type { Field } from './field-list';

/** The fields of a body, nested ones after their parent. */
export function bodyFields(content: Content | undefined): Field[] {
  const [media] = Object.values(content ?? {});
  return media ? fieldRows(media.schema).map(({ path, ...row }) => ({ name: path, ...row })) : [];
}

/** Parameters as fields: what their schema says, and what the parameter says of itself. */
export function parameterFields(parameters: readonly Parameter[]): Field[] {
  return parameters.map(({ name, in: place, required, description, schema }) => {
    const [row] = fieldRows(objectOf(name, schema));
    const notes = [description?.replace(/\.$/, ''), row?.notes].filter(Boolean).join('; ');
    return { name, place, required, type: row?.type ?? 'any', notes };
  });
}

const objectOf = (name: string, schema: Schema) => ({ type: 'object', properties: { [name]: schema } });

import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { FailureCode } from '../../domain/failure.ts';
import { ServerError } from '../../domain/wire.ts';
import type { Access, Door } from './door.ts';
import { wordsFor } from './refusal.ts';
import { VERSION } from './version.ts';

type Json = { readonly [key: string]: unknown };

/** Rules that JSON Schema can't say (a check in code, trimming) are left out: the document promises no more than it can. */
const schemaOf = (schema: v.GenericSchema, typeMode: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, { typeMode, target: 'draft-2020-12', errorMode: 'ignore' });
  return rest;
};

const NEEDS: Readonly<Record<Access, { readonly security: readonly Json[]; readonly failures: readonly FailureCode[] }>> = {
  open: { security: [], failures: [] },
  'creation-key': { security: [{ creationKey: [] }], failures: ['creation-key-wrong'] },
  member: { security: [{ token: [] }], failures: ['not-a-member'] },
};

const parametersOf = ({ path, query }: Door): readonly Json[] => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const fields = query ? (schemaOf(query, 'input')['properties'] as Json) : {}; // an object schema's document has them
  return [...inPath, ...Object.entries(fields).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))];
};

function refusalsOf({ access, input, query, path, failures = [] }: Door): Json {
  const codes: readonly FailureCode[] = [
    ...NEEDS[access].failures,
    ...(path.includes(':community') ? (['not-found'] as const) : []),
    ...((input ?? query) ? (['bad-message'] as const) : []),
    ...failures,
  ];
  const byStatus = Map.groupBy(codes, (code) => wordsFor(code).status);
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      { description: same.map((code) => `\`${code}\`: ${wordsFor(code).sentence}`).join(' '), content },
    ]),
  );
}

const operationOf = (door: Door): Json => ({
  summary: door.summary,
  security: NEEDS[door.access].security,
  parameters: parametersOf(door),
  ...(door.input && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(door.documentedInput ?? door.input, 'input') } } },
  }),
  responses: {
    200: { description: 'Done.', content: { [door.contentType ?? 'application/json']: { schema: schemaOf(door.output, 'output') } } },
    ...refusalsOf(door),
  },
});

/** The doors as an OpenAPI 3.1 document, made from the schemas that they parse with. */
export function describeDoors(doors: readonly Door[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const door of doors) (paths[door.path.replace(/:(\w+)/g, '{$1}')] ??= {})[door.method] = operationOf(door);
  return {
    openapi: '3.1.0',
    info: { title: 'Whence community server', version: VERSION, description: 'What a device and a community server say to each other.' },
    paths,
    components: {
      schemas: { Error: schemaOf(ServerError, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token that a device made when it joined.' },
        creationKey: { type: 'http', scheme: 'bearer', description: 'The key of whoever runs the server.' },
      },
    },
  };
}

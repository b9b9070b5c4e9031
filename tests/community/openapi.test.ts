import { describe, expect, it } from 'vitest';
import { describeDoors } from '../../community/src/openapi.ts';
import { DOORS } from '../../community/src/routes/index.ts';

interface Operation {
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}

describe('the OpenAPI document', () => {
  const described = describeDoors(DOORS);
  const paths = described['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>; // as the tests below check

  it('has every door, with what it needs and what it answers', () => {
    expect(described['openapi']).toBe('3.1.0');
    for (const { path, method, access, input } of DOORS) {
      const operation = paths[path.replace(':community', '{community}')]?.[method];
      expect(operation?.summary).toMatch(/\.$/);
      expect(operation?.security).toHaveLength(access === 'open' ? 0 : 1);
      expect(operation?.responses).toHaveProperty('200');
      expect(operation?.requestBody === undefined).toBe(input === undefined);
      expect('401' in (operation?.responses ?? {})).toBe(access !== 'open');
    }
  });

  it('says what a push may hold, and how a pull is asked for', () => {
    const push = JSON.stringify(paths['/communities/{community}/push']?.['post']?.requestBody);
    for (const word of ['"mutations"', '"post"', '"react"', '"remove"', '"why"', '"maxItems":50']) expect(push).toContain(word);
    expect(paths['/communities/{community}/pull']?.['get']?.parameters.map(({ name }) => name)).toEqual(['community', 'cursor', 'limit']);
    expect(paths['/communities/{community}/live']?.['get']?.responses['200']).toMatchObject({ content: { 'text/event-stream': {} } });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });
});

import type * as v from 'valibot';

/**
 * Who may send a call. `page`: our script in a web page. `surface`: any page of the extension,
 * the composer's frame included. `own`: the background, or a page of the extension that no web page
 * can frame or cover (popup, side panel, library, settings, the share window), for what leaves the device.
 */
export type Sender = 'page' | 'surface' | 'own';

/** A call: who may send it, what goes in (parsed when it arrives), and, for the types alone, what comes back. */
export interface Call<I extends v.GenericSchema = v.GenericSchema, O = unknown> {
  readonly from: Sender;
  readonly input: I;
  readonly output?: O;
}

/** One line of a protocol map: `call<Answer>()('own', v.object({ … }))`. */
export const call =
  <O = undefined>() =>
  <I extends v.GenericSchema>(from: Sender, input: I): Call<I, O> => ({ from, input });

export type InputOf<C extends Call> = v.InferInput<C['input']>;
export type ParsedInputOf<C extends Call> = v.InferOutput<C['input']>;
export type OutputOf<C extends Call> = C extends Call<v.GenericSchema, infer O> ? O : never;

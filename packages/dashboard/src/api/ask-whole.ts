import { ask } from "./ask.ts";

/** An answer that comes in pages: a list under one name, and what leads to the next page. */
type Paged<Name extends string> = Readonly<Record<Name, readonly unknown[]>> & {
  readonly next: string | null;
};

/**
 * Asks for all pages of a list, one after the other.
 *
 * @throws Refusal where one of them is not answered
 */
export async function askWhole<Name extends string, Answer extends Paged<Name>>(
  address: string,
  name: Name,
  signal?: AbortSignal,
): Promise<Answer> {
  const first = await ask<Answer>(address, signal);
  const items = [...first[name]];
  for (let { next } = first; next !== null; ) {
    const page = await ask<Answer>(`${address}&after=${encodeURIComponent(next)}`, signal);
    items.push(...page[name]);
    ({ next } = page);
  }
  return { ...first, [name]: items, next: null };
}

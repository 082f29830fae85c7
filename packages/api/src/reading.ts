import { badInput } from "@tagledger/core/errors";
import type * as z from "zod/mini";

/**
 * Checks what stands in a part of a request.
 *
 * @throws bad-input naming what means nothing, and what was expected instead
 */
export function checked(schema: z.ZodMiniType, given: unknown): unknown {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined) throw badInput("this is not understood");
  if (issue.code === "unrecognized_keys") throw badInput(unknownWords(schema, issue.keys));
  const place = issue.path.join(".");
  throw badInput(`${place === "" ? "" : `${place}: `}${issue.message}`);
}

/**
 * What an address asks for, by name: a text, or a list where the route takes several.
 *
 * @throws bad-input where one is given twice that is taken once
 */
export function queryOf(values: URLSearchParams, shape: Readonly<Record<string, unknown>>): object {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(values.keys())) {
    const all = values.getAll(name);
    const isList = LISTS.has(name) && Object.hasOwn(shape, name);
    if (!isList && all.length > 1) throw badInput(`${name}: it is given more than once`);
    query[name] = isList ? all : (all[0] ?? "");
  }
  return { ...query };
}

/** What may be given several times. */
const LISTS: ReadonlySet<string> = new Set(["where"]);

function unknownWords(schema: z.ZodMiniType, keys: readonly string[]): string {
  const shape = "shape" in schema && typeof schema.shape === "object" ? Object.keys(schema.shape ?? {}) : [];
  const there = shape.length === 0 ? "there are none" : `there are ${shape.join(", ")}`;
  return `there is no parameter "${keys.join('", "')}" here; ${there}`;
}

import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { Span } from "../pods/span.ts";
import type { Answered } from "./ask.ts";
import { said } from "./ask.ts";

/** An object of an answer, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What an API gave, without what it says around it.
 *
 * @param name as people call what was asked
 * @throws bad-input where it is no answer of OpenCost's
 * @throws outside-failure where it says that something went wrong
 */
export function dataOf(name: string, answered: Answered): unknown {
  if (answered.status < 200 || answered.status >= 300) {
    const message = `${name}: it answered with status ${answered.status}${said(answered)}`;
    throw new TagledgerError("outside-failure", message, { name, status: answered.status });
  }
  const answer = parsed(name, answered.body);
  if (!isFields(answer) || !("data" in answer)) throw badInput(`${name}: the answer holds no data`, { name });
  const { code, data } = answer;
  if (typeof code === "number" && code !== 200) {
    const message = `${name}: it answered with code ${code}${said(answered)}`;
    throw new TagledgerError("outside-failure", message, { name, status: code });
  }
  return data;
}

function parsed(name: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    const begin = body.trim().slice(0, 60);
    throw badInput(`${name}: the answer is no JSON (it begins with "${begin}")`, { name }, cause);
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The time that an entry is of, as its `window` says; undefined where it does not. */
export function windowIn(entry: Fields): Span | undefined {
  if (!isFields(entry.window)) return undefined;
  const [start, end] = [entry.window.start, entry.window.end].map((text) =>
    typeof text === "string" ? Date.parse(text) : Number.NaN,
  );
  if (start === undefined || end === undefined || !(end > start)) return undefined;
  return { start, end };
}

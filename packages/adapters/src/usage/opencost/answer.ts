import { TagledgerError } from "@tagledger/core/errors";
import type { Span } from "../hours.ts";
import type { Answered } from "./ask.ts";
import { said } from "./ask.ts";
import { type Fields, isFields, wholeBody } from "./body.ts";

/**
 * What an API gave, without what it says around it.
 *
 * @param name as people call what was asked
 * @throws outside-failure where it is no answer of OpenCost's, or says that something went wrong
 */
export function dataOf(name: string, answered: Answered): unknown {
  if (answered.status < 200 || answered.status >= 300) {
    const message = `${name}: it answered with status ${answered.status}${said(answered)}`;
    throw new TagledgerError("outside-failure", message, { name, status: answered.status });
  }
  const answer = wholeBody(answered.body);
  if (typeof answer === "string") throw new TagledgerError("outside-failure", `${name}: ${answer}`, { name });
  const { code, data } = answer;
  if (typeof code === "number" && code !== 200) {
    const message = `${name}: it answered with code ${code}${said(answered)}`;
    throw new TagledgerError("outside-failure", message, { name, status: code });
  }
  return data;
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

import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { Outcome } from "./outcome.ts";
import { isRecord, seriesIn } from "./series.ts";
import type { Times } from "./times.ts";

/** What a server sent, whole. */
export interface Sent {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
  /** How many milliseconds it asks to wait. */
  readonly wait: number;
}

const TOO_MUCH = /exceed|too many|too long|too large|limit/i;
const LONGEST_QUOTE = 1_000;

/** Reads what a server sent to a query over times. */
export function readAnswer(name: string, sent: Sent, times: Times): Outcome {
  const { status, wait } = sent;
  const fields = fieldsOf(sent.body);
  if (status >= 200 && status < 300) return wholeAnswer(fields, times) ?? damaged("its answer is no JSON");
  if (status >= 300 && status < 400) return refused(name, sent, `it points to ${placeOf(sent.location)}`);
  const why = `status ${status}${saidBy(sent.body, fields)}`;
  // A query that takes too long, and one that holds too much, are refused by other statuses from version to version.
  if (fields?.errorType === "timeout" || isTooMuch(status, fields)) return { kind: "too-much", why };
  if (status === 408 || status === 429 || status >= 500) return { kind: "passing", why, wait };
  return refused(name, sent, why);
}

function wholeAnswer(fields: Readonly<Record<string, unknown>> | null, times: Times): Outcome | null {
  if (fields === null) return null;
  if (fields.status !== "success") return damaged("its answer does not say that it succeeded");
  const series = seriesIn(fields.data, times);
  if (typeof series === "string") return damaged(series);
  const warnings = Array.isArray(fields.warnings) ? fields.warnings.map(String) : [];
  return { kind: "answered", series, warnings };
}

function damaged(why: string): Outcome {
  return { kind: "passing", why, wait: 0 };
}

function isTooMuch(status: number, fields: Readonly<Record<string, unknown>> | null): boolean {
  const isRefusal = status === 400 || status === 413 || status === 422;
  const said = String(fields?.error ?? fields?.message ?? "");
  return isRefusal && TOO_MUCH.test(said) && !said.includes("parse error");
}

/** What was asked is wrong where the server read it and says so; otherwise we did not get through to it. */
function refused(name: string, { status }: Sent, why: string): Outcome {
  const error =
    status === 400 || status === 422
      ? badInput(`${name}: ${why}`, { name, status })
      : new TagledgerError("outside-failure", `${name}: ${why}`, { name, status });
  return { kind: "refused", error };
}

function saidBy(body: string, fields: Readonly<Record<string, unknown>> | null): string {
  const said = fields?.error ?? fields?.message ?? (fields === null ? body.trim() : "");
  const text = String(said).replace(/\s+/g, " ").slice(0, LONGEST_QUOTE);
  return text === "" ? "" : `: ${text}`;
}

function placeOf(location: string | null): string {
  if (location === null || !URL.canParse(location)) return `another place (${location ?? "not said which"})`;
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname}, where no token is sent; give the address that answers itself`;
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

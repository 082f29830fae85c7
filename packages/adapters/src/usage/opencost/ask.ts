import { TagledgerError } from "@tagledger/core/errors";
import { wholeBody } from "./body.ts";

/** What an API is asked with. */
export interface Asking {
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** What the header of that name says, or null where none is needed. */
  readonly authorization: string | null;
}

/** What an API answered: its status, and its body as text. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

const ATTEMPTS = 5;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const PATIENCE = 120_000;

/**
 * Asks an API, again where it is overloaded, broken or out of reach for a while, or something else answers.
 *
 * @param name as people call what is asked
 * @throws outside-failure where it stays so
 */
export async function ask(asking: Asking, name: string, url: URL): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const tried = await once(asking, url);
    const passes = "reason" in tried || isPassing(tried.status);
    if (!("reason" in tried) && !passes) return { status: tried.status, body: tried.body };
    if (attempt === ATTEMPTS) {
      const why = "reason" in tried ? tried.reason : `it answered with status ${tried.status}${said(tried)}`;
      throw new TagledgerError("outside-failure", `${name}: ${why}, ${ATTEMPTS} times in a row`, { name });
    }
    const least = "reason" in tried ? 0 : tried.wait;
    await asking.sleep(Math.max(least, FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + asking.random() / 2)));
  }
}

type Tried = (Answered & { readonly wait: number }) | { readonly reason: string };

async function once({ fetch, authorization }: Asking, url: URL): Promise<Tried> {
  try {
    const answer = await fetch(url, {
      headers: { accept: "application/json", ...(authorization !== null && { authorization }) },
      // A token goes nowhere else.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = await answer.text();
    const whole = answer.ok ? wholeBody(body) : null;
    if (typeof whole === "string") return { reason: whole };
    return { status: answer.status, body, wait: waitOf(answer.headers.get("retry-after")) };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    // The error itself may show the address with what is secret in it.
    return { reason: isTimeout ? "it did not answer in time" : "it could not be reached, or broke off" };
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function waitOf(header: string | null): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT) : 0;
}

/** What an answer says of itself, as far as people can read it. */
export function said({ body }: Answered): string {
  let text = body;
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    text = typeof message === "string" ? message : "";
  } catch {
    // No JSON: what there is.
  }
  const line = text.trim().split("\n")[0]?.slice(0, 200) ?? "";
  return line === "" || line.startsWith("<") ? "" : ` (${line})`;
}

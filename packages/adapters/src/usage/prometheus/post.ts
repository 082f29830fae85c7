import type { Authorize } from "./authorize.ts";
import type { Sent } from "./read-answer.ts";

/** A little more than the two minutes after which a Prometheus gives up by itself. */
const PATIENCE = 150_000;
const LONGEST_WAIT = 30_000;

/** Sends a form; what came of it, or why nothing did. */
export async function post(
  fetching: typeof fetch,
  authorize: Authorize,
  to: URL,
  form: URLSearchParams,
): Promise<Sent | string> {
  const body = form.toString();
  const headers = await authorize(
    to,
    { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body,
  );
  try {
    const answer = await fetching(to, {
      method: "POST",
      headers,
      body,
      // A token, and what is asked, go nowhere else.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return {
      status: answer.status,
      body: await answer.text(),
      location: answer.headers.get("location"),
      wait: waitOf(answer.headers.get("retry-after")),
    };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    return isTimeout ? "it did not answer in time" : `it could not be reached, or broke off${codeOf(error)}`;
  }
}

/** The error itself may show headers; the code of its cause does not. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? ` (${code})` : "";
}

function waitOf(header: string | null): number {
  const seconds = Number(header ?? 0);
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT) : 0;
}

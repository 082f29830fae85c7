import { type Outgoing, outgoing } from "./outgoing.ts";

const TITLES = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  406: "Not acceptable",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
} as const;

/** A status that says what went wrong. */
export type ProblemStatus = keyof typeof TITLES;

/** The media type of what went wrong. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/**
 * What went wrong, as problem details (RFC 9457).
 *
 * @example problem(404, NOTHING_HERE).statusCode // 404
 */
export function problem(
  status: ProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Outgoing {
  const body = JSON.stringify({ type: "about:blank", title: TITLES[status], status, detail });
  return outgoing(status, { type: PROBLEM_TYPE, body }, { "cache-control": "no-store", ...headers });
}

/** The one answer to all that is not there and all that is somebody else's, so that nobody can tell one from the other. */
export function absent(): Outgoing {
  return problem(404, "nothing is here that you may see");
}

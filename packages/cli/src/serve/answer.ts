/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/**
 * What went wrong, as problem details (RFC 9457).
 *
 * @example problem(404, "Not found", "no resource is called x").status // 404
 */
export function problem(status: number, title: string, detail: string): Answer {
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  return { status, type: "application/problem+json; charset=utf-8", body };
}

import { plainUrl } from "../plain-url.ts";

/** Where a Prometheus is asked. */
export interface Address {
  /** As people call it. */
  readonly name: string;
  /** Where it answers queries over time. */
  readonly query: URL;
}

const API = /\/api\/v1(\/.*)?$/;

/**
 * Where a Prometheus answers that may lie below a path, as behind a proxy or in a workspace of Amazon's.
 *
 * @throws bad-configuration where the address holds a password
 * @example addressOf("https://example.com/prometheus/").query.href // "https://example.com/prometheus/api/v1/query_range"
 */
export function addressOf(url: string): Address {
  const query = plainUrl(url, "a Prometheus");
  const base = query.pathname.replace(/\/+$/, "").replace(API, "");
  query.pathname = `${base}/api/v1/query_range`;
  return { name: `prometheus ${query.origin}${base}`, query };
}

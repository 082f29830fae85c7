import { TagledgerError } from "@tagledger/core/errors";

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
  if (!URL.canParse(url)) throw misconfigured(`"${url}" is no address of a Prometheus`);
  const query = new URL(url);
  if (query.username !== "" || query.password !== "") {
    throw misconfigured(
      `the address of the Prometheus at ${query.host} holds a name or password; give a token by its name`,
    );
  }
  const base = query.pathname.replace(/\/+$/, "").replace(API, "");
  query.pathname = `${base}/api/v1/query_range`;
  query.hash = "";
  return { name: `prometheus ${query.origin}${base}`, query };
}

function misconfigured(message: string): TagledgerError {
  return new TagledgerError("bad-configuration", message);
}

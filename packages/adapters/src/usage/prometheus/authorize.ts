import type { SignatureV4 } from "@smithy/signature-v4";
import { TagledgerError } from "@tagledger/core/errors";
import { Sha256 } from "./sha256.ts";

/** The credentials that requests to AWS are signed with, or how they are had. */
export type AwsCredentials = ConstructorParameters<typeof SignatureV4>[0]["credentials"];

/** The headers of a request that sends a body to an address: those given, and what lets us in. */
export type Authorize = (
  to: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<Readonly<Record<string, string>>>;

/** Whose requests are let in. */
export interface Access {
  /** The name of a secret, as `secret:NAME`. */
  readonly token?: string | undefined;
  /** The region of an Amazon Managed Service for Prometheus. */
  readonly region?: string | undefined;
  readonly secret: (name: string) => Promise<string>;
  readonly credentials?: AwsCredentials | undefined;
  readonly now: () => number;
}

/**
 * How requests are let in: by a signature where there is a region, by a token where one is named, else as they are.
 *
 * @throws bad-configuration where requests are to be signed and nobody gave credentials
 * @throws outside-failure, on a request, where credentials cannot be had
 */
export function authorizing({ token, region, secret, credentials, now }: Access): Authorize {
  if (region !== undefined) return signing(region, credentials, now);
  if (token === undefined) return async (_, headers) => headers;
  let held: Promise<string> | undefined;
  return async (_, headers) => {
    held ??= secret(token.replace(/^secret:/, ""));
    return { ...headers, authorization: `Bearer ${(await held).trim()}` };
  };
}

function signing(region: string, credentials: AwsCredentials | undefined, now: () => number): Authorize {
  if (credentials === undefined) {
    throw new TagledgerError(
      "bad-configuration",
      `a Prometheus in ${region} is asked with signed requests, and there are no credentials of AWS`,
      { region },
    );
  }
  return async (to, headers, body) => {
    const { SignatureV4 } = await import("@smithy/signature-v4");
    const signer = new SignatureV4({ service: "aps", region, credentials, sha256: Sha256 });
    const query = Object.fromEntries(to.searchParams);
    const request = {
      method: "POST",
      protocol: to.protocol,
      hostname: to.hostname,
      path: to.pathname,
      query,
      headers: { ...headers, host: to.host },
      body,
    };
    try {
      const { host: _, ...signed } = (await signer.sign(request, { signingDate: new Date(now()) })).headers;
      return signed;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : "";
      const message = `requests to ${to.host} cannot be signed: ${why}`;
      throw new TagledgerError("outside-failure", message, { region }, { cause });
    }
  };
}

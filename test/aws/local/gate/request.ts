import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { actionOf, writes } from "./action.ts";

/** By which our clients say what they are about; nothing else tells it of services that are asked by path. */
export const OPERATION = "x-tagledger-operation";

/** How a service wants to be asked, and answers that something failed. */
export type Protocol = "ec2" | "query" | "json" | "rest-json" | "rest-xml";

/** A call as it arrives from a client. */
export interface Asked {
  /** As permissions name it: `ec2:StopInstances`. */
  readonly action: string;
  readonly service: string;
  readonly region: string;
  /** Whose key it is signed with. */
  readonly accessKey: string;
  readonly isWrite: boolean;
  readonly protocol: Protocol;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Reads what a client asks.
 *
 * @throws Error where that is no call of AWS that we know how to answer
 */
export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const { method = "GET", url: path = "/", headers } = request;
  const body = await buffer(request);
  const [, accessKey, , region, signedFor] =
    /Credential=([^/]+)\/([^/]+)\/([^/]+)\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "") ?? [];
  if (accessKey === undefined || region === undefined || signedFor === undefined) {
    throw new Error(`${method} ${path} is not signed as AWS wants it`);
  }
  const form = isForm(headers) ? new URLSearchParams(body.toString()) : null;
  const action = actionOf(signedFor, operationOf(headers, form, path) ?? `${method} ${path}`);
  return {
    action,
    service: action.split(":")[0] ?? signedFor,
    region,
    accessKey,
    // A dry run changes nothing.
    isWrite: writes(action) && form?.get("DryRun") !== "true",
    protocol: protocolOf(signedFor, headers),
    method,
    path,
    headers,
    body,
  };
}

function operationOf(
  headers: IncomingHttpHeaders,
  form: URLSearchParams | null,
  path: string,
): string | null {
  const said = headers[OPERATION] ?? headers["x-amz-target"];
  if (typeof said === "string") return said.split(".").at(-1) ?? said;
  // S3 is told the operation with the path.
  const [, query = ""] = path.split("?");
  return form?.get("Action") ?? new URLSearchParams(query).get("x-id");
}

function protocolOf(signedFor: string, headers: IncomingHttpHeaders): Protocol {
  if (headers["smithy-protocol"] !== undefined) {
    throw new Error(`${signedFor} is asked by ${headers["smithy-protocol"]}, which we do not speak`);
  }
  if (signedFor === "s3") return "rest-xml";
  if (isForm(headers)) return signedFor === "ec2" ? "ec2" : "query";
  return headers["x-amz-target"] === undefined ? "rest-json" : "json";
}

function isForm(headers: IncomingHttpHeaders): boolean {
  return headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
}

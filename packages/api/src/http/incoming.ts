import { Buffer } from "node:buffer";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A request as API Gateway hands it over, format 2.0. */
export type ApiEvent = APIGatewayProxyEventV2;

/** What is read of a request. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where it came from. */
  readonly source: string;
  /** The principal that signed it, as API Gateway checked; null where none did. */
  readonly principal: string | null;
  /** How many bytes its body has. */
  readonly size: number;
  body(): string;
}

/** Reads an event; its body is decoded only when it is asked for. */
export function incomingOf(event: ApiEvent): Incoming {
  const { http } = event.requestContext;
  const encoded = event.body ?? "";
  const bytes = event.isBase64Encoded ? "base64" : "utf8";
  return {
    method: http.method,
    path: http.path,
    query: new URLSearchParams(event.rawQueryString),
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value ?? ""]),
    ),
    source: http.sourceIp,
    principal: principalOf(event.requestContext),
    size: Buffer.byteLength(encoded, bytes),
    body: () => Buffer.from(encoded, bytes).toString("utf8"),
  };
}

/** Only API Gateway writes this part of an event; nothing that a client sends gets there. */
function principalOf(context: object): string | null {
  const authorizer = "authorizer" in context ? context.authorizer : undefined;
  const iam = isRecord(authorizer) ? authorizer.iam : undefined;
  return isRecord(iam) && typeof iam.userArn === "string" && iam.userArn !== "" ? iam.userArn : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

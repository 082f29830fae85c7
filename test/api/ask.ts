import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ApiHandler } from "@tagledger/api/handler";
import type { ApiEvent } from "@tagledger/api/http/incoming";
import { makeContext } from "../functions/context.ts";

/** What is asked. */
export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly token?: string | undefined;
  readonly principal?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly source?: string;
}

/** What was answered, decoded. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Asks a handler as API Gateway does. */
export async function ask(handler: ApiHandler, question: Question): Promise<Answered> {
  const answer = await handler(eventOf(question), makeContext());
  const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8");
  const { headers } = answer;
  return { status: answer.statusCode, headers, text: decoded(bytes, headers).toString("utf8"), bytes };
}

/** The event that API Gateway makes of a request, in format 2.0. */
export function eventOf({ method = "GET", path, query = "", token, principal, ...more }: Question): ApiEvent {
  const { headers = {}, body, source = "203.0.113.7" } = more;
  const iam = { iam: { userArn: principal } };
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    requestContext: {
      accountId: "111122223333",
      apiId: "api",
      domainName: "api.example.com",
      domainPrefix: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: source, userAgent: "test" },
      requestId: "request",
      routeKey: "$default",
      stage: "$default",
      time: "20/Sep/2026:12:00:00 +0000",
      timeEpoch: 0,
      ...(principal === undefined ? {} : { authorizer: iam }),
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body }),
  };
}

function decoded(bytes: Buffer, headers: Answered["headers"]): Buffer {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(bytes);
  return headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
}

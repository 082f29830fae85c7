import { Buffer } from "node:buffer";

/** What a request is answered with, as API Gateway takes it. */
export interface Outgoing {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** A body and what it is. */
export interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** How the body is compressed already; absent where it is not. */
  readonly encoding?: "br" | "gzip";
}

/** Puts an answer together. */
export function outgoing(
  statusCode: number,
  { type, body, encoding }: Content,
  headers: Readonly<Record<string, string>> = {},
): Outgoing {
  return {
    statusCode,
    headers: {
      "content-type": type,
      ...(encoding === undefined ? {} : { "content-encoding": encoding }),
      ...headers,
    },
    body: typeof body === "string" ? body : Buffer.from(body).toString("base64"),
    isBase64Encoded: typeof body !== "string",
  };
}

/** A value as JSON. */
export function jsonContent(value: unknown): Content {
  return { type: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

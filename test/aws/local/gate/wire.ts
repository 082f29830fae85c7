import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import type { Asked, Protocol } from "./request.ts";
import type { ServiceError } from "./service-error.ts";

/** What is sent back. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

const MESSAGE = "injected by a test";

/** How services write an error, by the way they are asked. */
const BODIES: Readonly<Record<Protocol, (error: ServiceError, id: string) => string>> = {
  ec2: ({ code }, id) =>
    `<Response><Errors><Error><Code>${code}</Code><Message>${MESSAGE}</Message></Error></Errors><RequestID>${id}</RequestID></Response>`,
  query: ({ code, status }, id) =>
    `<ErrorResponse><Error><Type>${status < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code><Message>${MESSAGE}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
  "rest-xml": ({ code }, id) =>
    `<Error><Code>${code}</Code><Message>${MESSAGE}</Message><RequestId>${id}</RequestId></Error>`,
  json: ({ code }) => JSON.stringify({ __type: code, message: MESSAGE }),
  "rest-json": ({ status }) =>
    JSON.stringify({ Type: status < 500 ? "User" : "Service", message: MESSAGE, Message: MESSAGE }),
};

/** An error as the service that was asked writes it. */
export function errorReply({ protocol, method, headers }: Asked, error: ServiceError): Reply {
  const id = randomUUID();
  const type = protocol.endsWith("json") ? (headers["content-type"] ?? "application/json") : "text/xml";
  return {
    status: error.status,
    headers: {
      "content-type": type,
      "x-amzn-requestid": id,
      ...(protocol === "rest-json" ? { "x-amzn-errortype": error.code } : {}),
    },
    // What is asked for its head alone says no more than its status.
    body: Buffer.from(method === "HEAD" ? "" : BODIES[protocol](error, id)),
  };
}

/** The code by which an answer says that a call failed; null where it did not. */
export function codeOf({ status, headers, body }: Reply): string | null {
  if (status < 400) return null;
  const type = headers["x-amzn-errortype"] ?? headers["x-amzn-ErrorType"];
  const text = body.toString();
  const [, found] = /"__type"\s*:\s*"([^"]+)"/.exec(text) ?? /<Code>([^<]+)</.exec(text) ?? [];
  const code = typeof type === "string" ? type : found;
  return code === undefined ? `${status}` : (code.split(":")[0]?.split("#").at(-1) ?? code);
}

import type { IncomingMessage } from "node:http";
import type { ApiEvent } from "@tagledger/api/http/incoming";

/** Writes a request as API Gateway would, so that the same handler answers it here. */
export function eventOf(request: IncomingMessage, address: URL, body: Buffer): ApiEvent {
  const method = request.method ?? "GET";
  const { pathname: path, search } = address;
  const at = new Date();
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: search.replace(/^\?/, ""),
    headers: headersOf(request),
    requestContext: {
      accountId: "",
      apiId: "",
      domainName: request.headers.host ?? "",
      domainPrefix: "",
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: "",
      routeKey: "$default",
      stage: "$default",
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
    isBase64Encoded: true,
    ...(body.length === 0 ? {} : { body: body.toString("base64") }),
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

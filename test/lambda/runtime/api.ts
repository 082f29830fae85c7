import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

const VERSION = "/2018-06-01/runtime";

/** What a function's process is asked to do, as it is told of it. */
export interface Asked {
  readonly id: string;
  readonly body: string;
  /** Epoch milliseconds, by the clock of the process. */
  readonly deadline: number;
  readonly arn: string;
  /** By which X-Ray follows it. */
  readonly trace: string;
}

/** An error as a runtime reports it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** What a runtime reports. */
export type Report =
  /** It began, and asks for an invocation. */
  | { readonly kind: "next" }
  | { readonly kind: "response"; readonly id: string; readonly payload: unknown }
  | { readonly kind: "error"; readonly id: string; readonly error: FunctionError }
  | { readonly kind: "init/error"; readonly error: FunctionError };

/** The runtime API of Lambda, for one process. */
export interface RuntimeApi {
  /** Host and port. */
  readonly address: string;
  /** Answers the process that asked for an invocation. */
  give(asked: Asked): void;
  stop(): void;
}

/**
 * Opens the API that AWS documents as version 2018-06-01 on a free port.
 *
 * @param hear is told all that the process reports
 */
export async function openRuntimeApi(hear: (report: Report) => void): Promise<RuntimeApi> {
  let waiting: ServerResponse | null = null;
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);
  return {
    address: `127.0.0.1:${address.port}`,
    give(asked) {
      if (waiting === null) throw new Error("the process asked for nothing");
      waiting.writeHead(200, headersOf(asked)).end(asked.body);
      waiting = null;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = "" } = request;
    const what = url.slice(VERSION.length + 1);
    if (method === "GET" && what === "invocation/next") {
      waiting = response;
      hear({ kind: "next" });
      return;
    }
    const report = reportOf(what, await text(request));
    if (method !== "POST" || report === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}');
    hear(report);
  }
}

function headersOf({ id, deadline, arn, trace }: Asked): Record<string, string> {
  return {
    "content-type": "application/json",
    "Lambda-Runtime-Aws-Request-Id": id,
    "Lambda-Runtime-Deadline-Ms": String(deadline),
    "Lambda-Runtime-Invoked-Function-Arn": arn,
    "Lambda-Runtime-Trace-Id": trace,
  };
}

function reportOf(what: string, body: string): Report | null {
  if (what === "init/error") return { kind: what, error: JSON.parse(body) };
  const [, id, kind] = /^invocation\/([^/]+)\/(response|error)$/.exec(what) ?? [];
  if (id === undefined) return null;
  return kind === "response"
    ? { kind, id, payload: body === "" ? null : JSON.parse(body) }
    : { kind: "error", id, error: JSON.parse(body) };
}

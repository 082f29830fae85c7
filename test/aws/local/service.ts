import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createServer2, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";

/** What a service is asked. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What it answers. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
}

/** A service that answers as its documentation says, running. */
export interface Service {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a service on a free port; some are asked by HTTP/2. */
export async function startService(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  version: 1 | 2 = 1,
): Promise<Service> {
  const respond = async (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ) => {
    let body = "";
    for await (const part of request) body += part;
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", "http://service");
    // A service that breaks answers, too, so that nobody waits for it.
    const broken = (error: unknown): Answer => ({ status: 500, body: String(error) });
    const answered = await Promise.resolve({ method, url, headers, body }).then(answer).catch(broken);
    response.statusCode = answered.status ?? 200;
    response.setHeader("content-type", answered.type ?? "application/xml");
    response.end(answered.body ?? "");
  };
  const sessions = new Set<{ destroy(): void }>();
  const server = version === 1 ? createServer(respond) : createServer2(respond);
  server.on(version === 1 ? "connection" : "session", (session: { destroy(): void }) =>
    sessions.add(session),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the service has no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}

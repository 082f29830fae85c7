import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { awsClients, type Clients } from "../../inventory/clients.ts";
import { PLACE } from "../../inventory/testing/make-sought.ts";

/** A call as it came over the wire. */
export interface Received {
  /** Of EC2 its action, of a service of JSON the end of its path or target: `ModifyFleet`, `updateserviceenvironment`. */
  readonly call: string;
  /** The form or the JSON that it carries. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What is answered: the inside of an XML answer of EC2, JSON, or an error by its name. */
export type Answer = string | object | { readonly error: string };

const servers: Server[] = [];

/** Ends all services. */
export function closeServices(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

/** Clients of a service on this machine that answers all calls. */
export async function clientsOf(answer: (received: Received) => Answer): Promise<Clients> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const isForm = request.headers["content-type"]?.includes("urlencoded") === true;
    const given = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text || "{}");
    const named =
      String(request.headers["x-amz-target"] ?? request.url)
        .split(/[./]/)
        .at(-1) ?? "";
    const answered = answer({ call: given.Action ?? named, given });
    const error = typeof answered === "object" && "error" in answered ? String(answered.error) : null;
    response.writeHead(error === null ? 200 : 400, {
      "content-type": isForm ? "text/xml" : "application/json",
      ...(error === null ? {} : { "x-amzn-errortype": error }),
    });
    if (isForm) response.end(error === null ? `<Response>${answered}</Response>` : errorOf(error));
    else response.end(JSON.stringify(error === null ? answered : { message: `${error}!` }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  return awsClients({ ...PLACE, endpoint: `http://127.0.0.1:${port}`, credentials });
}

function errorOf(code: string): string {
  return `<Response><Errors><Error><Code>${code}</Code><Message>${code}!</Message></Error></Errors></Response>`;
}

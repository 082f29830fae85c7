import { createServer } from "node:http";
import { awsClients, type Clients } from "../../inventory/clients.ts";
import { PLACE } from "../../inventory/testing/make-sought.ts";

/** What a service answers to each of its calls, as `GetWorkgroup`. */
export type Answers = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => object>>;

/** Clients of a server on this machine that answers as services do that speak JSON. */
export interface Answering {
  readonly clients: Clients;
  /** The calls that were made, in their order. */
  readonly calls: readonly string[];
  stop(): void;
}

/** What a service answers instead, by the name of the error. */
export class ServiceError extends Error {
  constructor(name: string, message = `${name}!`) {
    super(message);
    this.name = name;
  }
}

/** Starts one; a call that it has no answer to fails. */
export async function startAnswering(answers: Answers): Promise<Answering> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const call = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
    calls.push(call);
    const { status, body } = answerTo(answers, call, Buffer.concat(parts).toString());
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  const endpoint = `http://127.0.0.1:${address.port}`;
  return {
    clients: awsClients({ ...PLACE, endpoint, credentials }),
    calls,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerTo(answers: Answers, call: string, text: string): { status: number; body: object } {
  try {
    const answer = answers[call];
    if (answer === undefined) throw new ServiceError("UnknownOperationException", call);
    return { status: 200, body: answer(JSON.parse(text)) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: 400, body: { __type: error.name, message: error.message } };
  }
}

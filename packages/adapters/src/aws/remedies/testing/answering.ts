import { createServer } from "node:http";
import { awsClients, type Clients } from "../../inventory/clients.ts";
import { PLACE } from "../../inventory/testing/make-sought.ts";

/** What a service answers to each of its calls, by its name, or by its path as `GET /applications/00f1`. */
export type Answers = Readonly<Record<string, (input: Input) => object>>;

/** What a call was given; a parameter of its address is a list of all its values. */
type Input = Readonly<Record<string, unknown>>;

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
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const target = request.headers["x-amz-target"];
    const call = target === undefined ? `${request.method} ${pathname}` : String(target).split(".").at(-1);
    calls.push(call ?? "");
    const input = inputOf(searchParams, Buffer.concat(parts).toString());
    const { status, body } = answerTo(answers, call ?? "", input);
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

function inputOf(parameters: URLSearchParams, text: string): Input {
  const listed = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)] as const);
  return { ...Object.fromEntries(listed), ...(text === "" ? {} : JSON.parse(text)) };
}

function answerTo(answers: Answers, call: string, input: Input): { status: number; body: object } {
  try {
    const answer = answers[call];
    if (answer === undefined) throw new ServiceError("UnknownOperationException", call);
    return { status: 200, body: answer(input) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: 400, body: { __type: error.name, message: error.message } };
  }
}

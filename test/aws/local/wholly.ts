import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { buffer } from "node:stream/consumers";

/** Lists that moto does not know, as their services answer where there is nothing to list. */
const NOTHING: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  DescribeCapacityReservations: {
    type: "text/xml",
    body: `<DescribeCapacityReservationsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><capacityReservationSet/></DescribeCapacityReservationsResponse>`,
  },
  ListInferenceComponents: { type: "application/x-amz-json-1.1", body: '{"InferenceComponents":[]}' },
  ListMlflowTrackingServers: { type: "application/x-amz-json-1.1", body: '{"TrackingServerSummaries":[]}' },
};
const NO_STREAMS = '{"StreamNames":[],"StreamSummaries":[],"HasMoreStreams":false}';

/** Services that can be listed as a whole. */
export interface Wholly {
  readonly endpoint: string;
  /** Kinesis is asked by HTTP/2. */
  readonly kinesis: string;
  stop(): void;
}

/** Stands before an emulator, and answers what it does not know. */
export async function listedWholly(target: string): Promise<Wholly> {
  const first = createServer((asked, answer) => {
    answerOrPass(target, asked, answer).catch(() => asked.socket.destroy());
  });
  const streams = createHttp2Server((_, answer) => {
    answer.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
    answer.end(NO_STREAMS);
  });
  const [endpoint, kinesis] = [await listening(first), await listening(streams)];
  return {
    endpoint,
    kinesis,
    stop() {
      first.close();
      first.closeAllConnections();
      streams.close();
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answerOrPass(target: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = await buffer(asked);
  const { method, url = "/", headers } = asked;
  const said = String(headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1);
  const nothing = NOTHING[said || (new URLSearchParams(body.toString()).get("Action") ?? "")];
  if (nothing !== undefined) {
    answer.writeHead(200, { "content-type": nothing.type });
    answer.end(nothing.body);
    return;
  }
  const passed = request(new URL(url, target), { method, headers });
  passed.end(body);
  const [found]: IncomingMessage[] = await once(passed, "response");
  if (found === undefined) throw new Error(`${target} did not answer`);
  answer.writeHead(found.statusCode ?? 500, found.headers);
  found.pipe(answer);
}

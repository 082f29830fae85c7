import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";

/** A bucket on this machine that answers as the documentation of GetObject says. */
export interface TestBucket {
  readonly client: S3Client;
  /** The ranges that were asked for; null where it was the whole. */
  readonly asked: (string | null)[];
  put(key: string, content: Uint8Array): DeliveredPart;
  /** Is heard before an object is given. */
  before: () => void;
  /** After so many bytes an answer breaks off; null where it does not. */
  breaksAfter: () => number | null;
  /** Whether it gives the whole, whatever is asked for. */
  ignoresRanges: boolean;
  /** Who may not read it. */
  denied: boolean;
  stop(): void;
}

const NAME = "billing";

/** Starts a bucket with nothing in it. */
export async function startTestBucket(): Promise<TestBucket> {
  const objects = new Map<string, { readonly content: Uint8Array; readonly tag: string }>();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const bucket: TestBucket = {
    client: new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: "eu-central-1",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    }),
    asked: [],
    put(key, content) {
      const tag = `"${createHash("md5").update(content).digest("hex")}"`;
      objects.set(`/${NAME}/${key}`, { content, tag });
      return { place: `s3://${NAME}/${key}`, tag, bytes: content.length };
    },
    before: () => {},
    breaksAfter: () => null,
    ignoresRanges: false,
    denied: false,
    stop() {
      bucket.client.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
  return bucket;

  function answer({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
    const { range = null } = headers;
    bucket.asked.push(range);
    bucket.before();
    const object = objects.get(decodeURIComponent(url.split("?")[0] ?? ""));
    if (bucket.denied) refuse(response, 403, "AccessDenied");
    else if (object === undefined) refuse(response, 404, "NoSuchKey");
    else if (headers["if-match"] !== object.tag) refuse(response, 412, "PreconditionFailed");
    else give(object, range, response);
  }

  function give(
    { content, tag }: { content: Uint8Array; tag: string },
    range: string | null,
    response: ServerResponse,
  ): void {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
    const ranged = first !== undefined && last !== undefined && !bucket.ignoresRanges;
    const given = ranged ? content.subarray(Number(first), Number(last) + 1) : content;
    response.writeHead(ranged ? 206 : 200, {
      etag: tag,
      "content-length": given.length,
      ...(ranged && { "content-range": `bytes ${first}-${last}/${content.length}` }),
    });
    const ends = bucket.breaksAfter();
    if (ends === null || ends >= given.length) response.end(given);
    else response.write(given.subarray(0, ends), () => response.destroy());
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

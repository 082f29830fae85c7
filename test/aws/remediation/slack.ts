import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** What was posted to a webhook. */
export interface Post {
  /** Null where the webhook itself says whither. */
  readonly channel: string | null;
  /** As in `1 resource repaired`. */
  readonly subject: string;
  /** All that was posted, as JSON; what people read is found in it. */
  readonly text: string;
}

/** A webhook as Slack has them. */
export interface Slack {
  readonly webhook: string;
  /** All that was posted since the last reset. */
  posts(): readonly Post[];
  /** Lets it fail so many times from now on. */
  fail(times: number): void;
  reset(): void;
  stop(): Promise<void>;
}

/** Opens a webhook on a free port. */
export async function openSlack(): Promise<Slack> {
  let posts: Post[] = [];
  let failing = 0;
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    if (failing > 0) {
      failing -= 1;
      response.writeHead(500).end("server_error");
      return;
    }
    posts.push(postOf(sent));
    response.writeHead(200).end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);
  return {
    webhook: `http://127.0.0.1:${address.port}/services/T0/B0/x`,
    posts: () => posts,
    fail(times) {
      failing = times;
    },
    reset() {
      posts = [];
      failing = 0;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function postOf(sent: string): Post {
  const { channel, text: subject } = JSON.parse(sent) as { channel?: string; text: string };
  const [, said = subject] = /^Tagledger: (.*) \(/.exec(subject) ?? [];
  return { channel: channel ?? null, subject: said, text: sent };
}

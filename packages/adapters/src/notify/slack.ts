import type { Channel } from "./channel.ts";

/** What a webhook is reached by: those of Node, or of a test. */
export interface SlackSettings {
  /** A secret: whoever has it can write into the channel. */
  readonly webhook: string;
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const PATIENCE = 10_000;
/** Whoever sends has other messages to send. */
const LONGEST_WAIT = 30_000;
const TOO_MANY = 429;

/**
 * Slack, or whatever understands its webhooks. Where Slack asks to wait, it is tried once more after that.
 *
 * @example slackChannel({ webhook, fetch, wait: setTimeout })
 */
export function slackChannel({ webhook, fetch, wait }: SlackSettings): Channel {
  const post = async (body: string): Promise<Response> => {
    try {
      return await fetch(webhook, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body,
        // What is said of resources goes nowhere else.
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (error) {
      // The error itself may show the address, which is a secret.
      throw new Error(isTimeout(error) ? "Slack did not answer in time" : "Slack could not be reached");
    }
  };

  const sendTo = async (body: string): Promise<void> => {
    let answer = await post(body);
    const pause = answer.status === TOO_MANY ? pauseOf(answer) : null;
    if (pause !== null) {
      await answer.body?.cancel();
      await wait(pause);
      answer = await post(body);
    }
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`Slack answered with status ${answer.status}`);
  };

  return {
    name: "slack",
    async send({ slack }, addresses) {
      if (addresses.length === 0) return sendTo(JSON.stringify(slack));
      for (const channel of addresses) await sendTo(JSON.stringify({ channel, ...slack }));
    },
  };
}

/** In milliseconds; null where that is longer than anybody should wait. */
function pauseOf(answer: Response): number | null {
  const seconds = Number(answer.headers.get("retry-after") ?? "1");
  const pause = seconds * 1_000;
  return pause >= 0 && pause <= LONGEST_WAIT ? pause : null;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

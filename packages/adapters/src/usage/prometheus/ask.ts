import { TagledgerError } from "@tagledger/core/errors";
import type { Address } from "./address.ts";
import type { Authorize } from "./authorize.ts";
import type { Outcome } from "./outcome.ts";
import { post } from "./post.ts";
import { readAnswer } from "./read-answer.ts";
import type { Series } from "./series.ts";
import { countOf, halvesOf, type Times } from "./times.ts";

/** What a server is asked with. */
export interface Asking {
  readonly address: Address;
  readonly authorize: Authorize;
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Told what a server says beside its answer. */
  readonly warn: (warning: string) => void;
}

/** The values of a query at several instants; of a long time there may be several series of one thing. */
export type Ask = (query: string, times: Times) => Promise<readonly Series[]>;

/** More points of one series a Prometheus does not give at once. */
const MOST_POINTS = 11_000;
const ATTEMPTS = 5;
const FIRST_WAIT = 500;

/**
 * Asks a Prometheus for values over time: in parts where they are too many for one answer, and again where it is out of
 * reach for a while. Whoever asks gets everything or an error.
 *
 * @throws bad-input, on asking, where the server says that the query is wrong
 * @throws outside-failure, on asking, where it does not let us in, or stays out of reach
 */
export function asker(asking: Asking): Ask {
  const askAll: Ask = async (query, times) => {
    const count = countOf(times);
    const outcome = count > MOST_POINTS ? null : await persist(asking, query, times);
    if (outcome?.kind === "answered") {
      outcome.warnings.forEach(asking.warn);
      return outcome.series;
    }
    if (outcome?.kind === "refused") throw outcome.error;
    if (outcome !== null && count === 1) throw failure(asking, outcome.why);
    const [before, after] = halvesOf(times);
    return [...(await askAll(query, before)), ...(await askAll(query, after))];
  };
  return askAll;
}

type Settled = Exclude<Outcome, { kind: "passing" }>;

async function persist(asking: Asking, query: string, times: Times): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await once(asking, query, times);
    if (outcome.kind !== "passing") return outcome;
    if (attempt === ATTEMPTS) throw failure(asking, `${outcome.why}, ${ATTEMPTS} times in a row`);
    const backoff = FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + asking.random() / 2);
    await asking.sleep(Math.max(outcome.wait, backoff));
  }
}

async function once({ address, authorize, fetch }: Asking, query: string, times: Times): Promise<Outcome> {
  const form = new URLSearchParams({
    query,
    start: String(times.first / 1000),
    end: String(times.last / 1000),
    step: String(times.step / 1000),
    // Of several stores behind one address, as Thanos has them, all must answer.
    partial_response: "false",
  });
  const sent = await post(fetch, authorize, address.query, form);
  return typeof sent === "string"
    ? { kind: "passing", why: sent, wait: 0 }
    : readAnswer(address.name, sent, times);
}

function failure({ address: { name } }: Asking, why: string): TagledgerError {
  return new TagledgerError("outside-failure", `${name}: ${why}`, { name });
}

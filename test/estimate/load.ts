import { readPlaces } from "@tagledger/core/policy/places";
import type { Graph } from "../stacks/graph/types.ts";

/** What there is to do in a month. */
export interface Load {
  /** What CloudTrail tells of creations, tagging and endings, wherever it happened. */
  readonly events: bigint;
  /** Resources that a sweep finds. */
  readonly resources: bigint;
  /** Resources whose tags are read, as their creation did not prove them. */
  readonly looks: bigint;
  /** Resources that are told of, quarantined and given back. */
  readonly quarantines: bigint;
  /** For how many months such a load has been there: so much is stored. */
  readonly months: bigint;
  /** Accounts and regions that are looked after, and how many of them forward their events. */
  readonly places: bigint;
  readonly forwarding: bigint;
  /** How often a bill is delivered, how many lines it holds each time, and how many teams it is divided among. */
  readonly deliveries: bigint;
  readonly lines: bigint;
  readonly teams: bigint;
  /** How often somebody opens the page, and how often the API is asked by it and by programs. */
  readonly visits: bigint;
  readonly asked: bigint;
  /** How long a request to AWS takes, in microseconds. */
  readonly latency: bigint;
}

/** What may be told of a load; the rest follows from the number of events. */
export type Told = { readonly events: bigint } & Partial<Load>;

const TEAMS = 50n;
/** Of one team in a month. */
const VISITS = 5n * 20n;

/**
 * Fills in what is not told: of a hundred events, one resource that stays and, as in the load that `npm run bench` takes
 * in, 15 creations without tags; a quarantine for each 10,000 events where anything may be quarantined; a year of it; a
 * bill of as many lines as there are events, delivered three times a day for fifty teams, five of each of which open the
 * page on each of twenty days, for which it asks the API twenty times; and ten milliseconds for each request.
 */
export function loadOf(graph: Graph, told: Told): Load {
  const environment = graph.resources.find(({ type }) => type === "aws:lambda/function:Function")?.inputs
    .environment as { variables: Readonly<Record<string, string>> } | undefined;
  const places = readPlaces(environment?.variables.TAGLEDGER_PLACES ?? "") ?? [];
  const forwarding = places.filter(
    ({ account, region }) => account !== graph.account || region !== graph.region,
  );
  const visits = (told.teams ?? TEAMS) * VISITS;
  return {
    resources: told.events / 100n,
    looks: (told.events * 15n) / 100n,
    quarantines: mayAct(graph) ? told.events / 10_000n : 0n,
    months: 12n,
    places: BigInt(places.length),
    forwarding: BigInt(forwarding.length),
    deliveries: 90n,
    lines: told.events,
    teams: TEAMS,
    visits,
    asked: 20n * visits,
    latency: 10_000n,
    ...told,
  };
}

/** A call that changes something of others. */
const WRITE = /"[a-z0-9-]+:(Stop|Modify|Update|Put|Set|Tag|Create|Add)[A-Za-z]+"/;

/** Whether any function may change anything of others: what it may is in the policies that are attached to its role. */
function mayAct({ resources }: Graph): boolean {
  return resources.some(
    ({ type, inputs }) => type === "aws:iam/policy:Policy" && WRITE.test(String(inputs.policy)),
  );
}

import type { Company } from "../company.ts";
import type { Random } from "../random.ts";
import { commitments } from "./billed/commitments.ts";
import { endpoints } from "./billed/endpoints.ts";
import { jobs } from "./billed/jobs.ts";
import { machines } from "./billed/machines.ts";
import { notebooks } from "./billed/notebooks.ts";
import type { Call } from "./call.ts";
import { failures } from "./noise/failures.ts";
import { oddities } from "./noise/oddities.ts";
import { older } from "./noise/older.ts";
import { reads } from "./noise/reads.ts";
import { runs } from "./noise/runs.ts";
import { signIns } from "./noise/sign-ins.ts";
import { clusters } from "./unbilled/clusters.ts";
import { hackathon } from "./unbilled/hackathon.ts";
import { own } from "./unbilled/own.ts";
import { projects } from "./unbilled/projects.ts";
import { shop } from "./unbilled/shop.ts";
import { specials } from "./unbilled/specials.ts";
import { stacks } from "./unbilled/stacks.ts";

/** Calls of one kind that the month saw, in any order. */
export type Calls = (company: Company, random: Random) => Iterable<Call>;

const CALLS = {
  jobs,
  machines,
  endpoints,
  notebooks,
  commitments,
  projects: (_, random) => projects(random),
  stacks: (_, random) => stacks(random),
  specials,
  clusters,
  hackathon: (_, random) => hackathon(random),
  shop,
  own,
  older,
  runs: (_, random) => runs(random),
  failures,
  oddities,
  signIns: (_, random) => signIns(random),
  reads,
} satisfies Record<string, Calls>;

/** Every call of the month, in the order of time. */
export function createCalls(company: Company, random: Random): Call[] {
  const all = Object.entries(CALLS).flatMap(([name, calls]) => [...calls(company, random.fork(name))]);
  return all.sort((a, b) => a.at - b.at);
}

import { createRandom } from "@tagledger/cli/sample/random";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { sweep } from "@tagledger/core/flows/sweep";
import { takeUp } from "@tagledger/core/flows/take-up";
import { work } from "@tagledger/core/flows/work";
import type { Ledger } from "@tagledger/core/ports";
import { Company } from "./company.ts";
import { FaultyEstate } from "./estate.ts";
import { keep } from "./keepers.ts";
import { begin, heardNotice, reactTo } from "./owners.ts";
import type { Limits } from "./places.ts";
import { Process } from "./process.ts";
import { residentOf } from "./resident.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** How a company is to live. */
export interface Living {
  readonly seed: string;
  readonly resources: number;
  readonly days: number;
  readonly start: number;
  readonly limits: Limits;
}

/** What came of a time in a company. */
export interface Lived {
  readonly company: Company;
  readonly end: number;
  readonly crashes: number;
  readonly acted: number;
}

/** Lets a company live for some days and acts on it every five minutes; the same seed gives the same. */
export async function live(ledger: Ledger, { seed, resources, days, start, limits }: Living): Promise<Lived> {
  const random = createRandom(seed);
  const company = new Company(ledger, random.fork("company"), { start, limits });
  company.estate = new FaultyEstate(company, random.fork("estate"));
  company.onQuarantine = (resident, remedy) => reactTo(company, resident, remedy);
  company.onNotice = (resident, deadline) => heardNotice(company, resident, deadline);
  for (let number = 0; number < resources; number++) {
    const resident = residentOf(number, random);
    company.residents.set(resident.arn, resident);
    company.later(random.integer(0, (days - 6) * DAY), () => {
      begin(company, resident);
      keep(company, resident);
    });
  }
  const person = { by: "mira", reason: "a demonstration" };
  company.askRelease = (resource) =>
    askRelease(portsOf(ledger, company), company.rules, { resource, ...person });
  const end = start + days * DAY;
  const fates = random.fork("fates");
  let [crashes, acted] = [0, 0];
  for (let now = start; now <= end; now += 5 * MINUTE) {
    await company.pass(now);
    const day = (now - start) / DAY;
    if (day === 8 || day === 8.5) company.publish(day === 8);
    else if (day > 0 && day % 3 === 0) company.publish(company.isStopped);
    if (day % 7 === 6) await sweep(portsOf(ledger, company), company.rules, { now });
    // The last day is quiet, so that all comes to its end.
    const isQuiet = now > end - DAY;
    const workers = fates.chance(20) ? 2 : 1;
    const processes = Array.from({ length: workers }, () => {
      const calls = !isQuiet && fates.chance(10) ? fates.integer(1, 60) : Number.POSITIVE_INFINITY;
      return new Process(calls, fates, () => company.pass(company.cloud.now + fates.integer(0, 150)));
    });
    const done = await Promise.allSettled(processes.map((process) => oneRun(ledger, company, process)));
    for (const each of done) {
      if (each.status === "fulfilled") acted += each.value;
      else crashes += 1;
    }
    await company.pass(company.cloud.now + SECOND);
  }
  return { company, end, crashes, acted };
}

/** One run of a worker: it takes up the rules in force, and does all that is due. */
async function oneRun(ledger: Ledger, company: Company, process: Process): Promise<number> {
  const { rules, published, cloud } = company;
  const reached = portsOf(process.reach(ledger), company, process);
  await takeUp(reached, { rules, fingerprint: published.hash }, cloud.now);
  const until = cloud.now + 4 * MINUTE;
  const { acted } = await work(reached, rules, () => cloud.now < until);
  return acted;
}

function portsOf(ledger: Ledger, company: Company, process?: Process) {
  const { cloud, estate } = company;
  const reached = process?.reach(estate) ?? estate;
  return {
    ledger,
    inventory: process?.reach(cloud) ?? cloud,
    prices: company.prices,
    remedies: reached,
    tagger: reached,
    notifier: reached,
    configurations: reached,
    clock: () => cloud.now,
  };
}

/** How long, in milliseconds, it may take until what became right is given back: by then it was looked at anew. */
export const PATIENCE = 2 * DAY + 12 * HOUR;

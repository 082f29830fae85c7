import type { Fields } from "@tagledger/core/remediation/fields";
import type { Company } from "./company.ts";
import { create, remove, tag } from "./doings.ts";
import { type Resident, willOf } from "./resident.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const ROUND = 5 * MINUTE;

type Tags = Readonly<Record<string, string>>;

/** Tags that comply. */
export const GOOD: readonly Tags[] = [
  { "ml-team": "vision" },
  { "ml-team": "ranking", "ml-environment": "dev" },
];
/** Tags that do not, the last of which can be put right without asking. */
export const BAD: readonly Tags[] = [
  {},
  { Name: "trial" },
  { "ml-team": "nobody", Name: "x" },
  { "ml-team": "Vision", cost: "7" },
];

/** Begins the story of a resource: it is made, and its owner does this and that in the weeks after. */
export function begin(company: Company, resident: Resident): void {
  const { random } = company;
  const isGood = random.chance(30);
  const tags = {
    ...(isGood ? random.pick(GOOD) : random.pick(BAD)),
    ...random.pick<Tags>([{}, {}, {}, { owner: "mira" }]),
  };
  const kept = shownBy(resident);
  const prod = random.chance(5) ? { "ml-environment": "prod" } : {};
  create(company, resident, { ...tags, ...kept, ...prod }, willOf(resident.kind, random));
  const life = resident.lives;
  const later = (after: number, act: () => void) =>
    company.later(after, () => {
      if (resident.lives === life) act();
    });
  const part = random.integer(0, 99);
  const some = random.integer(MINUTE, 3 * DAY);
  if (part < 20) later(some, () => mend(company, resident));
  else if (part < 35) later(some, () => tag(company, resident, {}, ["ml-team"]));
  else if (part < 40) later(some, () => remove(company, resident));
  else if (part < 50) later(some, () => anew(company, resident));
  else if (part < 55) later(some, () => tag(company, resident, { "ml-team": "Vision" }));
}

/** The tags by which a controller shows. */
export function shownBy({ keeper, name }: Resident): Tags {
  if (keeper === "group") return { "aws:autoscaling:groupName": `group-${name}` };
  return keeper === "terraform" ? { ManagedBy: "Terraform" } : {};
}

/** What an owner does who hears what is to happen: much of it in the last minute. */
export function heardNotice(company: Company, resident: Resident, deadline: number | null): void {
  const { random, cloud } = company;
  const soon =
    deadline === null
      ? random.integer(0, DAY)
      : deadline - cloud.now + random.integer(-10 * MINUTE, 20 * MINUTE);
  const part = random.integer(0, 99);
  const after = Math.max(0, soon);
  if (part < 15) company.later(after, () => mend(company, resident));
  else if (part < 18) company.later(after, () => remove(company, resident));
  else if (part < 26)
    company.later(random.chance(50) ? after : random.integer(0, 4 * HOUR), () => anew(company, resident));
  else if (part < 29) company.exempt.push(resident.arn);
  else if (part < 34) company.later(after, () => change(company, resident));
}

/** What an owner does whose resource was quarantined. */
export function reactTo(company: Company, resident: Resident, remedy: string): void {
  const { random } = company;
  if (resident.keeper === "hidden scaler") {
    company.later(random.integer(MINUTE, 9 * MINUTE), () => company.want(resident, remedy, size(company)));
    return;
  }
  const after = when(company);
  const part = random.integer(0, 99);
  const undo = () => company.want(resident, remedy, resident.will[remedy] ?? {});
  if (part < 15) company.later(after, undo);
  else if (part < 30) company.later(after, () => change(company, resident));
  else if (part < 60) company.later(after, () => mend(company, resident));
  else if (part < 66) company.later(after, () => remove(company, resident));
  else if (part < 76) company.later(after, () => anew(company, resident));
  else if (part < 82) company.exempt.push(resident.arn);
  else if (part < 88) company.ask(resident, after);
  if (random.chance(15)) company.later(after + when(company), () => mend(company, resident));
}

/** Some minutes or days later; often just when we are at work. */
function when({ random, cloud }: Company): number {
  const after = random.pick([random.integer(SECOND, HOUR), random.integer(SECOND, 8 * DAY)]);
  if (random.chance(60)) return after;
  const round = Math.ceil((cloud.now + after) / ROUND) * ROUND;
  return round + random.integer(0, 20 * SECOND) - cloud.now;
}

function mend(company: Company, resident: Resident): void {
  tag(company, resident, company.random.pick(GOOD));
}

function size({ random }: Company): Fields {
  return { instances: random.integer(1, 9) };
}

/** Sets what a remedy sets, or something else, to something new. */
function change(company: Company, resident: Resident): void {
  if (resident.kind === "bucket") tag(company, resident, { note: "mine" });
  else if (resident.kind === "endpoint") company.want(resident, "sagemaker:scale-endpoint", size(company));
  else company.want(resident, "ec2:isolate", { groups: [`sg-own-${company.random.integer(1, 99)}`] });
}

/** Deletes it, and makes it anew under the same name where that can be. */
function anew(company: Company, resident: Resident): void {
  remove(company, resident);
  if (resident.kind === "instance") return;
  const life = resident.lives;
  company.later(company.random.pick([SECOND, 30 * SECOND, MINUTE, HOUR]), () => {
    if (resident.lives === life && resident.born === null) begin(company, resident);
  });
}

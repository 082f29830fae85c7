import { askRelease } from "@tagledger/core/flows/ask-release";
import { type ReleasedOne, releaseAll } from "@tagledger/core/flows/release-all";
import { standingQuarantines } from "@tagledger/core/flows/standing-quarantines";
import type { ResourceHistory } from "@tagledger/core/ledger/resource";
import { describe, expect, test } from "vitest";
import { KINDS } from "../world/kinds.ts";
import { Company, DAY, EVERYTHING, HOUR, MINUTE, UNTIL_QUARANTINED } from "./company.ts";

const NAMES = ["1", "2", "3"];
const BY_ANN = { by: "ann", reason: null };
const [ONE, TWO, THREE] = NAMES.map((name) => KINDS.instance.arn(name));

/** A company of which three instances are stopped. */
async function stopped(): Promise<Company> {
  const world = new Company({ enforcement: EVERYTHING });
  world.price = "0.1";
  for (const name of NAMES) await world.launch(name);
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toHaveLength(NAMES.length);
  return world;
}

const standing = async (world: Company) =>
  (await standingQuarantines(world.ledger)).map(({ resource }) => resource).sort();

/** Gives back everything, and whatever else happens before each. */
async function giveBack(world: Company, before: (history: ResourceHistory) => void = () => {}) {
  const answers: ReleasedOne[] = [];
  const portsFor = async () => (history: ResourceHistory) => {
    before(history);
    return world.ports;
  };
  const find = () => standingQuarantines(world.ledger);
  for await (const answer of releaseAll(world.rules(), { ...BY_ANN, find, portsFor })) answers.push(answer);
  return answers.toSorted((a, b) => (a.resource < b.resource ? -1 : 1));
}

describe("giving back everything", () => {
  test("leaves nothing quarantined, and does nothing when it is asked for again", async () => {
    const world = await stopped();
    expect(await standing(world)).toEqual([ONE, TWO, THREE]);
    expect(await giveBack(world)).toMatchObject(NAMES.map(() => ({ why: null, isLimited: false })));
    expect([await standing(world), world.calls().length]).toEqual([[], 2 * NAMES.length]);
    expect(await giveBack(world)).toEqual([]);
  });

  test("keeps the limit of what may start again within an hour, and goes on when asked again", async () => {
    const world = await stopped();
    await world.publish({ enforcement: `${EVERYTHING}\nbreaker: { usdPerHour: "0.25" }` });
    const first = await giveBack(world);
    expect(first.filter(({ why }) => why === null)).toHaveLength(2);
    expect(first.filter(({ isLimited }) => isLimited)).toHaveLength(1);
    expect(await standing(world)).toHaveLength(1);
    world.cloud.now += HOUR;
    expect(await giveBack(world)).toMatchObject([{ why: null, isLimited: false }]);
    expect(await standing(world)).toEqual([]);
    const asked = (await Promise.all(NAMES.map((name) => world.facts(name)))).map(
      (facts) => facts.filter(({ kind }) => kind === "asked").length,
    );
    expect(asked).toEqual([1, 1, 1]);
  });

  test("is not kept from the others by one that fails", async () => {
    const world = await stopped();
    const { inspect } = world.estate;
    world.estate.inspect = (target, names) =>
      target.resource === TWO
        ? Promise.reject(new Error("the line is dead"))
        : inspect.call(world.estate, target, names);
    expect(await giveBack(world)).toMatchObject([
      { why: null },
      { why: "the line is dead", quarantine: null },
      { why: null },
    ]);
    expect(await standing(world)).toEqual([TWO]);
    world.estate.inspect = inspect;
    expect(await giveBack(world)).toMatchObject([{ resource: TWO, why: null }]);
  });

  test("passes over what somebody else gives back meanwhile, and takes in what is quarantined meanwhile", async () => {
    const world = new Company({ enforcement: EVERYTHING });
    for (const name of ["1", "2"]) await world.launch(name);
    await world.pass(HOUR);
    await world.launch("3");
    await world.pass(UNTIL_QUARANTINED - HOUR);
    expect(await standing(world)).toEqual([ONE, TWO]);
    const find = async () => {
      const found = await standingQuarantines(world.ledger);
      if (found.length === 2) {
        await askRelease(world.ports, world.rules(), { resource: TWO ?? "", by: "bo", reason: null });
        await world.pass(HOUR);
      }
      return found;
    };
    const answers: ReleasedOne[] = [];
    const all = { ...BY_ANN, find, portsFor: async () => () => world.ports };
    for await (const answer of releaseAll(world.rules(), all)) answers.push(answer);
    expect(answers.map(({ resource, why }) => [resource, why])).toEqual([
      [ONE, null],
      [THREE, null],
    ]);
    expect(await standing(world)).toEqual([]);
  });

  test("comes to an end though something was deleted of which no event told", async () => {
    const world = await stopped();
    world.destroy("2");
    expect(await giveBack(world)).toMatchObject([
      { why: null },
      { resource: TWO, why: expect.any(String) },
      { why: null },
    ]);
    expect(await standing(world)).toEqual([TWO]);
    world.cloud.now += 10 * MINUTE;
    await giveBack(world);
    expect(await standing(world)).toEqual([]);
  });

  test("is left alone for a day", async () => {
    const world = await stopped();
    await giveBack(world);
    await world.pass(DAY - HOUR);
    expect(await standing(world)).toEqual([]);
  });
});

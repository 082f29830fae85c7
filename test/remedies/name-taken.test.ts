import { expect, test } from "vitest";
import { started } from "../world/kinds.ts";
import { ARN, Company, EVERYTHING, HOUR, MINUTE } from "./company.ts";

test("what took the name of another is not quarantined for what was told of that one, though no event told of it", async () => {
  const world = new Company();
  await world.launch();
  await world.pass(3 * HOUR);
  expect(world.told().map(([, happened]) => happened)).toEqual(["violating"]);
  world.thing().made = world.cloud.now;
  await world.pass(10 * HOUR);
  expect(world.calls()).toEqual([]);
  const { incarnations } = await world.ledger.history(ARN);
  expect(incarnations.map(({ state, foundBy }) => [state, foundBy])).toEqual([
    ["gone", "event"],
    ["violating", "sweep"],
  ]);
});

test("what somebody undoes before we know that it was done is left as they want it", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  await world.launch();
  const set = world.estate.set.bind(world.estate);
  world.estate.set = async (...given) => {
    world.estate.set = set;
    await set(...given);
    return { refused: "failed", message: "the answer was lost" };
  };
  while (world.calls().length === 0) await world.pass(10 * MINUTE);
  world.cloud.now += MINUTE;
  Object.assign(world.thing(), { state: "running" });
  world.thing().fields["ec2:stop"] = { running: true };
  await world.hear(started("instance", "1"));
  await world.pass(20 * HOUR);
  expect(world.calls()).toHaveLength(1);
});

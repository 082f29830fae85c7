import { afterEach, describe, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { clientsOf, closeServices, type Received } from "../testing/service.ts";
import { fleet } from "./fleet.ts";

afterEach(closeServices);

const FLEET = makeSought("ec2", "fleet/fleet-1");
const EMPTY = fleet.remedies["ec2:empty-fleet"];

/** A fleet that is set to another target as it is asked to. */
function answering(type: string) {
  const target = { total: "10", onDemand: "2", spot: "0" };
  return ({ call, given }: Received) => {
    if (call === "ModifyFleet") {
      target.total = String(given["TargetCapacitySpecification.TotalTargetCapacity"]);
      target.onDemand = String(given["TargetCapacitySpecification.OnDemandTargetCapacity"]);
      target.spot = String(given["TargetCapacitySpecification.SpotTargetCapacity"]);
      return "<return>true</return>";
    }
    return `<fleetSet><item><fleetId>${given["FleetId.1"]}</fleetId><fleetState>active</fleetState><type>${type}</type>
      <targetCapacitySpecification><totalTargetCapacity>${target.total}</totalTargetCapacity>
      <onDemandTargetCapacity>${target.onDemand}</onDemandTargetCapacity>
      <spotTargetCapacity>${target.spot}</spotTargetCapacity></targetCapacitySpecification></item></fleetSet>`;
  };
}

describe("a fleet", () => {
  test("is emptied, and gets back its target with all its parts", async () => {
    const clients = await clientsOf(answering("maintain"));
    const before = { target: { total: 10, onDemand: 2, spot: 0 } };
    const ours = { target: { total: 0, onDemand: 0, spot: 0 } };
    expect(await fleet.inspect(clients, FLEET)).toEqual({
      state: "active",
      controller: null,
      conditions: { "not-maintained": false },
      remedies: { "ec2:empty-fleet": before },
    });
    expect(EMPTY?.aim(before, clients, FLEET)).toEqual(ours);
    for (const fields of [ours, ours, before]) {
      await EMPTY?.set(clients, FLEET, fields);
      expect((await fleet.inspect(clients, FLEET))?.remedies).toEqual({ "ec2:empty-fleet": fields });
    }
  });

  test.each(["request", "instant"])("that launches once, by %s, keeps no target", async (type) => {
    const clients = await clientsOf(answering(type));
    expect((await fleet.inspect(clients, FLEET))?.conditions).toEqual({ "not-maintained": true });
  });
});

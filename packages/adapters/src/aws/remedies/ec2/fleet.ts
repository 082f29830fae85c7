import { DescribeFleetsCommand, EC2Client, ModifyFleetCommand } from "@aws-sdk/client-ec2";
import { tagMap } from "../../inventory/tag-map.ts";
import { controlledBy } from "../controlled-by.ts";
import { countsOf } from "../field.ts";
import type { TypeRemedies } from "../remedy.ts";

/** Fleets of EC2: their target becomes nothing. */
export const fleet: TypeRemedies = {
  async inspect(clients, { id, type }) {
    const { Fleets } = await clients.of(EC2Client).send(new DescribeFleetsCommand({ FleetIds: [id] }));
    const [found] = Fleets ?? [];
    if (found === undefined) return null;
    const {
      TotalTargetCapacity: total = 0,
      OnDemandTargetCapacity: onDemand = 0,
      SpotTargetCapacity: spot = 0,
    } = found.TargetCapacitySpecification ?? {};
    return {
      state: found.FleetState ?? null,
      controller: controlledBy(type, tagMap(found.Tags)),
      conditions: { "not-maintained": found.Type !== "maintain" },
      // Its parts are set at once, for they may not be more than the whole.
      remedies: { "ec2:empty-fleet": { target: { total, onDemand, spot } } },
    };
  },
  remedies: {
    "ec2:empty-fleet": {
      aim: () => ({ target: { total: 0, onDemand: 0, spot: 0 } }),
      async set(clients, { id }, fields) {
        const target = countsOf(fields, "target");
        if (target === undefined) return;
        await clients.of(EC2Client).send(
          new ModifyFleetCommand({
            FleetId: id,
            TargetCapacitySpecification: {
              TotalTargetCapacity: target.total,
              OnDemandTargetCapacity: target.onDemand,
              SpotTargetCapacity: target.spot,
            },
          }),
        );
      },
    },
  },
};

import {
  DescribeSpotFleetRequestsCommand,
  EC2Client,
  ModifySpotFleetRequestCommand,
} from "@aws-sdk/client-ec2";
import { tagMap } from "../../inventory/tag-map.ts";
import { controlledBy } from "../controlled-by.ts";
import { countsOf } from "../field.ts";
import type { TypeRemedies } from "../remedy.ts";

/** Requests for fleets of spot instances: their target becomes nothing. */
export const spotFleet: TypeRemedies = {
  async inspect(clients, { id, type }) {
    const { SpotFleetRequestConfigs } = await clients
      .of(EC2Client)
      .send(new DescribeSpotFleetRequestsCommand({ SpotFleetRequestIds: [id] }));
    const [found] = SpotFleetRequestConfigs ?? [];
    if (found === undefined) return null;
    const {
      TargetCapacity: total = 0,
      OnDemandTargetCapacity: onDemand = 0,
      Type = "maintain",
    } = found.SpotFleetRequestConfig ?? {};
    return {
      state: found.SpotFleetRequestState ?? null,
      controller: controlledBy(type, tagMap(found.Tags)),
      conditions: { "not-maintained": Type !== "maintain" },
      // Its part is set at once with the whole, which it may not exceed.
      remedies: { "ec2:empty-spot-fleet": { target: { total, onDemand } } },
    };
  },
  remedies: {
    "ec2:empty-spot-fleet": {
      aim: () => ({ target: { total: 0, onDemand: 0 } }),
      async set(clients, { id }, fields) {
        const target = countsOf(fields, "target");
        if (target === undefined) return;
        await clients.of(EC2Client).send(
          new ModifySpotFleetRequestCommand({
            SpotFleetRequestId: id,
            TargetCapacity: target.total,
            OnDemandTargetCapacity: target.onDemand,
          }),
        );
      },
    },
  },
};

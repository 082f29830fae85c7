import {
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DisableImageCommand,
  EC2Client,
  EnableImageCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "../../inventory/clients.ts";
import { flagOf } from "../field.ts";
import { known, unlessDenied } from "../known.ts";
import type { TypeRemedies } from "../remedy.ts";

/** Images: nothing can be launched from one that is disabled. */
export const image: TypeRemedies = {
  async inspect(clients, { id }) {
    const { Images } = await clients.of(EC2Client).send(
      new DescribeImagesCommand({
        Filters: [{ Name: "image-id", Values: [id] }],
        Owners: ["self"],
        IncludeDeprecated: true,
        IncludeDisabled: true,
      }),
    );
    const state = Images?.[0]?.State;
    if (state === undefined) return null;
    const enabled = state !== "disabled";
    return {
      state,
      controller: null,
      // Disabling one takes it from all whom it was shared with.
      conditions: known({ "shared-image": enabled ? await unlessDenied(isShared(clients, id)) : false }),
      remedies: { "ec2:disable-image": { enabled } },
    };
  },
  remedies: {
    "ec2:disable-image": {
      aim: () => ({ enabled: false }),
      async set(clients, { id }, fields) {
        const enabled = flagOf(fields, "enabled");
        if (enabled === true) await clients.of(EC2Client).send(new EnableImageCommand({ ImageId: id }));
        if (enabled === false) await clients.of(EC2Client).send(new DisableImageCommand({ ImageId: id }));
      },
    },
  },
};

async function isShared(clients: Clients, ImageId: string): Promise<boolean> {
  const { LaunchPermissions } = await clients
    .of(EC2Client)
    .send(new DescribeImageAttributeCommand({ ImageId, Attribute: "launchPermission" }));
  return (LaunchPermissions ?? []).length > 0;
}

import { final, foundBy, lossy, reversible, visibleIn } from "../build-facts.ts";
import type { ControllerKey, Existence, LiveTags, Remedy, TypeFacts } from "../type-facts.ts";
import {
  instanceControllers,
  interfaceControllers,
  launchControllers,
  securityGroupControllers,
  volumeControllers,
} from "./ec2-controllers.ts";

/** EC2 lists the tags that there are: a resource without any is not in the answer, nor is one that is gone. */
export const ec2Tags: LiveTags = {
  read: { call: "ec2:DescribeTags", batch: 200, existence: "unstated", gone: [] },
  write: { call: "ec2:CreateTags", batch: 1000, merges: true },
  evidence: "documented",
};

const INSTANCE: readonly Remedy[] = [
  reversible(
    "ec2:isolate",
    "ModifyInstanceAttribute",
    "documented",
    "its security groups are noted and given back; tracked connections last on, and so does its cost",
    {
      undo: "ModifyInstanceAttribute",
      states: ["running"],
      // What checks the health of its members replaces one that nothing reaches.
      unless: [{ when: "in-auto-scaling-group", class: "final" }],
      refused: ["several-network-interfaces"],
    },
  ),
  lossy(
    "ec2:stop",
    "StopInstances",
    "documented",
    "what is in memory and on instance store is lost, its public address changes, its capacity may be taken",
    {
      undo: "StartInstances",
      states: ["running"],
      unless: [{ when: "in-auto-scaling-group", class: "final" }],
      refused: ["spot-one-time", "in-fleet", "instance-store-root", "stop-protected"],
    },
  ),
  // What is left for instances that cannot be stopped.
  final("ec2:terminate", "TerminateInstances", "documented", "what lies on it is lost", {
    refused: ["termination-protected"],
  }),
];

const CANCEL_RESERVATION = final(
  "ec2:cancel-capacity-reservation",
  "CancelCapacityReservation",
  "documented",
  "the capacity may not be had again",
  { states: ["active"], refused: ["capacity-block", "within-commitment"] },
);

/** Facts of the types of EC2 that cost, and of those that others are made of. */
export const ec2Types: Readonly<Record<string, TypeFacts>> = {
  "ec2:instance": {
    ...known("Instances", "InvalidInstanceID.NotFound", INSTANCE, ["shutting-down", "terminated"]),
    controllers: instanceControllers,
  },
  "ec2:fleet": withControllers(
    launchControllers,
    known(
      "Fleets",
      "InvalidFleetId.NotFound",
      [
        lossy("ec2:empty-fleet", "ModifyFleet", "documented", "its instances are terminated", {
          undo: "ModifyFleet",
          states: ["active"],
          refused: ["not-maintained"],
        }),
        final(
          "ec2:delete-fleet",
          "DeleteFleets",
          "documented",
          "its instances are terminated, or run on alone",
        ),
      ],
      ["deleted", "deleted_running", "deleted_terminating"],
    ),
  ),
  "ec2:spot-instances-request": known(
    "SpotInstanceRequests",
    "InvalidSpotInstanceRequestID.NotFound",
    [
      final(
        "ec2:cancel-spot-request",
        "CancelSpotInstanceRequests",
        "documented",
        "launches nothing more; what it launched runs on",
        { states: ["open", "active", "disabled"] },
      ),
    ],
    ["closed", "cancelled", "failed"],
  ),
  "ec2:spot-fleet-request": known(
    "SpotFleetRequests",
    "InvalidSpotFleetRequestId.NotFound",
    [
      lossy("ec2:empty-spot-fleet", "ModifySpotFleetRequest", "documented", "its instances are terminated", {
        undo: "ModifySpotFleetRequest",
        states: ["active"],
        refused: ["not-maintained"],
      }),
      final(
        "ec2:cancel-spot-fleet",
        "CancelSpotFleetRequests",
        "documented",
        "its instances are terminated, or run on alone",
      ),
    ],
    ["cancelled", "cancelled_running", "cancelled_terminating", "failed"],
  ),
  "ec2:capacity-reservation": known(
    "CapacityReservations",
    "InvalidCapacityReservationId.NotFound",
    [CANCEL_RESERVATION],
    ["cancelled", "expired", "failed"],
  ),
  "ec2:capacity-reservation-fleet": known("CapacityReservationFleets", null, [
    final(
      "ec2:cancel-capacity-reservation-fleet",
      "CancelCapacityReservationFleets",
      "documented",
      "the capacity of all its reservations may not be had again",
      { states: ["active"] },
    ),
  ]),
  // To detach a volume saves nothing and may lose writes; to delete it, even with a snapshot, is final.
  "ec2:volume": withControllers(
    volumeControllers,
    known("Volumes", "InvalidVolume.NotFound", [], ["deleted"]),
  ),
  "ec2:dedicated-host": known("Hosts", "InvalidHostID.NotFound", [
    final("ec2:release-host", "ReleaseHosts", "documented", "another host may not be had", {
      states: ["available"],
      refused: ["host-in-use"],
    }),
  ]),
  // Paid for; there is nothing to stop.
  "ec2:reserved-instances": known("ReservedInstances", null, []),
  "ec2:snapshot": known("Snapshots", "InvalidSnapshot.NotFound", []),
  "ec2:image": known(
    "Images",
    "InvalidAMIID.NotFound",
    [
      reversible("ec2:disable-image", "DisableImage", "model", "nothing can be launched from it meanwhile", {
        undo: "EnableImage",
        states: ["available"],
        // Whom it was shared with is not restored.
        unless: [{ when: "shared-image", class: "lossy" }],
      }),
    ],
    ["deregistered"],
  ),
  // To delete one breaks the routes through it.
  "ec2:natgateway": known("NatGateways", "NatGatewayNotFound", [], ["deleting", "deleted"]),
  "ec2:network-interface": withControllers(
    interfaceControllers,
    known("NetworkInterfaces", "InvalidNetworkInterfaceID.NotFound", []),
  ),
  "ec2:launch-template": withControllers(
    launchControllers,
    known("LaunchTemplates", "InvalidLaunchTemplateId.NotFound", []),
  ),
  "ec2:elastic-ip": known("Addresses", "InvalidAllocationID.NotFound", [
    final("ec2:release-address", "ReleaseAddress", "model", "the address may not be had again", {
      refused: ["address-in-use"],
    }),
  ]),
  "ec2:vpc": known("Vpcs", "InvalidVpcID.NotFound", []),
  "ec2:subnet": known("Subnets", "InvalidSubnetID.NotFound", []),
  "ec2:security-group": withControllers(
    securityGroupControllers,
    known("SecurityGroups", "InvalidGroup.NotFound", [
      lossy(
        "ec2:revoke-rules",
        "RevokeSecurityGroupIngress",
        "documented",
        "cuts off all that use the group; its rules come back with other ids and without their tags",
        { undo: "AuthorizeSecurityGroupIngress" },
      ),
    ]),
  ),
  "ec2:vpc-endpoint": known("VpcEndpoints", "InvalidVpcEndpointId.NotFound", [], ["deleting", "deleted"]),
};

/** What is new may not be found for some seconds, with the very error that later says it is gone. */
function known(
  listed: string,
  missing: string | null,
  remedies: readonly Remedy[],
  ended?: readonly string[],
): TypeFacts {
  const exists: Existence = {
    ...foundBy(`ec2:Describe${listed}`, missing === null ? [] : [missing], ended),
    evidence: "documented",
  };
  return { readiness: visibleIn(10, missing ?? "InvalidID", "documented"), remedies, exists };
}

function withControllers(controllers: readonly ControllerKey[], facts: TypeFacts): TypeFacts {
  return { ...facts, controllers };
}

import {
  paginateDescribeCapacityReservationFleets,
  paginateDescribeCapacityReservations,
  paginateDescribeFleets,
  paginateDescribeHosts,
  paginateDescribeLaunchTemplates,
  paginateDescribeSpotFleetRequests,
} from "@aws-sdk/client-ec2";
import { described, type Ec2Kind, named } from "./kind.ts";

/** What asks for capacity or describes it; none of these can be filtered by id. */
export const requestKinds: Readonly<Record<string, Ec2Kind>> = {
  "ec2:fleet": named(
    (client, FleetIds) => paginateDescribeFleets({ client }, { FleetIds }),
    ({ Fleets }) => Fleets?.map(({ FleetId, Tags, FleetState }) => described(FleetId, Tags, FleetState)),
  ),
  "ec2:spot-fleet-request": named(
    (client, SpotFleetRequestIds) => paginateDescribeSpotFleetRequests({ client }, { SpotFleetRequestIds }),
    ({ SpotFleetRequestConfigs }) =>
      SpotFleetRequestConfigs?.map(({ SpotFleetRequestId, Tags, SpotFleetRequestState }) =>
        described(SpotFleetRequestId, Tags, SpotFleetRequestState),
      ),
  ),
  "ec2:capacity-reservation": named(
    (client, CapacityReservationIds) =>
      paginateDescribeCapacityReservations({ client }, { CapacityReservationIds }),
    ({ CapacityReservations }) =>
      CapacityReservations?.map(({ CapacityReservationId, Tags, State }) =>
        described(CapacityReservationId, Tags, State),
      ),
  ),
  "ec2:capacity-reservation-fleet": named(
    (client, CapacityReservationFleetIds) =>
      paginateDescribeCapacityReservationFleets({ client }, { CapacityReservationFleetIds }),
    ({ CapacityReservationFleets }) =>
      CapacityReservationFleets?.map(({ CapacityReservationFleetId, Tags, State }) =>
        described(CapacityReservationFleetId, Tags, State),
      ),
  ),
  "ec2:dedicated-host": named(
    (client, HostIds) => paginateDescribeHosts({ client }, { HostIds }),
    ({ Hosts }) => Hosts?.map(({ HostId, Tags, State }) => described(HostId, Tags, State)),
  ),
  "ec2:launch-template": named(
    (client, LaunchTemplateIds) => paginateDescribeLaunchTemplates({ client }, { LaunchTemplateIds }),
    ({ LaunchTemplates }) =>
      LaunchTemplates?.map(({ LaunchTemplateId, Tags }) => described(LaunchTemplateId, Tags)),
  ),
};

import {
  DescribeMlflowTrackingServerCommand,
  type DescribeMlflowTrackingServerResponse,
  SageMakerClient,
  StartMlflowTrackingServerCommand,
  StopMlflowTrackingServerCommand,
} from "@aws-sdk/client-sagemaker";
import { isNotFound } from "../../inventory/sagemaker/not-found.ts";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";

const ON_THE_WAY: readonly (string | undefined)[] = ["Creating", "Starting"];
const STOPPED: readonly (string | undefined)[] = ["Stopping", "Stopped", "StartFailed", "Deleting"];

/** MLflow tracking servers. */
export const trackingServer: TypeRemedies = bySettings<DescribeMlflowTrackingServerResponse>(
  {
    find: (clients, { id }) =>
      unlessGone(
        clients.of(SageMakerClient).send(new DescribeMlflowTrackingServerCommand({ TrackingServerName: id })),
        isNotFound,
      ),
    state: ({ TrackingServerStatus }) => TrackingServerStatus,
  },
  {
    "sagemaker:stop-tracking-server": onOff("running", {
      isOn: isRunning,
      turnOn: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StartMlflowTrackingServerCommand({ TrackingServerName: id })),
      turnOff: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StopMlflowTrackingServerCommand({ TrackingServerName: id })),
    }),
  },
);

/** After an update or maintenance the state does not tell whether it runs. */
function isRunning({ TrackingServerStatus, IsActive }: DescribeMlflowTrackingServerResponse): boolean {
  if (STOPPED.includes(TrackingServerStatus)) return false;
  return ON_THE_WAY.includes(TrackingServerStatus) || IsActive !== "Inactive";
}

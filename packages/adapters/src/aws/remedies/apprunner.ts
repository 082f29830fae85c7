import {
  AppRunnerClient,
  DescribeServiceCommand,
  ListOperationsCommand,
  type OperationType,
  PauseServiceCommand,
  ResumeServiceCommand,
  type ServiceStatus,
} from "@aws-sdk/client-apprunner";
import type { Sought } from "@tagledger/core/ports";
import type { Clients } from "../inventory/clients.ts";
import { bySettings } from "./by-settings.ts";
import type { TypeRemedies } from "./remedy.ts";
import { onOff } from "./setting.ts";
import { unlessGone } from "./unless-gone.ts";

type Found = { readonly status: ServiceStatus | undefined; readonly operation: OperationType | undefined };

const ENDS_IN_NOTHING: readonly (OperationType | undefined)[] = ["PAUSE_SERVICE", "DELETE_SERVICE"];

/** Services of App Runner. */
export const appRunner: TypeRemedies = bySettings<Found>(
  { find, state: ({ status }) => status },
  {
    "apprunner:pause": onOff("running", {
      isOn,
      turnOn: (clients, target) => clients.of(AppRunnerClient).send(new ResumeServiceCommand(named(target))),
      turnOff: (clients, target) => clients.of(AppRunnerClient).send(new PauseServiceCommand(named(target))),
    }),
  },
);

async function find(clients: Clients, target: Sought): Promise<Found | null> {
  const client = clients.of(AppRunnerClient);
  const asked = client.send(new DescribeServiceCommand(named(target)));
  const status = (await unlessGone(asked, ["ResourceNotFoundException"]))?.Service?.Status;
  // It is still shown for a while.
  if (status === undefined || status === "DELETED") return null;
  if (status !== "OPERATION_IN_PROGRESS") return { status, operation: undefined };
  // The first one is the latest.
  const { OperationSummaryList = [] } = await client.send(
    new ListOperationsCommand({ ...named(target), MaxResults: 1 }),
  );
  return { status, operation: OperationSummaryList[0]?.Type };
}

function isOn({ status, operation }: Found): boolean | null {
  if (status !== "OPERATION_IN_PROGRESS") return status === "RUNNING";
  return operation === undefined ? null : !ENDS_IN_NOTHING.includes(operation);
}

/** The API takes ARNs alone, which hold an id besides the name. */
function named({ arn, id }: Sought): { ServiceArn: string } {
  return { ServiceArn: arn ?? id };
}

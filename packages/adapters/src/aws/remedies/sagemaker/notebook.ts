import {
  DescribeNotebookInstanceCommand,
  type DescribeNotebookInstanceOutput,
  SageMakerClient,
  StartNotebookInstanceCommand,
  StopNotebookInstanceCommand,
} from "@aws-sdk/client-sagemaker";
import { isNotFound } from "../../inventory/sagemaker/not-found.ts";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";

/** Only what is stopped can be updated, and is stopped again when that is done. */
const STOPPED: readonly (string | undefined)[] = ["Stopping", "Stopped", "Updating", "Failed", "Deleting"];

/** Notebook instances. */
export const notebook: TypeRemedies = bySettings<DescribeNotebookInstanceOutput>(
  {
    find: (clients, { id }) =>
      unlessGone(
        clients.of(SageMakerClient).send(new DescribeNotebookInstanceCommand({ NotebookInstanceName: id })),
        isNotFound,
      ),
    state: ({ NotebookInstanceStatus }) => NotebookInstanceStatus,
    made: ({ CreationTime }) => CreationTime,
  },
  {
    "sagemaker:stop-notebook": onOff("running", {
      isOn: ({ NotebookInstanceStatus }) => !STOPPED.includes(NotebookInstanceStatus),
      turnOn: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StartNotebookInstanceCommand({ NotebookInstanceName: id })),
      turnOff: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StopNotebookInstanceCommand({ NotebookInstanceName: id })),
    }),
  },
);

import {
  type Application,
  EMRServerlessClient,
  GetApplicationCommand,
  type JobRunState,
  paginateListJobRuns,
  StartApplicationCommand,
  StopApplicationCommand,
} from "@aws-sdk/client-emr-serverless";
import type { Clients } from "../inventory/clients.ts";
import { bySettings } from "./by-settings.ts";
import type { TypeRemedies } from "./remedy.ts";
import { onOff } from "./setting.ts";
import { unlessGone } from "./unless-gone.ts";

const UNFINISHED: JobRunState[] = ["SUBMITTED", "PENDING", "SCHEDULED", "QUEUED", "RUNNING", "CANCELLING"];
const STARTED: readonly (string | undefined)[] = ["STARTING", "STARTED"];
const GONE = ["ResourceNotFoundException"];

/** Applications of EMR Serverless. */
export const emrServerless: TypeRemedies = bySettings<Application>(
  {
    async find(clients, { id: applicationId }) {
      const asked = clients.of(EMRServerlessClient).send(new GetApplicationCommand({ applicationId }));
      const application = (await unlessGone(asked, GONE))?.application ?? null;
      return application?.state === "TERMINATED" ? null : application;
    },
    state: ({ state }) => state,
    conditions: async ({ applicationId }, clients) => ({
      "jobs-running": await hasUnfinishedJob(clients, applicationId),
    }),
  },
  {
    "emr-serverless:stop-application": onOff("running", {
      isOn: ({ state }) => STARTED.includes(state),
      turnOn: (clients, { id: applicationId }) =>
        clients.of(EMRServerlessClient).send(new StartApplicationCommand({ applicationId })),
      turnOff: (clients, { id: applicationId }) =>
        clients.of(EMRServerlessClient).send(new StopApplicationCommand({ applicationId })),
    }),
  },
);

async function hasUnfinishedJob(clients: Clients, applicationId: string | undefined): Promise<boolean> {
  const client = clients.of(EMRServerlessClient);
  for await (const page of paginateListJobRuns({ client }, { applicationId, states: UNFINISHED })) {
    if (page.jobRuns !== undefined && page.jobRuns.length > 0) return true;
  }
  return false;
}

import {
  DescribeMonitoringScheduleCommand,
  type DescribeMonitoringScheduleResponse,
  SageMakerClient,
  StartMonitoringScheduleCommand,
  StopMonitoringScheduleCommand,
} from "@aws-sdk/client-sagemaker";
import { isNotFound } from "../../inventory/sagemaker/not-found.ts";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";

/** Monitoring schedules. */
export const schedule: TypeRemedies = bySettings<DescribeMonitoringScheduleResponse>(
  {
    find: (clients, { id }) =>
      unlessGone(
        clients
          .of(SageMakerClient)
          .send(new DescribeMonitoringScheduleCommand({ MonitoringScheduleName: id })),
        isNotFound,
      ),
    state: ({ MonitoringScheduleStatus }) => MonitoringScheduleStatus,
  },
  {
    "sagemaker:stop-schedule": onOff("scheduled", {
      // It is pending after a start as well as after a stop.
      isOn: ({ MonitoringScheduleStatus: status }) => (status === "Pending" ? null : status === "Scheduled"),
      turnOn: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StartMonitoringScheduleCommand({ MonitoringScheduleName: id })),
      turnOff: (clients, { id }) =>
        clients.of(SageMakerClient).send(new StopMonitoringScheduleCommand({ MonitoringScheduleName: id })),
    }),
  },
);

import {
  RedshiftServerlessClient,
  UpdateWorkgroupCommand,
  type Workgroup,
} from "@aws-sdk/client-redshift-serverless";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { findWorkgroup } from "./find-workgroup.ts";

/** In RPU; Redshift refuses it where a warehouse holds too much for it. */
const LEAST = 4;

/** Workgroups of Redshift Serverless. */
export const workgroup: TypeRemedies = bySettings<Workgroup>(
  { find: findWorkgroup, state: ({ status }) => status },
  {
    "redshift-serverless:lower-capacity": {
      field: "base",
      now: ({ baseCapacity, pricePerformanceTarget }) =>
        // With such a target, Redshift itself chooses.
        pricePerformanceTarget?.status === "ENABLED" ? null : (baseCapacity ?? null),
      aim: (before) => Math.min(Number(before), LEAST),
      change: (clients, { id }, wanted, found) =>
        clients.of(RedshiftServerlessClient).send(
          new UpdateWorkgroupCommand({
            workgroupName: found?.workgroupName ?? id,
            baseCapacity: Number(wanted),
          }),
        ),
    },
  },
);

import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import type { Environment } from "../environment.ts";
import type { ActingSystem } from "../system.ts";
import { liveConfigurations } from "./configurations.ts";
import { liveNotifier } from "./notifier.ts";
import { liveReach } from "./reach.ts";

/** By what resources are looked at and acted on in AWS. */
export function liveRemediation(environment: Environment): Awaited<ReturnType<ActingSystem["remediation"]>> {
  const reach = liveReach(environment);
  const configurations = liveConfigurations(environment);
  return {
    inventory: awsInventory(reach),
    remedies: awsRemedies(reach),
    tagger: awsTagger(reach),
    notifier: liveNotifier(environment, reach, configurations),
    configurations,
  };
}

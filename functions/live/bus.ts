import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { awsEventBus } from "@tagledger/adapters/aws/event-bus";
import type { EventBus } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** The bus on which others hear what we did. */
export function liveBus({ region, bus }: Environment): EventBus {
  return awsEventBus({ client: new EventBridgeClient({ region }), bus });
}

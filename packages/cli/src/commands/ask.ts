import { nodeHash } from "@tagledger/adapters/node/hash";
import { askRequest } from "@tagledger/core/flows/ask-request";
import { findResource } from "@tagledger/core/flows/find-resource";
import type { RequestKind } from "@tagledger/core/ledger/request";
import { visible } from "@tagledger/core/text/visible";
import { Command } from "commander";
import { IN_FORCE, inForce } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";
import { requestJson } from "../requests/request-json.ts";
import { readUntil } from "../requests/until.ts";

interface AskOptions {
  readonly reason: string;
  readonly until?: number;
  readonly by?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger request-exemption ARN`: asks to leave a resource alone for a time. */
export function requestExemptionCommand(): Command {
  return asking(
    "exemption",
    "ask that a resource be left alone for a time; somebody else approves it",
  ).requiredOption(
    "-u, --until <moment>",
    "the last day on which it holds, as 2026-09-30, or the instant at which it ends",
    readUntil,
  );
}

/** `tagledger request-release ARN`: asks to give back what is quarantined. */
export function requestReleaseCommand(): Command {
  return asking("release", "ask that what is quarantined be given back; somebody else approves it");
}

function asking(kind: RequestKind, description: string): Command {
  return new Command(`request-${kind}`)
    .description(description)
    .argument("<arn>", "its ARN, or its id")
    .requiredOption("-r, --reason <text>", "why")
    .option("--by <name>", "who asks (default: the user of this machine)")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "what was asked for, for programs")
    .action((named: string, options: AskOptions) => ask(kind, named, options));
}

async function ask(kind: RequestKind, named: string, options: AskOptions): Promise<void> {
  const { reason, until = null, config: path, json } = options;
  const requester = personOf(options.by);
  await withLedger(options.ledger, async ({ ledger, config: filledBy }) => {
    const { config } = await (await inForce(path ?? filledBy)).current();
    const { resource } = await findResource(ledger, named);
    const now = Date.now();
    const asked = { kind, resource, requester, reason, until, now };
    const request = await askRequest({ ledger, hash: nodeHash }, config, asked);
    if (json === true) await print(`${JSON.stringify(requestJson(request, now), null, 2)}\n`);
    note(`request ${request.id}: ${requester} asks for the ${kind} of ${visible(resource)}`);
  });
}

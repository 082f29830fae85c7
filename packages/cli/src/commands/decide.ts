import { nodeHash } from "@tagledger/adapters/node/hash";
import { badInput } from "@tagledger/core/errors";
import { type Decision, decideRequest } from "@tagledger/core/flows/decide-request";
import { pricesAsRecorded } from "@tagledger/core/flows/prices-as-recorded";
import { rulesInForce } from "@tagledger/core/flows/rules-in-force";
import type { ResourceRequest } from "@tagledger/core/ledger/request";
import { visible } from "@tagledger/core/text/visible";
import { Command } from "commander";
import { IN_FORCE, inForce } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";
import { requestJson } from "../requests/request-json.ts";

interface DecideOptions {
  readonly approve?: boolean;
  readonly refuse?: boolean;
  readonly withdraw?: boolean;
  readonly note?: string;
  readonly by?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger decide ID`: approves, refuses or withdraws what somebody asked for. */
export function decideCommand(): Command {
  return new Command("decide")
    .description("approve, refuse or withdraw a release or an exemption that somebody asked for")
    .argument("<id>", "the request, as tagledger requests lists it")
    .option("--approve", "an exemption holds at once; a release is given back by whatever does what is due")
    .option("--refuse", "leave everything as it is")
    .option("--withdraw", "nobody wants it any more; ends an exemption that holds")
    .option("-n, --note <text>", "what is said with it")
    .option("--by <name>", "who decides (default: the user of this machine)")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "the request as it is then, for programs")
    .action(decide);
}

async function decide(id: string, options: DecideOptions): Promise<void> {
  const decision = decisionIn(options);
  const by = personOf(options.by);
  await withLedger(options.ledger, async ({ ledger, config: filledBy, prices: book }) => {
    const configurations = await inForce(options.config ?? filledBy);
    const current = await rulesInForce({ configurations, ledger, hash: nodeHash })();
    const known = await ledger.request(id);
    const prices = known === null ? book : pricesAsRecorded(await ledger.history(known.resource), book);
    const now = Date.now();
    const said = { id, decision, by, note: options.note ?? null, now };
    const request = await decideRequest({ ledger, prices }, current, said);
    if (options.json === true) await print(`${JSON.stringify(requestJson(request, now), null, 2)}\n`);
    note(endLine(request));
  });
}

function decisionIn({ approve, refuse, withdraw }: DecideOptions): Decision["decision"] {
  const chosen = [
    ...(approve === true ? ["approve" as const] : []),
    ...(refuse === true ? ["refuse" as const] : []),
    ...(withdraw === true ? ["withdraw" as const] : []),
  ];
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0) return only;
  throw badInput("decide: say one of --approve, --refuse and --withdraw");
}

function endLine({ id, kind, state, resource, until }: ResourceRequest): string {
  const end = state === "approved" && until !== null ? ` until ${new Date(until).toISOString()}` : "";
  return `request ${id} is ${state}: the ${kind} of ${visible(resource)}${end}`;
}

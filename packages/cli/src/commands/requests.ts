import { type ListedRequest, listRequests } from "@tagledger/core/flows/list-requests";
import { REQUEST_STANDINGS, type RequestStanding } from "@tagledger/core/ledger/request";
import { Command, Option } from "commander";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print, terminalWidth } from "../output.ts";
import { requestJson } from "../requests/request-json.ts";
import { requestsText } from "../requests/requests-text.ts";

interface RequestsOptions {
  readonly team?: readonly string[];
  readonly state?: RequestStanding;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger requests`: lists what people asked for and what became of it. */
export function requestsCommand(): Command {
  return new Command("requests")
    .description("list the releases and exemptions that people asked for, the newest first")
    .option("--team <name...>", "only those about resources of these teams")
    .addOption(new Option("--state <state>", "only those that are so now").choices(REQUEST_STANDINGS))
    .addOption(ledgerOption())
    .option("--json", "the same for programs")
    .action(showRequests);
}

async function showRequests({
  team: teams,
  state: standing,
  ledger: place,
  json,
}: RequestsOptions): Promise<void> {
  await withLedger(place, async ({ ledger }) => {
    const now = Date.now();
    const found: ListedRequest[] = [];
    for await (const each of listRequests(ledger, { teams, standing, now })) found.push(each);
    if (json === true) {
      await print(
        `${JSON.stringify(
          found.map(({ standing: _same, ...each }) => requestJson(each, now)),
          null,
          2,
        )}\n`,
      );
    } else if (found.length === 0) note("nobody asked for anything of the kind");
    else await print(requestsText(found, { width: terminalWidth() }));
  });
}

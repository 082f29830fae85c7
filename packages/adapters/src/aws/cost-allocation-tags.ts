import {
  type CostExplorerClient,
  ListCostAllocationTagsCommand,
  UpdateCostAllocationTagsStatusCommand,
} from "@aws-sdk/client-cost-explorer";
import { TagledgerError } from "@tagledger/core/errors";
import type { CostAllocationTag, CostAllocationTags } from "@tagledger/core/ports/ingestion";

const [PAGE, ACTIVATED_AT_ONCE] = [1000, 20];

/**
 * The cost allocation tags of a payer: of the keys that people gave resources, those that billing has seen.
 *
 * @param client in us-east-1, where billing answers for all regions
 * @example awsCostAllocationTags(new CostExplorerClient({ region: "us-east-1" }))
 */
export function awsCostAllocationTags(client: CostExplorerClient): CostAllocationTags {
  return {
    async list() {
      const tags: CostAllocationTag[] = [];
      let NextToken: string | undefined;
      do {
        const page = await asked("ce:ListCostAllocationTags", () =>
          client.send(
            new ListCostAllocationTagsCommand({
              Type: "UserDefined",
              MaxResults: PAGE,
              ...(NextToken && { NextToken }),
            }),
          ),
        );
        for (const { TagKey = "", Status, LastUsedDate } of page.CostAllocationTags ?? []) {
          tags.push({ key: TagKey, active: Status === "Active", lastUsed: LastUsedDate ?? null });
        }
        NextToken = page.NextToken;
      } while (NextToken !== undefined && NextToken !== "");
      return tags;
    },
    async activate(keys) {
      const problems = new Map<string, string>();
      for (let start = 0; start < keys.length; start += ACTIVATED_AT_ONCE) {
        const some = keys.slice(start, start + ACTIVATED_AT_ONCE);
        const { Errors = [] } = await asked("ce:UpdateCostAllocationTagsStatus", () =>
          client.send(
            new UpdateCostAllocationTagsStatusCommand({
              CostAllocationTagsStatus: some.map((TagKey) => ({ TagKey, Status: "Active" })),
            }),
          ),
        );
        for (const { TagKey = "", Code = "", Message = "" } of Errors)
          problems.set(TagKey, [Code, Message].filter(Boolean).join(": "));
      }
      return keys.map((key) => ({ key, problem: problems.get(key) ?? null }));
    },
  };
}

async function asked<Answer>(permission: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    const advice = /AccessDenied/.test(said)
      ? `; the account that pays must permit ${permission}, and tags are activated in that account only`
      : "";
    const message = `billing cannot be asked for cost allocation tags (${said})${advice}`;
    throw new TagledgerError("outside-failure", message, { permission }, { cause });
  }
}

import { arnFacts } from "@tagledger/core/catalog/arn";
import { partitionOf } from "@tagledger/core/catalog/partition";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Clients } from "./clients.ts";
import type { Listed } from "./lister.ts";

/**
 * A resource with its ARN, by which events know it, too.
 *
 * @example listedAs("arn:aws:ec2:eu-central-1:111122223333:volume/vol-1", clients, {}).type // "ec2:volume"
 */
export function listedAs(arn: string, { account, region }: Clients, tags: TagMap | null = null): Listed {
  const [, , , ofRegion = "", ofAccount = ""] = arn.split(":");
  const { type, id } = arnFacts(arn);
  return { resource: arn, arn, id, type, account: ofAccount || account, region: ofRegion || region, tags };
}

/** The ARN of what is listed by its name alone: `arnOf(clients, "dynamodb", "table/features")`. */
export function arnOf({ account, region }: Clients, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** What the pages of a list hold, as far as it has an ARN. */
export async function* listPages<Page>(
  clients: Clients,
  pages: AsyncIterable<Page>,
  arns: (page: Page) => readonly (string | undefined)[] | undefined,
): AsyncGenerator<readonly Listed[]> {
  for await (const page of pages) {
    const found = (arns(page) ?? []).filter((arn) => arn !== undefined);
    yield found.map((arn) => listedAs(arn, clients));
  }
}

/** What a page holds, by ARN and name. */
export type Found<Page> = (page: Page) => readonly ArnAndName[] | undefined;

type ArnAndName = readonly [arn: string | undefined, name: string | undefined];

/** The same of what has a name that its ARN does not show as it is written: SageMaker's are in lower case. */
export async function* listNamed<Page>(
  clients: Clients,
  pages: AsyncIterable<Page>,
  found: Found<Page>,
): AsyncGenerator<readonly Listed[]> {
  for await (const page of pages) {
    yield (found(page) ?? []).flatMap(([arn, name]) => {
      if (arn === undefined) return [];
      const listed = listedAs(arn, clients);
      return [{ ...listed, id: name ?? listed.id }];
    });
  }
}

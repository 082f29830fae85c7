import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Existing } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";
import { type Listing, listPlace } from "./list-place.ts";
import { listedAs } from "./listed.ts";
import type { Lister } from "./lister.ts";
import type { LiveLook } from "./reader.ts";
import { awsError, NO_CLIENTS } from "./testing/make-sought.ts";

const arnOf = (resource: string) => `arn:aws:ec2:eu-central-1:111122223333:${resource}`;
const [ONE, TWO, TABLE] = [arnOf("volume/one"), arnOf("volume/two"), arnOf("route-table/rtb")];
const QUEUE = "arn:aws:unheard:eu-central-1:111122223333:thing/one";

function volumes(...found: readonly (readonly [arn: string, tags: TagMap | null])[]): Lister {
  return {
    types: ["ec2:volume"],
    calls: ["ec2:DescribeVolumes"],
    async *list(clients) {
      yield found.map(([arn, tags]) => listedAs(arn, clients, tags));
    },
  };
}

async function listed(more: Partial<Listing>): Promise<Record<string, TagMap>> {
  const all: Existing[] = [];
  const listing: Listing = {
    clients: NO_CLIENTS,
    tagged: async () => new Map(),
    listers: [],
    whole: new Set(["ec2:volume"]),
    look: async () => {
      throw new Error("was asked");
    },
    untagged: null,
    withheld: new Set(),
    ...more,
  };
  for await (const page of listPlace(listing)) all.push(...page);
  return Object.fromEntries(all.map(({ resource, tags }) => [resource, tags]));
}

const tagged = (tags: Record<string, TagMap>) => async () => new Map(Object.entries(tags));

describe("what is listed", () => {
  test("is what the Tagging API tells, where no service lists all", async () => {
    expect(await listed({ tagged: tagged({ [TABLE]: { a: "1" } }) })).toEqual({ [TABLE]: { a: "1" } });
  });

  test("is only what the service lists, where it lists all", async () => {
    const gone = tagged({ [ONE]: { a: "1" }, [TWO]: { a: "2" } });
    expect(await listed({ tagged: gone, listers: [volumes([ONE, null])] })).toEqual({ [ONE]: { a: "1" } });
    expect(await listed({ tagged: gone })).toEqual({});
  });

  test("has the tags that the list shows rather than those of the Tagging API", async () => {
    const before = tagged({ [ONE]: { a: "1" } });
    expect(await listed({ tagged: before, listers: [volumes([ONE, {}])] })).toEqual({ [ONE]: {} });
  });

  test("is asked for its tags where nothing shows them", async () => {
    const look = async (): Promise<LiveLook[]> => [{ tags: { a: "1" } }, { miss: "absent" }];
    const listers = [volumes([ONE, null], [TWO, null])];
    const withheld = new Set<string>();
    expect(await listed({ listers, look, withheld })).toEqual({ [ONE]: { a: "1" } });
    expect(withheld).toEqual(new Set());
  });

  test("is withheld where its tags cannot be read", async () => {
    const look = async (): Promise<LiveLook[]> => [{ miss: "denied" }];
    const withheld = new Set<string>();
    expect(await listed({ listers: [volumes([ONE, null])], look, withheld })).toEqual({});
    expect(withheld).toEqual(new Set([ONE]));
  });
});

describe("what Resource Explorer tells", () => {
  const untagged = () => pages([ONE, TABLE, QUEUE]);

  async function* pages(arns: readonly string[]) {
    yield arns.map((arn) => listedAs(arn, NO_CLIENTS));
  }

  test("is asked for its tags, but for what nobody can be asked about and what was listed already", async () => {
    const asked: string[] = [];
    const look = async (found: readonly { readonly arn: string }[]): Promise<LiveLook[]> => {
      asked.push(...found.map(({ arn }) => arn));
      return found.map(() => ({ tags: { b: "2" } }));
    };
    expect(await listed({ untagged, look })).toEqual({ [TABLE]: { b: "2" }, [QUEUE]: {} });
    expect(asked).toEqual([TABLE]);
    const known = tagged({ [TABLE]: { a: "1" }, [QUEUE]: { a: "1" } });
    expect(await listed({ untagged, tagged: known })).toEqual({ [TABLE]: { a: "1" }, [QUEUE]: { a: "1" } });
  });
});

describe("a list that breaks off", () => {
  const broken = (call: string) => ({
    code: "outside-failure",
    message: `the list by ${call} in account 111122223333, region eu-central-1 broke off (AccessDenied: AccessDenied!)`,
    fields: { call, account: "111122223333", region: "eu-central-1" },
  });
  const refuse = async () => {
    throw awsError("AccessDenied");
  };

  test("says which", async () => {
    await expect(listed({ tagged: refuse })).rejects.toMatchObject(broken("tag:GetResources"));
    const refusing: Lister = {
      ...volumes(),
      async *list() {
        yield [];
        await refuse();
      },
    };
    await expect(listed({ listers: [refusing] })).rejects.toMatchObject(broken("ec2:DescribeVolumes"));
  });
});

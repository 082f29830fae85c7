import type { TagMap } from "@tagledger/core/catalog/tags";
import { type Answer, type Asked, type Service, startService } from "./service.ts";

const SPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** What a bucket is asked about its tags. */
export type TagCall =
  | "GetBucketTagging"
  | "PutBucketTagging"
  | "DeleteBucketTagging"
  | "TagResource"
  | "UntagResource";

/** A bucket and its tags. */
export interface Bucket extends Service {
  tags: TagMap;
  /** What was asked, in its order. */
  readonly calls: readonly TagCall[];
  /** Whose those who asked took it to be. */
  readonly owners: readonly string[];
}

/** How it behaves. */
export interface BucketOptions {
  readonly tags: TagMap;
  /** Whether its tags decide who may do what. */
  readonly abac?: boolean;
  /** Whether there is none. */
  readonly gone?: boolean;
  /** Calls that nobody may make. */
  readonly denied?: readonly TagCall[];
  /** What somebody else does before a call is answered. */
  readonly before?: (call: TagCall, bucket: { tags: TagMap }, count: number) => void;
}

/**
 * Starts S3 with one bucket. As documented, what is put replaces all tags, is refused where attribute-based access
 * control is on, and may neither add nor leave out those of AWS itself.
 */
export async function startBucket({
  tags,
  abac = false,
  gone = false,
  denied = [],
  before,
}: BucketOptions): Promise<Bucket> {
  const calls: TagCall[] = [];
  const owners: string[] = [];
  const bucket = { tags };
  const service = await startService((asked) => {
    const call = callOf(asked);
    before?.(call, bucket, calls.filter((each) => each === call).length);
    calls.push(call);
    owners.push(`${asked.headers["x-amz-expected-bucket-owner"] ?? asked.headers["x-amz-account-id"]}`);
    if (gone) return refused(404, "NoSuchBucket");
    if (denied.includes(call)) return refused(403, "AccessDenied");
    if (abac && /^(Put|Delete)Bucket/.test(call)) return refused(405, "MethodNotAllowed");
    return answerTo(call, asked, bucket);
  });
  return {
    ...service,
    calls,
    owners,
    get tags() {
      return bucket.tags;
    },
    set tags(given) {
      bucket.tags = given;
    },
  };
}

function callOf({ method, url }: Asked): TagCall {
  if (url.pathname.startsWith("/v20180820/tags/")) return method === "POST" ? "TagResource" : "UntagResource";
  if (method === "GET") return "GetBucketTagging";
  return method === "PUT" ? "PutBucketTagging" : "DeleteBucketTagging";
}

function answerTo(call: TagCall, { url, body }: Asked, bucket: { tags: TagMap }): Answer {
  switch (call) {
    case "GetBucketTagging": {
      const entries = Object.entries(bucket.tags);
      if (entries.length === 0) return refused(404, "NoSuchTagSet");
      const set = entries
        .map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`)
        .join("");
      return { body: `<Tagging ${SPACE}><TagSet>${set}</TagSet></Tagging>` };
    }
    case "TagResource":
      bucket.tags = { ...bucket.tags, ...tagsIn(body) };
      return { status: 204 };
    case "UntagResource": {
      const keys = url.searchParams.getAll("tagKeys");
      bucket.tags = Object.fromEntries(Object.entries(bucket.tags).filter(([key]) => !keys.includes(key)));
      return { status: 204 };
    }
    default: {
      const given = tagsIn(body);
      const systems = [given, bucket.tags].map((tags) =>
        JSON.stringify(Object.entries(tags).filter(isSystem)),
      );
      if (systems[0] !== systems[1]) return refused(400, "InvalidTag");
      bucket.tags = given;
      return { status: 204 };
    }
  }
}

function tagsIn(body: string): TagMap {
  const tags = body.matchAll(/<Key>(.*?)<\/Key><Value>(.*?)<\/Value>/g);
  return Object.fromEntries([...tags].map(([, key = "", value = ""]) => [key, value]));
}

function isSystem([key]: [string, string]): boolean {
  return key.startsWith("aws:");
}

function refused(status: number, code: string): Answer {
  return { status, body: `<Error><Code>${code}</Code><Message>${code} of this bucket</Message></Error>` };
}

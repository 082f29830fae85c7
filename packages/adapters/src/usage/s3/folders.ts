import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { explainS3 } from "../../deliveries/s3-trouble.ts";
import { folderPlace, s3PlaceOf } from "./place.ts";

/**
 * The names of the folders directly below a place in a bucket, ordered.
 *
 * @param after names up to this one are left out
 * @throws outside-failure where they cannot be listed, bad-input where there is no such bucket
 */
export async function foldersIn(client: S3Client, place: string, after = ""): Promise<string[]> {
  const { bucket, prefix } = s3PlaceOf(folderPlace(place));
  const found: string[] = [];
  let token: string | undefined;
  do {
    const asked = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      Delimiter: "/",
      ContinuationToken: token,
      ...(after !== "" && { StartAfter: prefix + after }),
    });
    const page = await client.send(asked).catch((error: unknown) => {
      throw explainS3(error, place);
    });
    for (const { Prefix = "" } of page.CommonPrefixes ?? []) found.push(Prefix.slice(prefix.length, -1));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found.filter((name) => name > after);
}

import { ending, list, tagCalls } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Storage Gateway, whose gateways are there once they are activated. */
export const storagegateway: Service = {
  source: "storagegateway.amazonaws.com",
  creations: [
    byArn("ActivateGateway", "gateway", "gatewayARN", 2),
    byArn("CreateNFSFileShare", "share", "fileShareARN", 3),
    byArn("CreateSMBFileShare", "share", "fileShareARN", 3),
    byArn("CreateCachediSCSIVolume", "volume", "volumeARN", 3),
    byArn("CreateStorediSCSIVolume", "volume", "volumeARN", 3),
    byArn("CreateTapeWithBarcode", "tape", "tapeARN", 4),
    byArn("CreateTapePool", "tapepool", "poolARN", 4),
  ],
  taggings: tagCalls(
    "AddTagsToResource",
    "RemoveTagsFromResource",
    { at: "request.resourceARN" },
    list("request.tags"),
  ),
  endings: [
    ending("DeleteGateway", "request.gatewayARN"),
    ending("DeleteFileShare", "request.fileShareARN"),
    ending("DeleteVolume", "request.volumeARN"),
    ending("DeleteTape", "request.tapeARN"),
    ending("DeleteTapeArchive", "request.tapeARN"),
    ending("DeleteTapePool", "request.poolARN"),
  ],
  liveTags: usualTags("storagegateway", { write: "AddTagsToResource", gone: [] }),
  // To shut a gateway down stops what it serves, and its price is that of its storage.
  types: { "storagegateway:gateway": onlyAsked() },
};

function byArn(event: string, type: string, arn: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `storagegateway:${type}`,
    priority,
    arn: `response.${arn}`,
    tags: [list("request.tags")],
  };
}

import { isArn } from "../arn.ts";
import { ending, map, tagResource, untaggable } from "../build.ts";
import { foundBy, lossy, onlyAsked, remediedBy, usualTags } from "../build-facts.ts";
import { textReader } from "../path.ts";
import type { Row, Service } from "../row.ts";
import { unless } from "../texts.ts";

const TAGS = [map("request.tags")];

/** A function may be named by its name, after its account, or by its ARN; a version of it is none. */
const readName = textReader("request.functionName");
const functionName = unless("request.qualifier", (view) => {
  const name = readName(view);
  return name === null || isArn(name) ? name : name.replace(/^\d+:function:/, "");
});

/** Lambda, whose events carry the date of their API version; rows without one match them all. */
export const lambda: Service = {
  source: "lambda.amazonaws.com",
  versioned: true,
  creations: [
    made("CreateFunction20150331"),
    made("CreateFunction20141111"),
    {
      event: "CreateEventSourceMapping20150331",
      type: "lambda:event-source-mapping",
      priority: 4,
      id: "response.uUID",
      arn: "response.eventSourceMappingArn",
      template: "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}",
      tags: TAGS,
    },
    {
      event: "CreateCodeSigningConfig20200422",
      type: "lambda:code-signing-config",
      priority: 4,
      id: "response.codeSigningConfig.codeSigningConfigId",
      arn: "response.codeSigningConfig.codeSigningConfigArn",
      tags: TAGS,
    },
    {
      event: "CreateCapacityProvider",
      type: "lambda:capacity-provider",
      priority: 2,
      id: "request.capacityProviderName",
      arn: "response.capacityProvider.capacityProviderArn",
      tags: TAGS,
    },
    untaggable("CreateAlias20150331", "lambda:alias", "response.name"),
    untaggable("PublishVersion20150331", "lambda:version", "response.version"),
    untaggable("PublishLayerVersion20181031", "lambda:layer", "request.layerName"),
    untaggable("CreateFunctionUrlConfig", "lambda:function-url", "response.functionUrl"),
  ],
  taggings: tagResource("request.resource", map("request.tags")),
  endings: [
    ending(
      "DeleteFunction20150331",
      functionName,
      "lambda:function",
      "arn:{partition}:lambda:{region}:{account}:function:{id}",
    ),
    ending(
      "DeleteEventSourceMapping20150331",
      ["response.eventSourceMappingArn", "request.uUID", "response.uUID"],
      "lambda:event-source-mapping",
      "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}",
    ),
    ending("DeleteCodeSigningConfig20200422", "request.codeSigningConfigArn"),
    ending("DeleteCapacityProvider", "response.capacityProvider.capacityProviderArn"),
  ],
  others: ["AddPermission20150331v2", "AddLayerVersionPermission20181031", "PutFunctionConcurrency20171031"],
  liveTags: usualTags("lambda", { read: "ListTags" }),
  types: {
    "lambda:function": {
      ...remediedBy(
        lossy(
          "lambda:throttle",
          "PutFunctionConcurrency",
          "documented",
          "asynchronous and stream events may expire; a limit it had is given back",
          { undo: "PutFunctionConcurrency" },
        ),
      ),
      exists: foundBy("lambda:GetFunction", ["ResourceNotFoundException"]),
    },
    "lambda:capacity-provider": onlyAsked(),
  },
};

function made(event: string): Row {
  return {
    event,
    type: "lambda:function",
    priority: 2,
    id: "response.functionName",
    arn: ["response.functionArn", "response.functionARN"],
    tags: TAGS,
  };
}

import type { CloudTrailEvent } from "../../catalog/event.ts";
import { services } from "../../catalog/services/all.ts";
import { makeRecord } from "../../catalog/testing/make-event.ts";
import { rowCall, taggingCall } from "../../catalog/testing/row-call.ts";
import { GOOD } from "./make-subject.ts";

const creations = services.flatMap((service) => service.creations.map((row) => ({ service, row })));
const taggings = services.flatMap(({ taggings = [], ...service }) =>
  taggings.map((row) => ({ service, row })),
);

/**
 * Texts of records as the trail of a company has them: calls of all services of the catalog, of 1 to 4 kB, by people,
 * pipelines and programs, whose ids, sessions and tags differ; a tenth failed, and a tenth tags what exists.
 */
export function makeTrail(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const { eventSource, eventName, requestParameters, responseElements } = callOf(index);
    const record = makeRecord({
      userIdentity: identityOf(index),
      eventSource,
      eventName,
      sourceIPAddress: `192.0.2.${index % 250}`,
      userAgent: `APN/1.0 HashiCorp/1.0 Terraform/1.9.${index % 9} aws-sdk-go-v2/1.30.${index % 7} os/linux lang/go#1.22.6`,
      ...(index % 10 === 8 ? { errorCode: "AccessDenied", errorMessage: "not authorized to do that" } : {}),
      requestParameters: { ...requestParameters, ...detailsOf(index, 1) },
      responseElements: { ...responseElements, ...detailsOf(index, index % 5) },
      requestID: idOf(index, 1),
      eventID: idOf(index, 2),
      managementEvent: true,
      eventCategory: "Management",
      tlsDetails: {
        tlsVersion: "TLSv1.3",
        cipherSuite: "TLS_AES_128_GCM_SHA256",
        clientProvidedHostHeader: eventSource.replace(".", ".eu-central-1."),
      },
    });
    return JSON.stringify(record).replaceAll(
      "made-1",
      `${(index * 7919).toString(16).padStart(8, "0")}-made`,
    );
  });
}

function callOf(index: number): CloudTrailEvent {
  // Neighbours in the catalog are much alike; a step that no length of it shares visits all.
  const created = creations[(index * 149) % creations.length];
  const tagged = taggings[(index * 149) % taggings.length];
  if (created === undefined || tagged === undefined) throw new TypeError("the catalog is empty");
  return index % 10 === 9
    ? taggingCall(tagged.service, tagged.row, "made-1", tagsOf(index))
    : rowCall(created.service, created.row, tagsOf(index));
}

/** Half is tagged well, the rest badly or not at all. */
function tagsOf(index: number): Record<string, string> {
  const project = { "ml-project": `project-${index % 300}` };
  switch (index % 6) {
    case 0:
      return { Name: `worker-${index}`, "aws:cloudformation:stack-name": `stack-${index % 50}` };
    case 1:
      return { ...GOOD, ...project, "ml-environment": "Production", Owner: "ann@example.com" };
    case 2:
      return {};
    case 3:
      return {
        ...GOOD,
        ...project,
        "ml-workload-type": "training",
        "ml-experiment-id": `exp-${index + 1000}`,
      };
    default:
      return { ...GOOD, ...project, Name: `server-${index}`, "cost-center": `${index % 40}` };
  }
}

function identityOf(index: number): object {
  const account = `${444455550000 + (index % 30)}`;
  const accessKeyId = `ASIAEXAMPLE${index}`;
  if (index % 7 === 0) {
    const userName = `ci-${index % 25}`;
    const arn = `arn:aws:iam::${account}:user/${userName}`;
    return { type: "IAMUser", principalId: "AIDAEXAMPLE", arn, accountId: account, accessKeyId, userName };
  }
  const role = [`vision-${index % 20}`, "AWSReservedSSO_DataScientist_1b74cd717d47002b", "deploy"][index % 3];
  const session = index % 2 === 0 ? `GitHubActions-${index * 31}` : `person-${index % 400}@example.com`;
  return {
    type: "AssumedRole",
    principalId: `AROAEXAMPLE${index % 60}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    accountId: account,
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: `AROAEXAMPLE${index % 60}`,
        arn: `arn:aws:iam::${account}:role/teams/${role}`,
        accountId: account,
        userName: role,
      },
      webIdFederationData: {},
      attributes: { creationDate: "2026-09-01T11:42:07Z", mfaAuthenticated: "false" },
    },
  };
}

/** What calls say of resources besides what the catalog reads. */
function detailsOf(index: number, count: number): object {
  const parts = Array.from({ length: count }, (_, part) => ({
    deviceName: `/dev/sd${part}`,
    status: "pending",
    createTime: 1788220800000 + index * 1000 + part,
    encrypted: true,
    volume: { size: 100 + part, type: "gp3", iops: 3000, kmsKeyId: idOf(index, part + 3) },
    networks: [{ subnetId: `subnet-0${index}`, cidrBlock: "10.0.0.0/16", availabilityZone: "eu-central-1a" }],
  }));
  return { clientToken: idOf(index, 9), deletionProtection: false, details: parts };
}

function idOf(index: number, salt: number): string {
  return `${((index + 1) * 104_729 * salt).toString(16).padStart(12, "0")}-4000-8000-${index}`;
}

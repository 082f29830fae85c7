import { ending, list, tagCalls, untaggable } from "../build.ts";
import { onlyAsked, TAGGING_API, usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service, TaggedFacts, TaggingRow } from "../row.ts";
import type { TypeFacts } from "../type-facts.ts";

/** IAM. Keys, passwords and versions belong to users, roles and policies, and carry no tags of their own. */
export const iam: Service = {
  source: "iam.amazonaws.com",
  creations: [
    made("CreateRole", "role", "response.role.roleName", "response.role.arn"),
    made("CreateUser", "user", "response.user.userName", "response.user.arn"),
    made("CreatePolicy", "policy", "response.policy.policyName", "response.policy.arn"),
    made(
      "CreateInstanceProfile",
      "instance-profile",
      "response.instanceProfile.instanceProfileName",
      "response.instanceProfile.arn",
    ),
    made("CreateSAMLProvider", "saml-provider", "request.name", "response.sAMLProviderArn"),
    {
      event: "CreateOpenIDConnectProvider",
      type: "iam:oidc-provider",
      priority: 4,
      arn: "response.openIDConnectProviderArn",
      tags: [list("request.tags")],
    },
    made(
      "CreateVirtualMFADevice",
      "mfa",
      "request.virtualMFADeviceName",
      "response.virtualMFADevice.serialNumber",
    ),
    made(
      "UploadServerCertificate",
      "server-certificate",
      "response.serverCertificateMetadata.serverCertificateName",
      "response.serverCertificateMetadata.arn",
    ),
    untaggable("CreateServiceLinkedRole", "iam:role", "response.role.roleName"),
    untaggable("CreateGroup", "iam:group", "response.group.groupName"),
    untaggable("CreateAccessKey", "iam:access-key", "response.accessKey.accessKeyId"),
    untaggable("CreateLoginProfile", "iam:login-profile", "response.loginProfile.userName"),
    untaggable("CreatePolicyVersion", "iam:policy-version", "response.policyVersion.versionId"),
    untaggable("CreateAccountAlias", "iam:account-alias", "request.accountAlias"),
    untaggable("CreateServiceSpecificCredential", "iam:service-specific-credential", [
      "response.serviceSpecificCredential.serviceSpecificCredentialId",
    ]),
    untaggable("UploadSSHPublicKey", "iam:ssh-public-key", "response.sSHPublicKey.sSHPublicKeyId"),
    untaggable("UploadSigningCertificate", "iam:signing-certificate", "response.certificate.certificateId"),
  ],
  taggings: [
    ...named("Role", "role", "request.roleName"),
    ...named("User", "user", "request.userName"),
    ...named("InstanceProfile", "instance-profile", "request.instanceProfileName"),
    ...named("ServerCertificate", "server-certificate", "request.serverCertificateName"),
    ...tagCalls("TagPolicy", "UntagPolicy", { at: "request.policyArn" }, list("request.tags")),
    ...tagCalls(
      "TagOpenIDConnectProvider",
      "UntagOpenIDConnectProvider",
      { at: "request.openIDConnectProviderArn" },
      list("request.tags"),
    ),
    ...tagCalls(
      "TagSAMLProvider",
      "UntagSAMLProvider",
      { at: "request.sAMLProviderArn" },
      list("request.tags"),
    ),
    ...tagCalls(
      "TagMFADevice",
      "UntagMFADevice",
      { at: "request.serialNumber", type: "iam:mfa" },
      list("request.tags"),
    ),
  ],
  endings: [
    gone("DeleteRole", "role", "request.roleName"),
    gone("DeleteUser", "user", "request.userName"),
    gone("DeleteInstanceProfile", "instance-profile", "request.instanceProfileName"),
    gone("DeleteServerCertificate", "server-certificate", "request.serverCertificateName"),
    ending("DeletePolicy", "request.policyArn"),
    ending("DeleteOpenIDConnectProvider", "request.openIDConnectProviderArn"),
    ending("DeleteSAMLProvider", "request.sAMLProviderArn"),
    ending("DeleteVirtualMFADevice", "request.serialNumber", "iam:mfa"),
  ],
  others: [
    "PutRolePolicy",
    "PutUserPolicy",
    "PutGroupPolicy",
    "AddUserToGroup",
    "AddRoleToInstanceProfile",
    "PassRole",
  ],
  // No call reaches all types, and each is named by its name or its ARN.
  liveTags: { read: TAGGING_API.read, write: null, evidence: "documented" },
  types: {
    "iam:role": tagged("Role"),
    "iam:user": tagged("User"),
    "iam:policy": tagged("Policy"),
    "iam:instance-profile": tagged("InstanceProfile"),
    "iam:saml-provider": tagged("SAMLProvider"),
    "iam:oidc-provider": tagged("OpenIDConnectProvider"),
    "iam:mfa": tagged("MFADevice"),
    "iam:server-certificate": tagged("ServerCertificate"),
  },
};

function made(event: string, type: string, id: Path, arn: Path): Row {
  return { event, type: `iam:${type}`, priority: 4, id, arn, tags: [list("request.tags")] };
}

/** A name says nothing of the path in the ARN, which is most often empty: the ARN is implied, not known. */
function byName(type: string, at: Path): TaggedFacts {
  const full = `iam:${type}`;
  const implied = { typeOf: () => full, template: "arn:{partition}:iam::{account}:{type}/{id}" } as const;
  return { at, type: full, implied };
}

function named(what: string, type: string, at: Path): TaggingRow[] {
  return tagCalls(`Tag${what}`, `Untag${what}`, byName(type, at), list("request.tags"));
}

function gone(event: string, type: string, at: Path): EndingRow {
  return { event, resources: [byName(type, at)] };
}

/** The calls that read and write the tags of one type; those of a role are rights, so that none is written by itself. */
function tagged(what: string): TypeFacts {
  const { read } = usualTags("iam", { read: `List${what}Tags`, gone: ["NoSuchEntity"] });
  return { ...onlyAsked(), liveTags: { read, write: null, evidence: "model" } };
}

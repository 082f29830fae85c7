import { list, tagCalls, untaggable } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service, TaggingRow } from "../row.ts";

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
  others: [
    "PutRolePolicy",
    "PutUserPolicy",
    "PutGroupPolicy",
    "AddUserToGroup",
    "AddRoleToInstanceProfile",
    "PassRole",
  ],
};

function made(event: string, type: string, id: Path, arn: Path): Row {
  return { event, type: `iam:${type}`, priority: 4, id, arn, tags: [list("request.tags")] };
}

/** A name says nothing of the path in the ARN, which is most often empty: the ARN is implied, not known. */
function named(what: string, type: string, at: Path): TaggingRow[] {
  const full = `iam:${type}`;
  const implied = { typeOf: () => full, template: "arn:{partition}:iam::{account}:{type}/{id}" } as const;
  return tagCalls(`Tag${what}`, `Untag${what}`, { at, type: full, implied }, list("request.tags"));
}

import { describe, expect, test } from "vitest";
import { type Actor, actorOf } from "./actor.ts";
import { makeEvent } from "./testing/make-event.ts";

const NOBODY: Actor = {
  type: "Unknown",
  arn: null,
  accountId: null,
  display: null,
  userName: null,
  roleName: null,
  roleArn: null,
  sessionName: null,
};

function actor(userIdentity: unknown): Actor {
  return actorOf(makeEvent({ userIdentity }));
}

const account = "111122223333";
const issuer = (facts: object) => ({ sessionContext: { sessionIssuer: facts } });

describe("actorOf", () => {
  test.each<[string, Record<string, unknown>, Partial<Actor>]>([
    [
      "the owner of an account, whatever the account is called",
      { type: "Root", arn: `arn:aws:iam::${account}:root`, accountId: account, userName: "acme" },
      { arn: `arn:aws:iam::${account}:root`, accountId: account, userName: "root", display: "root" },
    ],
    [
      "a user",
      { type: "IAMUser", arn: `arn:aws:iam::${account}:user/ml/mira`, accountId: account, userName: "mira" },
      { arn: `arn:aws:iam::${account}:user/ml/mira`, accountId: account, userName: "mira", display: "mira" },
    ],
    [
      "a user by the ARN alone",
      { type: "IAMUser", arn: `arn:aws:iam::${account}:user/mira` },
      { arn: `arn:aws:iam::${account}:user/mira`, userName: "mira", display: "mira" },
    ],
    [
      "a session of a role with a path",
      {
        type: "AssumedRole",
        arn: `arn:aws:sts::${account}:assumed-role/trainer/mira@example.com`,
        accountId: account,
        ...issuer({ type: "Role", arn: `arn:aws:iam::${account}:role/ml/trainer`, userName: "trainer" }),
      },
      {
        arn: `arn:aws:sts::${account}:assumed-role/trainer/mira@example.com`,
        accountId: account,
        display: "mira@example.com",
        roleName: "trainer",
        roleArn: `arn:aws:iam::${account}:role/ml/trainer`,
        sessionName: "mira@example.com",
      },
    ],
    [
      "a session without issuer",
      {
        type: "AssumedRole",
        arn: `arn:aws-cn:sts::${account}:assumed-role/trainer/job-7`,
        accountId: account,
      },
      {
        arn: `arn:aws-cn:sts::${account}:assumed-role/trainer/job-7`,
        accountId: account,
        display: "job-7",
        roleName: "trainer",
        roleArn: `arn:aws-cn:iam::${account}:role/trainer`,
        sessionName: "job-7",
      },
    ],
    [
      "a session by its principal alone",
      {
        type: "AssumedRole",
        principalId: "AROAEXAMPLE:job-7",
        ...issuer({ arn: `arn:aws:iam::${account}:role/trainer` }),
      },
      {
        display: "job-7",
        roleName: "trainer",
        roleArn: `arn:aws:iam::${account}:role/trainer`,
        sessionName: "job-7",
      },
    ],
    ["a role that nothing names", { type: "AssumedRole", userName: "trainer" }, {}],
    [
      "a federated user and who vouched for it",
      {
        type: "FederatedUser",
        arn: `arn:aws:sts::${account}:federated-user/mira`,
        accountId: account,
        ...issuer({ type: "IAMUser", arn: `arn:aws:iam::${account}:user/broker`, userName: "broker" }),
      },
      {
        arn: `arn:aws:sts::${account}:federated-user/mira`,
        accountId: account,
        display: "mira",
        userName: "broker",
        sessionName: "mira",
      },
    ],
    [
      "a service",
      { type: "AWSService", invokedBy: "sagemaker.amazonaws.com" },
      { display: "sagemaker.amazonaws.com", service: "sagemaker.amazonaws.com" },
    ],
    [
      "somebody of another account",
      { type: "AWSAccount", principalId: "AROAEXAMPLE:job-7", accountId: account },
      { accountId: account, display: "job-7", sessionName: "job-7" },
    ],
    [
      "another account",
      { type: "AWSAccount", principalId: "AIDAEXAMPLE", accountId: account },
      { accountId: account, display: account },
    ],
    [
      "a user of a web identity",
      {
        type: "WebIdentityUser",
        principalId: "accounts.example.com:app:7",
        userName: "7",
        identityProvider: "accounts.example.com",
      },
      { display: "7", userName: "7" },
    ],
    [
      "a user of SAML",
      { type: "SAMLUser", principalId: "abc:mira", userName: "mira" },
      { display: "mira", userName: "mira" },
    ],
    [
      "a user of Identity Center",
      {
        type: "IdentityCenterUser",
        accountId: account,
        onBehalfOf: {
          userId: "94482488-3041-7026-18f3-be45837cd0e4",
          identityStoreArn: "arn:aws:identitystore::1:identitystore/d-1",
        },
      },
      {
        accountId: account,
        display: "94482488-3041-7026-18f3-be45837cd0e4",
        identityStoreUser: "94482488-3041-7026-18f3-be45837cd0e4",
      },
    ],
    ["somebody unknown", { type: "Unknown", principalId: "AIDAEXAMPLE" }, { display: "AIDAEXAMPLE" }],
    [
      "somebody of a type to come",
      { type: "Robot", arn: `arn:aws:iam::${account}:robot/r2` },
      { arn: `arn:aws:iam::${account}:robot/r2`, userName: "r2", display: "r2" },
    ],
  ])("reads %s", (_, identity, expected) => {
    expect(actor(identity)).toEqual({ ...NOBODY, type: identity.type, ...expected });
  });

  test.each([[undefined], [null], ["mira"], [{}], [{ type: 7, arn: {} }]])(
    "reads nobody from %j",
    (identity) => {
      expect(actor(identity)).toEqual(NOBODY);
    },
  );

  test("reads who stands behind a session", () => {
    const identity = {
      type: "AssumedRole",
      arn: `arn:aws:sts::${account}:assumed-role/studio/SageMaker`,
      sessionContext: { sourceIdentity: "mira" },
      onBehalfOf: { userId: "u-1" },
      inScopeOf: { credentialsIssuedTo: `arn:aws:lambda:eu-central-1:${account}:function:train` },
      invokedBy: "sagemaker.amazonaws.com",
    };
    expect(actor(identity)).toMatchObject({
      sourceIdentity: "mira",
      identityStoreUser: "u-1",
      issuedTo: `arn:aws:lambda:eu-central-1:${account}:function:train`,
      service: "sagemaker.amazonaws.com",
    });
  });
});

import { createRandom } from "../../random.ts";
import { ec2IdOf } from "../ids.ts";
import type { Maker } from "../making.ts";
import { numbered, pairs, specified } from "../tag-shapes.ts";

/** A security group. */
export const securityGroup: Maker = ({ account }, groupName) => {
  const groupId = ec2IdOf("sg", `${account.id} ${groupName}`);
  const vpcId = ec2IdOf("vpc", account.id);
  return {
    service: "ec2",
    name: "CreateSecurityGroup",
    target: groupId,
    request: (tags) => ({
      groupName,
      groupDescription: groupName,
      vpcId,
      ...specified(["security-group", tags]),
    }),
    response: { _return: true, groupId },
  };
};

/** A template of machines, which newer calls wrap. */
export const launchTemplate: Maker = ({ account }, LaunchTemplateName) => {
  const launchTemplateId = ec2IdOf("lt", `${account.id} ${LaunchTemplateName}`);
  return {
    service: "ec2",
    name: "CreateLaunchTemplate",
    target: launchTemplateId,
    request: (tags) => ({
      CreateLaunchTemplateRequest: {
        LaunchTemplateName,
        LaunchTemplateData: { InstanceType: "g5.2xlarge", ImageId: ec2IdOf("ami", "g5.2xlarge") },
        ...numbered(tags, "launch-template"),
      },
    }),
    response: {
      CreateLaunchTemplateResponse: {
        xmlns: "http://ec2.amazonaws.com/doc/2016-11-15/",
        launchTemplate: {
          launchTemplateId,
          launchTemplateName: LaunchTemplateName,
          latestVersionNumber: 1,
          defaultVersionNumber: 1,
        },
      },
    },
  };
};

/** A key with which people reach their machines. */
export const keyPair: Maker = ({ account }, keyName) => {
  const keyPairId = ec2IdOf("key", `${account.id} ${keyName}`);
  const keyFingerprint = createRandom(keyName).text(40, "0123456789abcdef");
  return {
    service: "ec2",
    name: "CreateKeyPair",
    target: keyPairId,
    request: (tags) => ({ keyName, keyType: "ed25519", ...specified(["key-pair", tags]) }),
    response: { keyName, keyPairId, keyFingerprint, keyMaterial: "<sensitiveDataRemoved>" },
  };
};

/** A way to a bucket that does not leave the network, and costs nothing. */
export const bucketEndpoint: Maker = ({ account, region }, name) => {
  const vpcEndpointId = ec2IdOf("vpce", `${account.id} ${name}`);
  const VpcId = ec2IdOf("vpc", account.id);
  return {
    service: "ec2",
    name: "CreateVpcEndpoint",
    target: vpcEndpointId,
    request: (tags) => ({
      CreateVpcEndpointRequest: {
        VpcId,
        ServiceName: `com.amazonaws.${region.code}.s3`,
        VpcEndpointType: "Gateway",
        ...numbered({ ...tags, Name: name }, "vpc-endpoint"),
      },
    }),
    response: {
      CreateVpcEndpointResponse: {
        xmlns: "http://ec2.amazonaws.com/doc/2016-11-15/",
        vpcEndpoint: {
          vpcEndpointId,
          vpcId: VpcId,
          vpcEndpointType: "Gateway",
          tagSet: { item: pairs({ Name: name }) },
        },
      },
    },
  };
};

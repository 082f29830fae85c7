import { CreateVolumeCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateDBInstanceCommand, RDSClient } from "@aws-sdk/client-rds";
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketTaggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { given } from "../estate/maker.ts";
import { loggedTags, type Make, recordOf, specified, tagList } from "./made.ts";

/** A volume that nothing uses. */
export const makeVolume: Make = async (clients, wish) => {
  const tags = loggedTags(wish.tags);
  const zone = `${clients.region}a`;
  const { VolumeId } = await clients.of(EC2Client).send(
    new CreateVolumeCommand({
      AvailabilityZone: zone,
      Size: 100,
      VolumeType: "gp3",
      ...specified("volume", wish.tags),
    }),
  );
  const id = given(VolumeId);
  const facts = { size: "100", zone, volumeType: "gp3" };
  const tagSpecificationSet = { items: [{ resourceType: "volume", tags }] };
  return {
    type: "ec2:volume",
    arn: `arn:aws:ec2:${clients.region}:${clients.account}:volume/${id}`,
    id,
    record: recordOf(clients, wish, {
      service: "ec2",
      event: "CreateVolume",
      request: tags.length === 0 ? facts : { ...facts, tagSpecificationSet },
      response: { volumeId: id, status: "creating", createTime: wish.at, encrypted: false, ...facts },
    }),
  };
};

/** A bucket; its tags come a moment later, in a call that its record does not tell of. */
export const makeBucket: Make = async (clients, wish) => {
  const { name: Bucket, tags } = wish;
  const client = clients.of(S3Client);
  const location = clients.region === "us-east-1" ? undefined : (clients.region as BucketLocationConstraint);
  await client.send(
    new CreateBucketCommand({
      Bucket,
      ...(location === undefined ? {} : { CreateBucketConfiguration: { LocationConstraint: location } }),
    }),
  );
  const TagSet = tagList(tags);
  if (TagSet.length > 0) await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  const xmlns = "http://s3.amazonaws.com/doc/2006-03-01/";
  const configured = { CreateBucketConfiguration: { xmlns, LocationConstraint: location } };
  return {
    type: "s3:bucket",
    arn: `arn:aws:s3:::${Bucket}`,
    id: Bucket,
    record: recordOf(clients, wish, {
      service: "s3",
      event: "CreateBucket",
      request: { bucketName: Bucket, ...(location === undefined ? {} : configured) },
      response: null,
    }),
  };
};

/** A database that is available. */
export const makeDatabase: Make = async (clients, wish) => {
  const { DBInstance } = await clients.of(RDSClient).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: wish.name,
      DBInstanceClass: "db.m5.large",
      Engine: "postgres",
      AllocatedStorage: 20,
      MasterUsername: "ada",
      MasterUserPassword: "not-a-secret",
      Tags: tagList(wish.tags),
    }),
  );
  const arn = given(DBInstance?.DBInstanceArn);
  const facts = {
    dBInstanceIdentifier: wish.name,
    dBInstanceClass: "db.m5.large",
    engine: "postgres",
    allocatedStorage: 20,
    masterUsername: "ada",
  };
  return {
    type: "rds:db",
    arn,
    id: wish.name,
    record: recordOf(clients, wish, {
      service: "rds",
      event: "CreateDBInstance",
      request: { ...facts, masterUserPassword: "****", tags: loggedTags(wish.tags) },
      response: {
        ...facts,
        dBInstanceArn: arn,
        dBInstanceStatus: "creating",
        multiAZ: false,
        storageType: "gp2",
        licenseModel: "postgresql-license",
      },
    }),
  };
};

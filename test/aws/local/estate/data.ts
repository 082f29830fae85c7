import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateRepositoryCommand, DeleteRepositoryCommand, ECRClient } from "@aws-sdk/client-ecr";
import { CreateFileSystemCommand, DeleteFileSystemCommand, EFSClient } from "@aws-sdk/client-efs";
import { CreateDBInstanceCommand, DeleteDBInstanceCommand, RDSClient } from "@aws-sdk/client-rds";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  PutBucketTaggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { given, type Maker, nameOf, TAG_LIST } from "./maker.ts";

const tagged = (isTagged: boolean) => (isTagged ? { Tags: TAG_LIST } : {});

export const data: readonly Maker[] = [
  {
    type: "s3:bucket",
    async make(clients, name, isTagged) {
      const client = clients.of(S3Client);
      const LocationConstraint = "eu-central-1";
      await client.send(
        new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: { LocationConstraint } }),
      );
      const Tagging = { TagSet: TAG_LIST };
      if (isTagged) await client.send(new PutBucketTaggingCommand({ Bucket: name, Tagging }));
      return `arn:aws:s3:::${name}`;
    },
    remove: (clients, arn) => clients.of(S3Client).send(new DeleteBucketCommand({ Bucket: nameOf(arn) })),
  },
  {
    type: "rds:db",
    async make(clients, name, isTagged) {
      const { DBInstance } = await clients.of(RDSClient).send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: name,
          DBInstanceClass: "db.t3.micro",
          Engine: "postgres",
          AllocatedStorage: 20,
          MasterUsername: "ada",
          MasterUserPassword: "not-a-secret",
          ...tagged(isTagged),
        }),
      );
      return given(DBInstance?.DBInstanceArn);
    },
    remove: (clients, arn) =>
      clients
        .of(RDSClient)
        .send(new DeleteDBInstanceCommand({ DBInstanceIdentifier: nameOf(arn), SkipFinalSnapshot: true })),
  },
  {
    type: "dynamodb:table",
    async make(clients, name, isTagged) {
      const { TableDescription } = await clients.of(DynamoDBClient).send(
        new CreateTableCommand({
          TableName: name,
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          BillingMode: "PAY_PER_REQUEST",
          ...tagged(isTagged),
        }),
      );
      return given(TableDescription?.TableArn);
    },
    remove: (clients, arn) =>
      clients.of(DynamoDBClient).send(new DeleteTableCommand({ TableName: nameOf(arn) })),
  },
  {
    type: "ecr:repository",
    async make(clients, name, isTagged) {
      const tags = isTagged ? TAG_LIST : [];
      const { repository } = await clients
        .of(ECRClient)
        .send(new CreateRepositoryCommand({ repositoryName: name, tags }));
      return given(repository?.repositoryArn);
    },
    remove: (clients, arn) =>
      clients.of(ECRClient).send(new DeleteRepositoryCommand({ repositoryName: nameOf(arn) })),
  },
  {
    type: "elasticfilesystem:file-system",
    async make(clients, name, isTagged) {
      const { FileSystemArn } = await clients
        .of(EFSClient)
        .send(new CreateFileSystemCommand({ CreationToken: name, ...tagged(isTagged) }));
      return given(FileSystemArn);
    },
    remove: (clients, arn) =>
      clients.of(EFSClient).send(new DeleteFileSystemCommand({ FileSystemId: nameOf(arn) })),
  },
];

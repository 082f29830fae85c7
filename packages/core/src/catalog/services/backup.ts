import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** AWS Backup. */
export const backup: Service = {
  source: "backup.amazonaws.com",
  creations: [
    {
      event: "CreateBackupVault",
      type: "backup:backup-vault",
      priority: 3,
      id: "response.backupVaultName",
      arn: "response.backupVaultArn",
      tags: [map("request.backupVaultTags")],
    },
    {
      event: "CreateBackupPlan",
      type: "backup:backup-plan",
      priority: 4,
      id: "response.backupPlanId",
      arn: "response.backupPlanArn",
      tags: [map("request.backupPlanTags")],
    },
    untaggable("CreateBackupSelection", "backup:backup-selection", "response.selectionId"),
    untaggable("StartBackupJob", "backup:backup-job", "response.backupJobId"),
    untaggable("StartRestoreJob", "backup:restore-job", "response.restoreJobId"),
    untaggable("StartCopyJob", "backup:copy-job", "response.copyJobId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags"), "request.tagKeyList"),
  endings: [
    ending(
      "DeleteBackupVault",
      "request.backupVaultName",
      "backup:backup-vault",
      "arn:{partition}:backup:{region}:{account}:backup-vault:{id}",
    ),
    ending("DeleteBackupPlan", "response.backupPlanArn"),
  ],
  liveTags: usualTags("backup", { read: "ListTags" }),
};

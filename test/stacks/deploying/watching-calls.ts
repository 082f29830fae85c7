import { type Calls, OURS } from "./calls-of-type.ts";

const events = {
  on: [
    `arn:aws:events:REGION:ACCOUNT:rule/${OURS}-*`,
    `arn:aws:events:REGION:ACCOUNT:rule/${OURS}/*`,
    `arn:aws:events:REGION:ACCOUNT:event-bus/${OURS}*`,
  ],
};
const mails = { on: [`arn:aws:ses:REGION:ACCOUNT:configuration-set/${OURS}`] };
const topic = { on: [`arn:aws:sns:REGION:ACCOUNT:${OURS}-*`] };

/** For what hears, watches and tells. */
export const WATCHING_CALLS: Readonly<Record<string, Calls>> = {
  "aws:cloudwatch/dashboard:Dashboard": {
    on: [`arn:aws:cloudwatch::ACCOUNT:dashboard/${OURS}`],
    actions: ["cloudwatch:DeleteDashboards", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard"],
  },
  "aws:cloudwatch/eventBus:EventBus": {
    ...events,
    actions: [
      "events:CreateEventBus",
      "events:DeleteEventBus",
      "events:DescribeEventBus",
      "events:ListTagsForResource",
      "events:TagResource",
      "events:UntagResource",
      "events:UpdateEventBus",
    ],
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    ...events,
    actions: ["events:DescribeEventBus", "events:PutPermission", "events:RemovePermission"],
  },
  "aws:cloudwatch/eventRule:EventRule": {
    ...events,
    actions: [
      "events:DeleteRule",
      "events:DescribeRule",
      "events:DisableRule",
      "events:EnableRule",
      "events:ListTagsForResource",
      "events:PutRule",
      "events:TagResource",
      "events:UntagResource",
    ],
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    ...events,
    actions: ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    on: [
      `arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/${OURS}-*`,
      `arn:aws:logs:REGION:ACCOUNT:log-group:/aws/vendedlogs/apis/${OURS}-*`,
    ],
    actions: [
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:DeleteRetentionPolicy",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    on: [`arn:aws:cloudwatch:REGION:ACCOUNT:alarm:${OURS}-*`],
    actions: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
    ],
  },
  "aws:sesv2/configurationSet:ConfigurationSet": {
    ...mails,
    actions: [
      "ses:CreateConfigurationSet",
      "ses:DeleteConfigurationSet",
      "ses:GetConfigurationSet",
      "ses:ListTagsForResource",
      "ses:PutConfigurationSetDeliveryOptions",
      "ses:PutConfigurationSetReputationOptions",
      "ses:PutConfigurationSetSuppressionOptions",
      "ses:TagResource",
      "ses:UntagResource",
    ],
  },
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": {
    ...mails,
    actions: [
      "ses:CreateConfigurationSetEventDestination",
      "ses:DeleteConfigurationSetEventDestination",
      "ses:GetConfigurationSetEventDestinations",
      "ses:UpdateConfigurationSetEventDestination",
    ],
  },
  "aws:sesv2/emailIdentity:EmailIdentity": {
    // Others in the account may send mail as well: only what the deployment is told to make.
    on: ["arn:aws:ses:REGION:ACCOUNT:identity/IDENTITY"],
    actions: [
      "ses:CreateEmailIdentity",
      "ses:DeleteEmailIdentity",
      "ses:GetEmailIdentity",
      "ses:ListTagsForResource",
      "ses:PutEmailIdentityConfigurationSetAttributes",
      "ses:PutEmailIdentityDkimSigningAttributes",
      "ses:TagResource",
      "ses:UntagResource",
    ],
  },
  "aws:sns/topic:Topic": {
    ...topic,
    actions: [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sns:SetTopicAttributes",
      "sns:TagResource",
      "sns:UntagResource",
    ],
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    ...topic,
    actions: ["sns:GetTopicAttributes", "sns:SetTopicAttributes"],
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    ...topic,
    actions: [
      "sns:GetSubscriptionAttributes",
      "sns:SetSubscriptionAttributes",
      "sns:Subscribe",
      "sns:Unsubscribe",
    ],
  },
};

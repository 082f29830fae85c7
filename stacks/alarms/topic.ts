import type { Told } from "../told.ts";

/** The topic on which alarms call, those of member accounts included, and who hears them by mail. */
export function alarmTopic({ names, home, members, alarmEmail }: Told): aws.sns.Topic {
  const topic = new aws.sns.Topic("Alarms", { name: `${names.ours}-alarms` });
  new aws.sns.TopicPolicy("AlarmsPolicy", {
    arn: topic.arn,
    policy: topic.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: arn,
            Condition: { StringEquals: { "aws:SourceAccount": [home.account, ...members] } },
          },
          {
            Sid: "OnlyWithTls",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    ),
  });
  if (alarmEmail !== null) {
    new aws.sns.TopicSubscription("AlarmsByMail", {
      topic: topic.arn,
      protocol: "email",
      endpoint: alarmEmail,
    });
  }
  return topic;
}

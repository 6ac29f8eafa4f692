/** What wakes somebody: messages nobody could process, tasks that wait too long, errors of the API, and money. */
import { api } from './api.ts';
import { componentName, queues } from './queues.ts';
import { monthlyBudget, operatorEmail } from './stage.ts';

const topic = new aws.sns.Topic('Alarms', { kmsMasterKeyId: 'alias/aws/sns' });
if (operatorEmail !== undefined)
  new aws.sns.TopicSubscription('AlarmMail', { topic: topic.arn, protocol: 'email', endpoint: operatorEmail });

type Alarm = {
  name: string;
  metric: string;
  namespace: string;
  dimensions: Record<string, $util.Input<string>>;
  threshold: number;
  statistic: string;
};

const alarm = ({ name, metric, namespace, dimensions, threshold, statistic }: Alarm) =>
  new aws.cloudwatch.MetricAlarm(name, {
    comparisonOperator: 'GreaterThanThreshold',
    evaluationPeriods: 1,
    metricName: metric,
    namespace,
    dimensions,
    period: 300,
    statistic,
    threshold,
    treatMissingData: 'notBreaching',
    alarmActions: [topic.arn],
  });

for (const { task, queue, dead } of Object.values(queues)) {
  const name = componentName(task.id);
  alarm({
    name: `${name}DeadAlarm`,
    metric: 'ApproximateNumberOfMessagesVisible',
    namespace: 'AWS/SQS',
    dimensions: { QueueName: dead.nodes.queue.name },
    threshold: 0,
    statistic: 'Maximum',
  });
  alarm({
    name: `${name}AgeAlarm`,
    metric: 'ApproximateAgeOfOldestMessage',
    namespace: 'AWS/SQS',
    dimensions: { QueueName: queue.nodes.queue.name },
    threshold: 900,
    statistic: 'Maximum',
  });
}

alarm({
  name: 'ApiErrorAlarm',
  metric: '5xx',
  namespace: 'AWS/ApiGateway',
  dimensions: { ApiId: api.nodes.api.id },
  threshold: 5,
  statistic: 'Sum',
});

export const budget = new aws.budgets.Budget('Budget', {
  budgetType: 'COST',
  limitAmount: monthlyBudget,
  limitUnit: 'USD',
  timeUnit: 'MONTHLY',
  costFilters: [{ name: 'TagKeyValue', values: ['user:app$foothold'] }],
  ...(operatorEmail !== undefined && {
    notifications: [
      {
        comparisonOperator: 'GREATER_THAN',
        threshold: 80,
        thresholdType: 'PERCENTAGE',
        notificationType: 'ACTUAL',
        subscriberEmailAddresses: [operatorEmail],
      },
    ],
  }),
});

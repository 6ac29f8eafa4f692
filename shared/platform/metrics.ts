/**
 * Counters and durations: Prometheus text locally (`/metrics`), CloudWatch Embedded Metric Format in the cloud. Labels are
 * routes and task ids, never a person.
 */
import { MetricUnit, Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = {
  request(route: string, result: { status: number; ms: number }): void;
  task(id: string, result: { outcome: 'done' | 'failed'; ms: number }): void;
  /** A reading of a source of postings: `read`, `unchanged`, or the code of its failure. */
  source(id: string, outcome: string): void;
  /** Prometheus text; undefined where metrics leave another way. */
  render(): Promise<string | undefined>;
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export const createMetrics = (mode: 'local' | 'cloud'): Metrics => (mode === 'local' ? prometheus() : embedded());

function prometheus(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  if (registry) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'foothold_request_seconds',
    help: 'HTTP requests',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const tasks = new Histogram({
    name: 'foothold_task_seconds',
    help: 'Tasks',
    labelNames: ['task', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const readings = new Counter({
    name: 'foothold_source_readings_total',
    help: 'Readings of sources of postings',
    labelNames: ['source', 'outcome'],
    registers,
  });
  const errors = new Counter({
    name: 'foothold_errors_total',
    help: 'Answers of 500 and above',
    labelNames: ['route'],
    registers,
  });
  return {
    request(route, { status, ms }) {
      requests.observe({ route, status: String(status) }, ms / 1000);
      if (status >= 500) errors.inc({ route });
    },
    task: (task, { outcome, ms }) => tasks.observe({ task, outcome }, ms / 1000),
    source: (source, outcome) => readings.inc({ source, outcome }),
    render: async () => registry?.metrics(),
  };
}

function embedded(): Metrics {
  const record = (dimensions: Record<string, string>, values: Record<string, number>) => {
    const metrics = new PowertoolsMetrics({ namespace: 'Foothold', serviceName: 'foothold' });
    metrics.addDimensions(dimensions);
    for (const [name, value] of Object.entries(values))
      metrics.addMetric(name, name.endsWith('Ms') ? MetricUnit.Milliseconds : MetricUnit.Count, value);
    metrics.publishStoredMetrics();
  };
  return {
    request: (route, { status, ms }) => record({ route }, { RequestMs: ms, ServerErrors: status >= 500 ? 1 : 0 }),
    task: (task, { outcome, ms }) => record({ task }, { TaskMs: ms, TaskFailures: outcome === 'failed' ? 1 : 0 }),
    source: (source, outcome) =>
      record({ source }, { SourceReadings: 1, SourceFailures: outcome === 'read' || outcome === 'unchanged' ? 0 : 1 }),
    render: async () => undefined,
  };
}

/** The one table and the one bucket; both private, encrypted, recoverable. */
import { domain, production } from './stage.ts';

export const table = new sst.aws.Dynamo('Table', {
  fields: { pk: 'string', sk: 'string', gsi1pk: 'string', gsi1sk: 'string' },
  primaryIndex: { hashKey: 'pk', rangeKey: 'sk' },
  globalIndexes: { gsi1: { hashKey: 'gsi1pk', rangeKey: 'gsi1sk' } },
  ttl: 'ttl',
  deletionProtection: production,
  transform: {
    table: (args) => {
      args.billingMode = 'PAY_PER_REQUEST';
      args.serverSideEncryption = { enabled: true };
      args.pointInTimeRecovery = { enabled: true };
    },
  },
});

export const bucket = new sst.aws.Bucket('Files', {
  enforceHttps: true,
  // Browsers post resumes straight to the bucket, a signed policy says what may be posted, and get large ones by a signed
  // address to draw their pages.
  cors: {
    allowMethods: ['GET', 'POST'],
    allowOrigins: [domain === undefined ? '*' : `https://${domain}`],
    allowHeaders: ['content-type'],
    maxAge: '10 minutes',
  },
  lifecycle: [{ id: 'generated-temporary', prefix: 'tmp/', expiresIn: '1 day' }],
  transform: {
    bucket: (args) => {
      args.serverSideEncryptionConfiguration = {
        rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' }, bucketKeyEnabled: true },
      };
    },
  },
});

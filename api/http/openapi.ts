/** OpenAPI 3.1 from the contract: complete by construction. */
import { z } from 'zod';
import { accessOf, type EndpointDefinition, ErrorBody, fullPath, isBinary, statusOf } from '#shared/kernel/endpoint.ts';

type Contract = Readonly<Record<string, Readonly<Record<string, EndpointDefinition>>>>;
type Schema = Record<string, unknown>;

/** The calls outside the contract's grammar: they belong to the server itself. */
const plain = (operationId: string, options: { summary: string; type: string; schema: Schema; down?: boolean }) => {
  const answer = (description: string) => ({ description, content: { [options.type]: { schema: options.schema } } });
  return {
    get: {
      operationId,
      tags: ['server'],
      summary: options.summary,
      security: [],
      responses: { 200: answer('Done'), ...(options.down && { 503: answer('A store or a queue does not answer') }) },
    },
  };
};
const STATUS = { type: 'object', required: ['status'], properties: { status: { enum: ['ok', 'down'] } } };
const UNCOUNTED = {
  '/api/v1/health': plain('server.health', {
    summary: 'Whether stores and queues answer.',
    type: 'application/json',
    schema: STATUS,
    down: true,
  }),
  '/api/v1/openapi.json': plain('server.openapi', {
    summary: 'This description.',
    type: 'application/json',
    schema: { type: 'object' },
  }),
  '/api/v1/docs': plain('server.docs', {
    summary: 'This description as a page.',
    type: 'text/html',
    schema: { type: 'string' },
  }),
};

/** The whole document; built once per process. */
export function openapi(contract: Contract, options: { version: string; url: string }): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [concept, endpoints] of Object.entries(contract))
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = fullPath(endpoint);
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, { concept, name }) };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foothold',
      version: options.version,
      description: 'Reads resumes, finds jobs, writes truthful documents, fills forms.',
    },
    servers: [{ url: options.url }],
    paths: { ...paths, ...UNCOUNTED },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token of /login, or an extension token' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'foothold',
          description: 'The portal; unsafe calls also need x-csrf-token',
        },
      },
      schemas: { Error: jsonSchema(ErrorBody, 'output') },
    },
  };
}

function operation(endpoint: EndpointDefinition, { concept, name }: { concept: string; name: string }): Schema {
  const statuses = endpoint.status ?? [statusOf(endpoint)];
  return {
    operationId: `${concept}.${name}`,
    tags: [concept],
    summary: endpoint.summary,
    security: accessOf(endpoint) === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    ...(endpoint.errors && { description: `Errors: ${endpoint.errors.join(', ')}` }),
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...(endpoint.body && { requestBody: { required: true, content: content(endpoint.body, 'input') } }),
    responses: {
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          { description: 'Done', ...(endpoint.response && { content: content(endpoint.response, 'output') }) },
        ]),
      ),
      default: {
        description: 'Error',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function parameters(place: 'path' | 'query', fields: z.ZodObject | undefined): Schema[] {
  if (fields === undefined) return [];
  const schema = jsonSchema(fields, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required?.includes(name) ?? false),
    schema: property,
  }));
}

function content(shape: NonNullable<EndpointDefinition['body']>, io: 'input' | 'output'): Schema {
  if (!isBinary(shape)) return { 'application/json': { schema: jsonSchema(shape, io) } };
  const multipart = shape.binary.startsWith('multipart/');
  const schema = multipart
    ? {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      }
    : { type: 'string', contentMediaType: shape.binary };
  return { [shape.binary]: { schema } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

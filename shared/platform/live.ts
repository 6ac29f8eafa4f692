/**
 * Pushes to open WebSockets through the API Gateway management client; locally the same client talks to
 * `/@connections/{id}` on our own server.
 */
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';

export type Live = {
  /** False when the connection is gone and its row can be deleted. */
  push(connectionId: string, message: unknown): Promise<boolean>;
  close(connectionId: string): Promise<void>;
};

export function createLive(endpoint: string | undefined): Live {
  if (endpoint === undefined) return { push: async () => true, close: async () => {} };
  const client = new ApiGatewayManagementApiClient({ endpoint, maxAttempts: 2 });
  return {
    async push(connectionId, message) {
      try {
        await client.send(
          new PostToConnectionCommand({
            ConnectionId: connectionId,
            Data: new TextEncoder().encode(JSON.stringify(message)),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof GoneException) return false;
        throw error;
      }
    },
    async close(connectionId) {
      await client.send(new DeleteConnectionCommand({ ConnectionId: connectionId })).catch(() => {});
    },
  };
}

/** API Gateway's WebSocket routes: `$connect` redeems the ticket and checks the origin, `$disconnect` forgets. */
import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { coreOfProcess } from './consume.ts';

type ConnectEvent = APIGatewayProxyWebsocketEventV2 & {
  headers?: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined>;
};

export const handler = async (event: ConnectEvent): Promise<APIGatewayProxyResultV2> => {
  const { notifications } = coreOfProcess();
  const { connectionId, routeKey } = event.requestContext;
  if (routeKey === '$disconnect') {
    await notifications.disconnect(connectionId);
    return { statusCode: 200 };
  }
  if (routeKey !== '$connect') return { statusCode: 200, body: '"pong"' };
  try {
    const origin = event.headers?.Origin ?? event.headers?.origin;
    await notifications.redeem({ ticket: event.queryStringParameters?.ticket ?? '', connectionId, origin });
    return { statusCode: 200 };
  } catch {
    return { statusCode: 401 };
  }
};

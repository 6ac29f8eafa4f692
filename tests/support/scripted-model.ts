/** An OpenAI-compatible server that says what a test tells it to, and remembers what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Question = { model: string; system: string; user: string; maxTokens: number; messages: number };
/** A text is the model's answer; a number the HTTP status of a failure; `hang` never answers. */
export type Script = (question: Question) => string | number | 'hang';

export type ScriptedModel = {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  readonly asked: Question[];
  /** Sets what is answered from now on; `tokens` is what each answer says it cost. */
  script(script: Script, options?: { tokens?: number }): void;
  close(): Promise<void>;
};

type Body = { model: string; max_tokens: number; messages: { role: string; content: string }[] };

export async function startScriptedModel(): Promise<ScriptedModel> {
  const asked: Question[] = [];
  let script: Script = () => 500;
  let tokens = 100;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { model, max_tokens, messages } = JSON.parse(Buffer.concat(parts).toString()) as Body;
      const [system, user] = messages.map((m) => m.content);
      const question = {
        model,
        system: system ?? '',
        user: user ?? '',
        maxTokens: max_tokens,
        messages: messages.length,
      };
      asked.push(question);
      const answer = script(question);
      if (answer === 'hang') return;
      if (typeof answer === 'number') return void response.writeHead(answer).end('{"error":{"message":"scripted"}}');
      response.writeHead(200, { 'content-type': 'application/json' });
      const choice = { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: answer } };
      response.end(
        JSON.stringify({
          id: 'scripted',
          object: 'chat.completion',
          created: 0,
          model,
          choices: [choice],
          usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
        }),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    script(next, options = {}) {
      script = next;
      tokens = options.tokens ?? 100;
      asked.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

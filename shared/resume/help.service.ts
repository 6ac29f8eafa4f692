/**
 * Asks a model, where there is one, about what reading by rules left out or doubts. The reading stands without it: an
 * outage, an empty budget or 20 s without an answer leave everything as it was read, and say so.
 */
import type { Llm } from '#shared/platform/llm.ts';
import { HelpAnswer, helpPrompt } from './help.prompt.ts';
import { doubtsOf } from './help.rules.ts';
import { withHelp } from './help-check.rules.ts';
import type { Reading } from './resume.schema.ts';

/** The whole of it, retries and repair included; a person is waiting. */
const DEADLINE_MS = 20_000;
const ANSWER_TOKENS = 1500;

export type Help = (reading: Reading, file: { owner: string; asOf: string }) => Promise<Reading>;

/** The reading with what a model adds and the file bears out. Without doubts or without a model nothing is asked. */
export function createHelp({
  llm,
  model,
  deadlineMs = DEADLINE_MS,
}: {
  llm: Llm;
  model: string;
  deadlineMs?: number;
}): Help {
  return async (reading, { owner, asOf }) => {
    const doubts = llm.enabled ? doubtsOf(reading) : undefined;
    if (doubts === undefined) return reading;
    const answer = await llm.complete({
      owner,
      ...helpPrompt(reading, doubts),
      schema: HelpAnswer,
      maxTokens: ANSWER_TOKENS,
      deadlineMs,
    });
    const asked = { model, tokens: 0, cached: false, fields: [], rejected: 0 };
    if (!answer.ok) {
      if (answer.reason === 'off') return reading;
      return { ...reading, ai: { ...asked, tokens: answer.tokens ?? 0, failed: answer.reason } };
    }
    const { tokens, cached, value } = answer;
    const { reading: helped, fields, rejected } = withHelp(reading, { doubts, answer: value, asOf });
    return { ...helped, ai: { ...asked, tokens, cached, fields, rejected } };
  };
}

import { askQuestions } from '#shared/feed/feed.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(askQuestions, { run: (core, payload) => core.feeds.askQuestions(payload) });

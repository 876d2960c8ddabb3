import { setImmediate as nextTurn } from 'node:timers/promises';
import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import express, { type Router } from 'express';
import { z } from 'zod';
import { API_VERSION } from '../api/openapi.ts';
import { day } from '../api/schemas/basics.ts';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { asProblem } from '../problems/as-problem.ts';
import { Problem, problemDocument } from '../problems/problem.ts';
import { schemeIds, tools } from './tools.ts';

/** Names of this machine itself, under which no page of another origin can ask. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];
const MAX_BODY = 256 * 1024;
/** Questions of one request: clients of the protocol before 2025-06 may send several together, which count as one. */
const MAX_QUESTIONS = 10;

/**
 * The Model Context Protocol over streamable HTTP, stateless: every request is answered by a server of its own, nothing is
 * kept between two. The Host and the Origin are checked, so that no page elsewhere reaches a site on this machine.
 */
export function mcpRoutes(deps: Deps): Router {
  const router = express.Router();
  const hosts = [new URL(deps.origin).hostname, ...loopback];
  const hostAllowed = hostHeaderValidation(hosts);
  const originAllowed = originValidation(hosts);
  const handler = createMcpHandler(() => serverFor(deps), {
    maxRequestBodySize: MAX_BODY,
    // Nothing here ever notifies: a stream that is held open would only cost.
    maxSubscriptions: 1,
    onerror: (error) => deps.log.warn({ err: error }, 'a request to /mcp was refused'),
  });
  const handle = toNodeHandler(handler);
  router.all('/', async (req, res) => {
    res.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    if (!hostAllowed(req, res) || !originAllowed(req, res)) return;
    await handle(req, res);
  });
  return router;
}

function serverFor(deps: Deps): McpServer {
  const sample = deps.isSample();
  const server = new McpServer(
    {
      name: 'aipower',
      title: sample ? '人工智慧服務能量登錄：虛構示範資料' : '人工智慧服務能量登錄',
      version: API_VERSION,
      websiteUrl: deps.origin,
      description: `Read-only questions to the register of AI service capability of Taiwan${sample ? ' (FICTIONAL SAMPLE: decide nothing on it)' : ''}. Origin of the software: the open-source project aipower (MIT licence), written in TypeScript and run by the operator of ${deps.origin}; it holds no language model, calls no other service, and speaks through the official TypeScript SDK of the protocol (@modelcontextprotocol/server).`,
    },
    {
      // Stateless: nobody could be told that the list changed.
      capabilities: { tools: { listChanged: false } },
      instructions: `Days are YYYY-MM-DD in Taipei. "unverifiable" means that something cannot be verified, "unknown" that it is to be confirmed; never report them as no. Schemes: ${schemeIds.join(', ')}.`,
    },
  );
  let asked = 0;
  let before: Promise<unknown> = Promise.resolve();
  /** Questions that came together are answered one after the other, and others have their turn in between. */
  const inTurn = <T>(step: () => T): Promise<Awaited<T>> => {
    if (++asked > MAX_QUESTIONS) throw new Problem('body-too-large', { members: { limit: MAX_QUESTIONS } });
    const done = before.then(() => nextTurn()).then(step) as Promise<Awaited<T>>;
    before = done.catch(() => undefined);
    return done;
  };
  for (const { name, title, description, input, output, answer } of tools) {
    const outputSchema = z.object({
      asOf: day.describe('The day in Taipei on which it was answered.'),
      sample: z.boolean().describe('True while the register holds the fictional sample.'),
      answer: output,
    });
    const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
    const config = { title, description, inputSchema: input, outputSchema, annotations };
    server.registerTool(name, config, async (given: unknown) => {
      const today = taipeiToday(deps.clock);
      try {
        const structuredContent = {
          asOf: today,
          sample,
          answer: plain(await inTurn(() => answer(given as never, deps, today))),
        };
        return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
      } catch (error) {
        return refusal(error, deps);
      }
    });
  }
  return server;
}

/** As JSON would carry it: what is undefined is left out, as the schemas have it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A question that has no answer, told so that the model can ask better: the problem the API would answer with. */
function refusal(error: unknown, deps: Deps) {
  const problem = asProblem(error, { destroyed: false } as never);
  if (problem.type === 'internal-error') deps.log.error({ err: error }, 'a tool of /mcp failed');
  const { instance: _, ...told } = problemDocument(problem, { origin: deps.origin, language: 'en', requestId: '' });
  return { isError: true, content: [{ type: 'text' as const, text: JSON.stringify(told) }] };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A chat that takes messages: the addresses of its webhooks, and what was posted to each. */
export interface Webhooks extends AsyncDisposable {
  readonly secrets: { readonly SLACK_WEBHOOK_URL: string; readonly TEAMS_WEBHOOK_URL: string };
  readonly slack: readonly SlackMessage[];
  readonly teams: readonly TeamsMessage[];
}

/** What an incoming webhook of Slack takes. */
interface SlackMessage {
  readonly text: string;
}

/** What a workflow of Teams takes: a message with one adaptive card. */
interface TeamsMessage {
  readonly type: 'message';
  readonly attachments: readonly {
    readonly contentType: string;
    readonly content: { readonly body: readonly { readonly text: string }[]; readonly actions: readonly object[] };
  }[];
}

export async function openWebhooks(): Promise<Webhooks> {
  const slack: SlackMessage[] = [];
  const teams: TeamsMessage[] = [];
  const server = createServer(async (request, response) => {
    const message = JSON.parse(await text(request));
    if (request.url === '/hook/slack') slack.push(message);
    else if (request.url === '/hook/teams') teams.push(message);
    else response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    secrets: { SLACK_WEBHOOK_URL: `${address}/hook/slack`, TEAMS_WEBHOOK_URL: `${address}/hook/teams` },
    slack,
    teams,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

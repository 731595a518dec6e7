import { z } from "zod";
import { AdapterError } from "../../src/core/adapter.ts";
import type { TeamsConfig } from "./config.ts";

const publicLogin = "https://login.microsoftonline.com";
const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * The bot's own token, by the client credentials grant of OAuth 2.0 (RFC 6749, 4.4), kept until five minutes before it
 * ends. Own code, since the SDK's library prints what it sends, retries on its own and accepts no loopback authority.
 */
export function botToken(config: TeamsConfig): (scope: string | string[]) => Promise<string> {
  const login = config.endpoints?.loginEndpoint ?? publicLogin;
  const now = config.now ?? Date.now;
  const kept = new Map<string, { readonly until: number; readonly token: Promise<string> }>();
  return (scopes) => {
    const scope = [scopes].flat().join(" ");
    const last = kept.get(scope);
    if (last && now() < last.until) return last.token;
    const token = ask(`${login}/${config.tenantId}/oauth2/v2.0/token`, config, scope).then(
      (answer) => {
        kept.set(scope, {
          until: now() + Math.max(0, answer.seconds - 300) * 1000,
          token: Promise.resolve(answer.token),
        });
        return answer.token;
      },
      (error: unknown) => {
        kept.delete(scope);
        throw error;
      },
    );
    // Until the answer says how long it holds, whoever comes shares the question.
    kept.set(scope, { until: Infinity, token });
    return token;
  };
}

async function ask(url: string, { clientId, clientSecret, log }: TeamsConfig, scope: string) {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret, scope };
  try {
    const body = new URLSearchParams(form);
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) {
      log("teams.token.refused", { status: response.status });
      throw new AdapterError("unreachable");
    }
    const { access_token: token, expires_in: seconds } = granted.parse(await response.json());
    return { token, seconds };
  } catch {
    // Neither the question nor the answer may appear in an error: both carry secrets.
    throw new AdapterError("unreachable");
  }
}

import { resolve } from "node:path";
import { z } from "zod";
import type { Problem } from "./core/model.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const filled = z.string().min(1);

const environment = z.object({
  PORT: port.default(3000),
  HOST: filled.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CHARTER_DATA: filled.default("data"),
  CHARTER_SECRET: filled.optional(),
  CHARTER_FILE: filled.optional(),
  CHARTER_URL: url.transform((written) => written.replace(/\/+$/, "")).optional(),
  SLACK_BOT_TOKEN: filled.optional(),
  SLACK_SIGNING_SECRET: filled.optional(),
  SLACK_APP_TOKEN: filled.optional(),
  SLACK_API_URL: url.optional(),
  TEAMS_CLIENT_ID: filled.optional(),
  TEAMS_CLIENT_SECRET: filled.optional(),
  TEAMS_TENANT_ID: filled.optional(),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .transform((hosts) => hosts.split(",").map((host) => host.trim()))
    .optional(),
  TEAMS_LOGIN_URL: url.optional(),
  TEAMS_OPENID_URL: url.optional(),
  TEAMS_TOKEN_ISSUER: filled.optional(),
  TEAMS_SERVICE_URL: url.optional(),
  DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: z.string().optional(),
});

/** Everything that the environment says, read once. */
export interface Config {
  readonly port: number;
  /** Null: this machine only while nothing but the playground listens, else every address. */
  readonly host: string | null;
  readonly database: { readonly url: string; readonly secret: string } | { readonly folder: string };
  readonly charterFile: string | null;
  /** The address at which people reach this server, without a slash at the end. */
  readonly address: string | null;
  readonly playground: boolean;
  readonly slack: SlackSettings | null;
  readonly teams: TeamsSettings | null;
}
interface SlackSettings {
  readonly botToken: string;
  readonly apiUrl?: string;
  readonly transport:
    { readonly mode: "http"; readonly signingSecret: string } | { readonly mode: "socket"; readonly appToken: string };
}
interface TeamsSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  readonly serviceHosts?: readonly string[];
  readonly endpoints: {
    readonly issuer?: string;
    readonly openIdMetadataUrl?: string;
    readonly loginEndpoint?: string;
    readonly serviceUrl?: string;
  };
}

/** Reads the environment and the flags; or says all that is wrong with them at once. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): { ok: true; config: Config } | { ok: false; problems: readonly Problem[] } {
  // An empty variable is one that is not set: that is how .env files and containers leave things out.
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({ field: path.join("."), text: message }));
    return { ok: false, problems };
  }
  const values = read.data;
  const problems: Problem[] = [];
  const unknown = flags.filter((flag) => flag !== "--playground");
  for (const flag of unknown) problems.push({ field: flag, text: "There is no such flag; there is --playground." });
  if (values.DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS !== undefined) {
    problems.push({
      field: "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS",
      text: "Remove it: Charter never takes requests that nobody signed.",
    });
  }
  const slack = readSlack(values, problems);
  const teams = readTeams(values, problems);
  if (values.DATABASE_URL && !values.CHARTER_SECRET) {
    problems.push({
      field: "CHARTER_SECRET",
      text: "With DATABASE_URL it must hold at least 32 bytes in base64, the same on every instance: openssl rand -base64 32",
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const config: Config = {
    port: values.PORT,
    host: values.HOST ?? null,
    database: values.DATABASE_URL
      ? { url: values.DATABASE_URL, secret: values.CHARTER_SECRET ?? "" }
      : { folder: resolve(values.CHARTER_DATA) },
    charterFile: values.CHARTER_FILE ?? null,
    address: values.CHARTER_URL ?? null,
    playground: flags.includes("--playground") || (!slack && !teams),
    slack,
    teams,
  };
  return { ok: true, config };
}

type Values = z.infer<typeof environment>;

function readSlack(values: Values, problems: Problem[]): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = values;
  if (!botToken && !signingSecret && !appToken) return null;
  if (!botToken) problems.push({ field: "SLACK_BOT_TOKEN", text: "It is needed beside the other SLACK_ variables." });
  if (!signingSecret && !appToken) {
    problems.push({ field: "SLACK_SIGNING_SECRET", text: "Set it for HTTP, or SLACK_APP_TOKEN for Socket Mode." });
  }
  if (!botToken) return null;
  const common = { botToken, ...given({ apiUrl: values.SLACK_API_URL }) };
  if (appToken) return { ...common, transport: { mode: "socket", appToken } };
  return signingSecret ? { ...common, transport: { mode: "http", signingSecret } } : null;
}

function readTeams(values: Values, problems: Problem[]): TeamsSettings | null {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: clientSecret, TEAMS_TENANT_ID: tenantId } = values;
  const needed = { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: clientSecret, TEAMS_TENANT_ID: tenantId };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (missing.length === 3) return null;
  for (const [field] of missing) problems.push({ field, text: "It is needed beside the other TEAMS_ variables." });
  if (!clientId || !clientSecret || !tenantId) return null;
  const endpoints = given({
    issuer: values.TEAMS_TOKEN_ISSUER,
    openIdMetadataUrl: values.TEAMS_OPENID_URL,
    loginEndpoint: values.TEAMS_LOGIN_URL,
    serviceUrl: values.TEAMS_SERVICE_URL,
  });
  return { clientId, clientSecret, tenantId, endpoints, ...given({ serviceHosts: values.TEAMS_SERVICE_HOSTS }) };
}

/** The members that have a value. */
function given<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  // Members that are undefined are left out, which is what the type says.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}

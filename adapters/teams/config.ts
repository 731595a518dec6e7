/** Where a cloud keeps its doors, where it is not the public one. All are URLs without a trailing slash. */
interface TeamsEndpoints {
  /** What a token of the service names as its issuer. */
  readonly issuer?: string;
  readonly openIdMetadataUrl?: string;
  /** Where the bot asks for its own token. */
  readonly loginEndpoint?: string;
  /** Where to speak before any activity has said where. */
  readonly serviceUrl?: string;
}

export interface TeamsConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  /** Hosts (with a port where it is not the usual one) that may be a serviceUrl. Whoever is one receives the bot's token. */
  readonly serviceHosts?: readonly string[];
  readonly endpoints?: TeamsEndpoints;
  /** Whether the environment asks the SDK to let unsigned requests in: the adapter then refuses to start. */
  readonly unauthenticatedRequestsAllowed?: boolean;
  /** Takes names, ids and codes, never words of people. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number | boolean>>) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export const publicIssuer = "https://api.botframework.com";
export const publicOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
export const publicServiceUrl = "https://smba.trafficmanager.net/teams";
const publicServiceHosts: readonly string[] = ["smba.trafficmanager.net"];

/** The hosts to which the bot may send its token. */
export function serviceHostsOf(config: TeamsConfig): readonly string[] {
  if (config.serviceHosts) return config.serviceHosts;
  const own = config.endpoints?.serviceUrl;
  return own === undefined ? publicServiceHosts : [new URL(own).host];
}

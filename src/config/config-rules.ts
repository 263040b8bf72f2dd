import type { GivenSettings, SettingName } from './settings.ts';

/** Known to everybody who reads this file, hence good for the demo and refused elsewhere. */
export const demoSecrets = {
  signing: 'demo-only-secret-for-customer-sign-ins',
  service: 'demo-only-secret-for-links-and-sessions',
};

const isProduction = (given: GivenSettings) => given.NODE_ENV === 'production';

/** The demo runs when asked for, or while nobody has set up customer sign-ins; in production never. */
export function runsAsDemo(given: GivenSettings): boolean {
  if (isProduction(given)) return false;
  if (given.DEMO !== undefined) return given.DEMO === 'true';
  return given.SIGNING_SECRET === undefined && given.CUSTOMER_JWKS_URL === undefined;
}

/** A setting that the other settings make necessary; `otherwise` is the other way out. */
export type Need = { name: SettingName; because: string; otherwise?: string };

/** What must be set, given what is. */
export function neededSettings(given: GivenSettings): Need[] {
  const needs: Need[] = [];
  if (!runsAsDemo(given)) {
    const because = 'Needed outside the demo.';
    if (given.CUSTOMER_JWKS_URL === undefined) {
      needs.push({ name: 'SIGNING_SECRET', because, otherwise: 'set CUSTOMER_JWKS_URL' });
    }
    needs.push({ name: 'SERVICE_SECRET', because }, { name: 'POLICY_FILE', because });
  }
  needs.push(...remoteModelNeeds('MODEL', given.MODEL, 'offline', 'MODEL_BASE_URL'));
  needs.push(...remoteModelNeeds('EMBEDDER', given.EMBEDDER, 'local', 'EMBEDDER_BASE_URL'));
  if (given.SMTP_URL !== undefined)
    needs.push({ name: 'MAIL_FROM', because: 'Needed because SMTP_URL is set.' });
  return needs;
}

function remoteModelNeeds(
  name: 'MODEL' | 'EMBEDDER',
  value: string | undefined,
  builtIn: string,
  baseUrl: 'MODEL_BASE_URL' | 'EMBEDDER_BASE_URL',
): Need[] {
  if (value === undefined || value === builtIn) return [];
  const because = `Needed because ${name}=${value}.`;
  const otherwise = `set ${name}=${builtIn}`;
  return [{ name: value.startsWith('openai:') ? 'OPENAI_API_KEY' : baseUrl, because, otherwise }];
}

/** A value that is well formed and yet cannot be used, with what to do about it where an example would not say it. */
export type Refused = { name: SettingName; wrong: string; fix?: string };

/** What must not be set as it is, given the rest. */
export function refusedSettings(given: GivenSettings): Refused[] {
  const refused: Refused[] = [];
  if (given.DEMO === 'true' && isProduction(given)) {
    refused.push({
      name: 'DEMO',
      wrong: 'is true, which NODE_ENV=production refuses',
      fix: 'remove DEMO, or set NODE_ENV=development',
    });
  }
  if (!runsAsDemo(given)) {
    const wrong = 'is the demo secret, which everybody can read';
    if (given.SIGNING_SECRET?.includes(demoSecrets.signing)) refused.push({ name: 'SIGNING_SECRET', wrong });
    if (given.SERVICE_SECRET?.includes(demoSecrets.service)) refused.push({ name: 'SERVICE_SECRET', wrong });
  }
  if (given.SERVICE_SECRET !== undefined && given.SIGNING_SECRET?.includes(given.SERVICE_SECRET)) {
    refused.push({ name: 'SERVICE_SECRET', wrong: 'is in SIGNING_SECRET too, which other sites know' });
  }
  for (const name of ['MODEL', 'EMBEDDER'] as const) {
    if (given[name] === 'openai:') refused.push({ name, wrong: 'names no model: "openai:"' });
  }
  return refused;
}

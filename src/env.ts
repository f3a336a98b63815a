import { z } from 'zod';

/** A whole number between two bounds, written in digits. */
function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .describe(`a whole number from ${least} to ${most}`);
}

const milliseconds = wholeNumber(1, 600_000).describe('milliseconds, a whole number from 1 to 600000');

/** An http(s) address without user, query or fragment; a slash at its end is dropped. */
const address = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/[?#@]/.test(text))
  .transform((text) => text.replace(/\/+$/, ''))
  .describe('an address such as https://example.com, without user name, query or fragment');

const databaseUrl = z
  .string()
  .refine((text) => /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text))
  .describe('an address such as postgres://user:password@host:5432/database');

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => (list.length === 1 && list[0] === '*') || list.every(isOrigin))
  .describe('"*", or origins separated by commas, such as https://example.com,https://www.example.com');

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const environments = ['production', 'development', 'test'] as const;
const host = z.string().regex(/^[\w.:-]{1,255}$/);
const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');

/** Every setting: its rule, and what it is when nothing is said. What each is for: docs/settings.md. */
const variables = {
  NODE_ENV: z
    .enum(environments)
    .describe(`one of ${environments.join(', ')}`)
    .prefault('production'),
  HOST: host.describe('a host name or an IP address, such as 127.0.0.1 or 0.0.0.0').prefault('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).prefault('4000'),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().describe('a folder').prefault('.data'),
  SITE_URL: address.optional(),
  PUBLIC_URL: address.optional(),
  LOG_LEVEL: z
    .enum(logLevels)
    .describe(`one of ${logLevels.join(', ')}`)
    .prefault('info'),
  CORS_ORIGINS: origins.prefault('*'),
  INDEXING: onOff.describe('"on" or "off"').prefault('on'),
  POOL_MAX: wholeNumber(1, 1_000).prefault('10'),
  POOL_ACQUIRE_TIMEOUT_MS: milliseconds.prefault('1000'),
  STATEMENT_TIMEOUT_MS: milliseconds.prefault('2500'),
  PREPARED_STATEMENTS: onOff.describe('"on" or "off"').prefault('on'),
  HEADERS_TIMEOUT_MS: milliseconds.prefault('10000'),
  REQUEST_TIMEOUT_MS: milliseconds.prefault('15000'),
  DRAIN_DELAY_MS: wholeNumber(0, 600_000).prefault('1000'),
  DRAIN_TIMEOUT_MS: milliseconds.prefault('8000'),
  LIMIT_BODY_BYTES: wholeNumber(1_000, 100_000_000).prefault('102400'),
  LIMIT_DOCUMENT_BYTES: wholeNumber(1_000, 10_000_000).prefault('16384'),
  LIMIT_TOKENS: wholeNumber(100, 1_000_000).prefault('2000'),
  LIMIT_DEPTH: wholeNumber(1, 1_000).prefault('15'),
  LIMIT_ALIASES: wholeNumber(0, 100_000).prefault('30'),
  LIMIT_ROOT_FIELDS: wholeNumber(1, 100_000).prefault('20'),
  LIMIT_DIRECTIVES: wholeNumber(0, 100_000).prefault('50'),
  LIMIT_OPERATIONS: wholeNumber(1, 1_000).prefault('10'),
  LIMIT_ERRORS: wholeNumber(1, 1_000).prefault('5'),
  LIMIT_RESPONSE_BYTES: wholeNumber(1_000, 1_000_000_000).prefault('5242880'),
  LIMIT_DOCUMENT_CACHE_BYTES: wholeNumber(0, 10_000_000_000).prefault('33554432'),
};

type Name = keyof typeof variables;
const names = Object.keys(variables).filter((name): name is Name => name in variables);

/** The default of every setting, as it would be written; null: nothing. */
export const settingDefaults: ReadonlyMap<string, string | null> = new Map(
  names.map((name) => {
    const rule = variables[name];
    return [name, 'defaultValue' in rule.def ? rule.def.defaultValue : null];
  }),
);

/** What the process was told, checked. Times in milliseconds, sizes in bytes. */
export type Settings = ReturnType<typeof readSettings>;

/** What a document and its answer may be at most. */
export type Limits = Settings['limits'];

/** One or more settings are wrong. The message names every one, what it is, and what it should be. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'A setting is wrong' : `${problems.length} settings are wrong`;
    super(
      `${count}; docs/settings.md describes them all.\n${problems.map((text) => `  ${text}`).join('\n')}`,
    );
    this.name = new.target.name;
  }
}

/**
 * Checks the environment. An empty variable counts as absent.
 *
 * @throws SettingsError that names every wrong setting
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const said = Object.fromEntries(names.map((name) => [name, blankToUndefined(env[name]?.trim())]));
  const parsed = z.object(variables).safeParse(said);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    throw new SettingsError(
      names.filter((name) => wrong.has(name)).map((name) => describe(name, said[name])),
    );
  }
  return arrange(parsed.data);
}

/**
 * The settings of this process.
 *
 * @throws SettingsError that names every wrong setting
 */
export function loadSettings(): Settings {
  return readSettings(process.env);
}

const blankToUndefined = (text = ''): string | undefined => (text === '' ? undefined : text);

/** Whether an npm script started this process: `npm start` and its like. */
export function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** A database address holds a password, so it is never repeated. */
function describe(name: Name, value = ''): string {
  const rule = variables[name];
  const shown =
    name === 'DATABASE_URL' ? 'a value that is not shown here' : JSON.stringify(value.slice(0, 80));
  const fallback = settingDefaults.get(name);
  const todo = fallback == null ? 'or leave it out' : `or leave it out for ${fallback}`;
  return `${name} is ${shown}: it must be ${rule.unwrap().description ?? 'another'}. Correct it, ${todo}.`;
}

function arrange(read: z.output<z.ZodObject<typeof variables>>) {
  return {
    production: read.NODE_ENV === 'production',
    development: read.NODE_ENV === 'development',
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: read.DATA_DIR,
    siteUrl: read.SITE_URL ?? null,
    publicUrl: read.PUBLIC_URL ?? null,
    logLevel: read.LOG_LEVEL,
    corsOrigins: read.CORS_ORIGINS,
    indexing: read.INDEXING,
    pool: { max: read.POOL_MAX, acquireTimeoutMs: read.POOL_ACQUIRE_TIMEOUT_MS },
    statementTimeoutMs: read.STATEMENT_TIMEOUT_MS,
    preparedStatements: read.PREPARED_STATEMENTS,
    headersTimeoutMs: read.HEADERS_TIMEOUT_MS,
    requestTimeoutMs: read.REQUEST_TIMEOUT_MS,
    drainDelayMs: read.DRAIN_DELAY_MS,
    drainTimeoutMs: read.DRAIN_TIMEOUT_MS,
    limits: {
      bodyBytes: read.LIMIT_BODY_BYTES,
      documentBytes: read.LIMIT_DOCUMENT_BYTES,
      tokens: read.LIMIT_TOKENS,
      depth: read.LIMIT_DEPTH,
      aliases: read.LIMIT_ALIASES,
      rootFields: read.LIMIT_ROOT_FIELDS,
      directives: read.LIMIT_DIRECTIVES,
      operations: read.LIMIT_OPERATIONS,
      errors: read.LIMIT_ERRORS,
      responseBytes: read.LIMIT_RESPONSE_BYTES,
      documentCacheBytes: read.LIMIT_DOCUMENT_CACHE_BYTES,
    },
  } as const;
}

/** All variables of the environment, and these. */
export function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

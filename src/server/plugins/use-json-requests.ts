import { refuseRequest } from '../refusal.ts';
import type { ServerPlugin } from '../server-plugin.ts';

const jsonTypes = new Set(['application/json', 'application/graphql+json']);
const acceptable = /^(?:\*\/\*|application\/(?:\*|json|graphql-response\+json))(?:;|$)/;

/**
 * Takes POST with JSON in UTF-8, and GET, and answers in JSON alone. Forms and plain text are what other
 * sites' pages can send without asking (CSRF), and Yoga would take both, so they get 415. Who accepts no
 * JSON gets 406: Yoga would keep an event stream open for them. A GET whose variables are no JSON gets 400.
 */
export function useJsonRequests(): ServerPlugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, endResponse, fetchAPI }) {
      if (!acceptsJson(request)) {
        endResponse(fetchAPI.Response.json({ error: 'Answers are application/json.' }, { status: 406 }));
        return;
      }
      if (request.method === 'POST' && (requestParser === undefined || !isJson(request))) {
        const message = 'Send the document as JSON, with the header "content-type: application/json".';
        throw refuseRequest('UNSUPPORTED_MEDIA_TYPE', message, {
          status: 415,
          headers: { accept: 'application/json' },
        });
      }
      if (request.method !== 'GET' || requestParser === undefined) return;
      setRequestParser((request) => {
        try {
          return requestParser(request);
        } catch {
          throw refuseRequest('BAD_REQUEST', 'variables and extensions in the address must be JSON.', {
            status: 400,
          });
        }
      });
    },
  };
}

function acceptsJson(request: Request): boolean {
  const accepted = (request.headers.get('accept') ?? '*/*').toLowerCase().split(',');
  return accepted.some((type) => acceptable.test(type.replace(/\s/g, '')));
}

function isJson(request: Request): boolean {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  return jsonTypes.has(type.trim()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}

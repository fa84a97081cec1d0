/** An HTTP response. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The shapes of error bodies:
 * `service`: {success, status, error: {code, moreInfo, type, status, referenceNumber, error}}, of users-srv;
 * `flat`: {success, status, code, error}, of the specification; `wrapped`: the same inside `ErrorResp`;
 * `guard`: {error, refnumber}, of the access guard; `oauth`: {error, error_description};
 * `bare`: {success, status, error: {error, error_description}}, an error object without a code.
 */
export type ErrorShape = 'service' | 'flat' | 'wrapped' | 'guard' | 'oauth' | 'bare';

/** The content of an error, regardless of its shape. */
export interface ErrorText {
  readonly status: number;
  readonly code: number | string;
  readonly message: string;
  /** `<millis>-<uuid>`, for support requests. */
  readonly reference: string;
}

/** A reply with a JSON body. */
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An HTML page of a proxy. */
export function htmlReply(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body><h1>${title}</h1></body>\r\n</html>\r\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** 204: cidaas found nothing. */
export function noContentReply(): Reply {
  return { status: 204, headers: {}, body: '' };
}

/** An error in one of the known shapes. */
export function errorReply(shape: ErrorShape, error: ErrorText, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonReply(error.status, errorBody(shape, error), headers);
}

function errorBody(shape: ErrorShape, { status, code, message, reference }: ErrorText): unknown {
  switch (shape) {
    case 'service':
      return {
        success: false,
        status,
        error: { code, moreInfo: '', type: 'UsersException', status, referenceNumber: reference, error: message },
      };
    case 'flat':
      return { success: false, status, code: String(code), error: message };
    case 'wrapped':
      return { ErrorResp: { success: false, status, code: String(code), error: message } };
    case 'guard':
      return { error: message, refnumber: reference };
    case 'oauth':
      return { error: String(code), error_description: message };
    case 'bare':
      return { success: false, status, error: { error: String(code), error_description: message } };
    default:
      return shape satisfies never;
  }
}

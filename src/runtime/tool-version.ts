/** The version in reports and in the User-Agent header; the same as in package.json. */
export const TOOL_VERSION = '0.1.0';

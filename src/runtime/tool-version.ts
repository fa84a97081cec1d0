/** The version of this release, as reports and the User-Agent header tell it; the same as in package.json. */
export const TOOL_VERSION = '0.1.0';

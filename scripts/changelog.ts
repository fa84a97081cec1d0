interface Section {
  /** `0.1.0` or `Unreleased`. */
  readonly version: string;
  /** `2026-11-30`; null without one. */
  readonly date: string | null;
  readonly text: string;
}

/**
 * What the changelog says about a version, as the text of its release: each paragraph and list entry on one line, since GitHub's page
 * of a release breaks a line wherever its source does.
 *
 * @throws Error if the version has no section of its own with a date and a text.
 */
export function releaseNotes(changelog: string, version: string): string {
  const [section, ...more] = sectionsOf(changelog).filter((one) => one.version === version);
  if (section === undefined)
    throw new Error(`CHANGELOG.md has no section for ${version}: rename "Unreleased" to "[${version}] - <date>"`);
  if (more.length > 0) throw new Error(`CHANGELOG.md has ${more.length + 1} sections for ${version}`);
  if (section.date === null)
    throw new Error(`CHANGELOG.md: the section of ${version} needs a date, like "## [${version}] - 2026-11-30"`);
  if (section.text === '') throw new Error(`CHANGELOG.md: the section of ${version} is empty`);
  return unwrapped(section.text);
}

/** Changes that no version has yet; empty without any. */
export function unreleasedNotes(changelog: string): string {
  return sectionsOf(changelog).find(({ version }) => version === 'Unreleased')?.text ?? '';
}

function sectionsOf(changelog: string): readonly Section[] {
  const [, ...parts] = withoutLinkTargets(changelog.replaceAll('\r\n', '\n')).split(/^## /m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const [, version = heading, date = null] = /^\[?([^\]\s]+)\]?(?: - (\d{4}-\d{2}-\d{2}))?$/.exec(heading) ?? [];
    return { version, date, text: lines.join('\n').trim() };
  });
}

/** The links of the headings, at the end of the file. */
function withoutLinkTargets(text: string): string {
  return text.replaceAll(/^\[[^\]]+\]: .*\n?/gm, '');
}

function unwrapped(text: string): string {
  return text.replaceAll(/(?<=^(?!#).*\S)\n[ \t]*(?=[^\s#*-])/gm, ' ');
}

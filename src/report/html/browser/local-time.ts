/** Adds the time of the reader's zone to a period in UTC; nothing where both are the same. */
export function showLocalTime(language: string): void {
  const [from, to] = Array.from(
    document.querySelectorAll('header time'),
    (time) => new Date(time.getAttribute('datetime') ?? ''),
  );
  const place = document.querySelector('header .local');
  if (from === undefined || to === undefined || place === null) return;
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from.getTimezoneOffset() === 0) return;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  place.textContent = ` (${format.formatRange(from, to)})`;
}

/** `98 %`; never rounded up to 100 % or down to 0 %. */
export function sharePercent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const percent = (part / whole) * 100;
  if (percent > 99 && percent < 100) return 'more than 99 %';
  if (percent > 0 && percent < 1) return 'less than 1 %';
  return `${Math.round(percent)} %`;
}

import { pickOne, type Random, randomInteger } from '../../../src/runtime/random.ts';

/**
 * German landline numbers from the ranges that the Bundesnetzagentur keeps free for films: nobody answers there.
 * Spelled as people spell them. Five thousand at most, so they repeat: good for `phone_number`, which identifies nobody.
 */
export function inventPhone(random: Random): string {
  const [area, local] = pickOne(random, FILM_NUMBERS);
  const last = String(randomInteger(random, 0, 999)).padStart(3, '0');
  switch (randomInteger(random, 1, 8)) {
    case 1:
      return `0${area}/${local}${last}`;
    case 2:
      return `0${area} / ${local} ${last}`;
    case 3:
      return `(0${area}) ${local}-${last}`;
    case 4:
      return `+49 (0)${area} ${local}${last}`;
    case 5:
      return `0049 ${area} ${local} ${last}`;
    case 6:
      return `0${area}-${local}${last}`;
    case 7:
      return `+49${area}${local}${last}`;
    default:
      return `0${area} ${local}${last}`;
  }
}

/**
 * The mobile number of a row, or null: an identifier has to be unique, and only two hundred mobile numbers are kept free
 * for films. So one row in forty has one, up to row 8,000.
 */
export function mobileOf(row: number): string | null {
  if (row % 40 !== 0 || row > 8000) return null;
  const index = row / 40 - 1;
  const last = String(index % 100).padStart(2, '0');
  if (index >= 100) return `0176 / 040690${last}`;
  return index % 2 === 0 ? `0171 39200${last}` : `+49 (0)171 / 39200 ${last}`;
}

/** A German number as people abroad give it: without its country code it would be read as a number of their country. */
export function withCountryCode(number: string): string {
  return number.startsWith('0') && !number.startsWith('00') ? `+49 ${number.slice(1)}` : number;
}

const FILM_NUMBERS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['30', '23125'],
  ['40', '66969'],
  ['69', '90009'],
  ['89', '99998'],
  ['221', '4710'],
];

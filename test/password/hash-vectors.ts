import { readFileSync } from 'node:fs';
import type { HashParts } from '../../src/password/hash-parts.ts';
import { FIREBASE_SIGNER_KEY } from '../../src/password/secret-id.ts';
import type { SourceSecrets } from '../../src/password/verify.ts';
import { systemVectors } from './system-vectors.ts';

/** A hash whose password is known. */
export interface HashVector {
  readonly name: string;
  readonly password: string;
  readonly input: string | HashParts;
  readonly algorithm: string;
  /** How it is carried when a verifier is named. */
  readonly route: 'native' | 'custom';
  readonly secrets: SourceSecrets;
  /** Nothing here can compute it. */
  readonly uncheckable: boolean;
}

interface WrittenVector {
  name: string;
  password: string;
  input: string | { value: unknown; firebase?: { blockSize: number; memCost: number; separator: string } };
  algorithm: string;
  route: 'native' | 'custom';
  signerKey?: string;
  uncheckable?: boolean;
}

/** Public pairs of test suites, and pairs made with crypt(3) and Python's hashlib. */
export function hashVectors(): readonly HashVector[] {
  const path = new URL('../fixtures/hash-vectors.json', import.meta.url);
  const written = JSON.parse(readFileSync(path, 'utf8')) as WrittenVector[];
  const own = written.map(({ input, signerKey, uncheckable = false, ...vector }) => ({
    ...vector,
    input: partsOf(input),
    secrets:
      signerKey === undefined ? {} : { named: new Map([[FIREBASE_SIGNER_KEY, Buffer.from(signerKey, 'base64')]]) },
    uncheckable,
  }));
  return [...own, ...systemVectors()];
}

function partsOf(input: WrittenVector['input']): string | HashParts {
  if (typeof input === 'string') return input;
  const { firebase, ...parts } = input;
  if (firebase === undefined) return parts;
  return { ...parts, firebase: { ...firebase, separator: Buffer.from(firebase.separator, 'base64') } };
}

import { ALGORITHMS, isAlgorithmName } from './algorithm-table.ts';

const VERIFIER = /^CUSTOM[\w-]*$/;

/** What is wrong with the ids that a mapping names, as clauses after a key: `['ids', 'phpass']`, `must …`. */
export interface CarryOptionProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Looks at `verifier` and `ids` of a mapping before any row is read. */
export function carryOptionProblems(
  verifier: string | null,
  ids: Readonly<Record<string, string>>,
): readonly CarryOptionProblem[] {
  const problems: CarryOptionProblem[] = [];
  if (verifier !== null && !VERIFIER.test(verifier))
    problems.push({
      path: ['verifier'],
      message: 'must be an id that begins with CUSTOM: cidaas calls verifiers for these',
    });
  for (const [name, id] of Object.entries(ids)) {
    const addProblem = (message: string) => problems.push({ path: ['ids', name], message });
    if (!isAlgorithmName(name))
      addProblem(`is not an algorithm; the algorithms are ${Object.keys(ALGORITHMS).join(', ')}`);
    else if (id.startsWith('CUSTOM') ? !VERIFIER.test(id) : !/^[A-Za-z][\w-]*$/.test(id)) addProblem('is not an id');
    else if (ALGORITHMS[name].support === 'verifier' && !VERIFIER.test(id))
      addProblem('must be an id that begins with CUSTOM: cidaas does not check this algorithm itself');
  }
  return problems;
}

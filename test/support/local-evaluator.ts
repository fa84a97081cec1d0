import jsonata from 'jsonata';
import { type ExpressionEvaluator, expressionEvaluation } from '../../src/mapping/compile/evaluate-expression.ts';

/** Evaluates expressions in the process of the test: for tests about anything but their limits. */
export function localEvaluator(): ExpressionEvaluator & Disposable {
  const evaluate = expressionEvaluation(jsonata);
  return {
    evaluate: (expressions, inputs) =>
      Promise.all(inputs.map((input) => Promise.all(expressions.map((text) => evaluate(text, input))))),
    [Symbol.dispose]: () => {},
  };
}

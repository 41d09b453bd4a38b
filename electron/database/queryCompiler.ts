/** Writes Kysely's queries as SQLite runs them best. */
import {
  type BinaryOperationNode,
  type LimitNode,
  type OffsetNode,
  type OperationNode,
  OperatorNode,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';

/** LIKE is not among them: its pattern must stay bare to be looked up in a search index. */
const comparisons: ReadonlySet<string> = new Set(['=', '!=', '<>', '<', '<=', '>', '>=', 'is', 'is not']);

/**
 * Compares with `+?` where Kysely writes `?`. The engine is built to choose its plan by the values of bare parameters, and so
 * prepares a kept statement anew at every run: ten times the cost of looking up a row. Behind a plus, which changes nothing, it
 * takes the value as it comes. The price: a partial index is not found for a parameter, so its condition stands as a literal.
 *
 * | customer with figures and balance, by id | a run |
 * |------------------------------------------|-------|
 * | `where id = ?`                           | 36 µs |
 * | `where id = +?`                          | 3 µs  |
 */
export class SteadyQueryCompiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node;
    if (OperatorNode.is(operator) && comparisons.has(operator.operator)) {
      this.visitNode(leftOperand);
      this.append(` ${operator.operator} `);
      this.#visitSteadily(rightOperand);
    } else {
      super.visitBinaryOperation(node);
    }
  }

  protected override visitLimit(node: LimitNode): void {
    this.append('limit ');
    this.#visitSteadily(node.limit);
  }

  protected override visitOffset(node: OffsetNode): void {
    this.append('offset ');
    this.#visitSteadily(node.offset);
  }

  #visitSteadily(node: OperationNode): void {
    if (ValueNode.is(node) && !node.immediate) this.append('+');
    this.visitNode(node);
  }
}

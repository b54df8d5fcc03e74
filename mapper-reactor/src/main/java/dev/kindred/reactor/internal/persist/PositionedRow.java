package dev.kindred.reactor.internal.persist;

import dev.kindred.reactor.internal.shared.Answer;

/**
 * A written row of a shared statement.
 *
 * @param position the position of the write in the statement, from 1
 * @param answer what its caller gets
 */
record PositionedRow<E>(int position, Answer<RowOutcome<E>> answer) {}

/**
 * Reads what was published: one class for each view of the database, one query for each class and snapshot. Nothing here decides what a
 * report says.
 */
package vaiwg.board.figures;

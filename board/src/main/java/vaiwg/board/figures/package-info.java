/** Reads what was published: records of rows, and the queries that give them. Nothing here decides what a report says. */
package vaiwg.board.figures;

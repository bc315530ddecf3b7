/** Forces side by side, from public counts: which of them stand apart, and what cannot be compared. */
package vaiwg.board.comparison;

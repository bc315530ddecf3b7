/** What of a report the readers of its tier see, by the rule of {@code docs/small-numbers.md}. */
package vaiwg.board.disclosure;

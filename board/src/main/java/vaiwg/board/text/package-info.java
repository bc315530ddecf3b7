/** Numbers and dates as every form of the report writes them. */
package vaiwg.board.text;

/**
 * What the Strategy Board's report says, in order and in words, without any form: pages, sheets and files are made of these records and
 * of nothing else, so that all of them show the same numbers.
 */
package vaiwg.board.report;

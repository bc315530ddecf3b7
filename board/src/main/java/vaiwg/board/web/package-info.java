/** The report as live pages, for the newest and any earlier snapshot, and the pages on which signals are answered. */
package vaiwg.board.web;

/** The report as live pages: read-only, for the newest and any earlier snapshot. */
package vaiwg.board.web;

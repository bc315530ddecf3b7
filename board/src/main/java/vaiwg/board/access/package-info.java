/** Who may see and say what, by a file of the site, and the log of what was shown to whom. */
package vaiwg.board.access;

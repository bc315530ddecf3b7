/** The editions of the report: drafted, approved by a post, issued, and made again to the byte. */
package vaiwg.board.edition;

/** The report as one HTML document and as a PDF: templates, their words and their style sheets. */
package vaiwg.board.page;

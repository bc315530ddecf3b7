/**
 * Charts as SVG. Each element has a class, so that a page's style sheet gives it the colours of light, dark or paper, and the same
 * colours of paper as attributes, so that the picture is right on its own and in a PDF. The text alternative is the record's.
 */
package vaiwg.board.chart;

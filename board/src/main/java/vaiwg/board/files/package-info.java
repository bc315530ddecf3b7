/**
 * The report's data forms: a workbook, a table of figures, JSON and the manifest. Each is made of the {@link
 * vaiwg.board.report.Report} alone, and the same report gives the same bytes.
 */
package vaiwg.board.files;

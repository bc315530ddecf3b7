package vaiwg.cli.policeuk;

import java.time.YearMonth;

/**
 * How much a monthly file held.
 *
 * @param name the file's name
 * @param outcomes whether it is an outcomes file; else it is a street file
 * @param rows its rows without the header
 */
public record FileReport(String name, YearMonth month, boolean outcomes, long rows) {}

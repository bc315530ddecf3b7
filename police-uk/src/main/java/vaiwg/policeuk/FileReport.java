package vaiwg.policeuk;

import java.time.YearMonth;

/**
 * How much a monthly file held.
 *
 * @param name the file's name
 * @param rows its rows without the header
 */
public record FileReport(String name, YearMonth month, FileKind kind, long rows) {}

package vaiwg.board.figures;

import java.time.LocalDate;

/**
 * A change beyond chance that a chart or the daily alarm found, of those whose answers are counted.
 *
 * @param raised the midnight at which it was found
 * @param ended whether it stands no more, or was withdrawn
 */
public record PublishedChange(String kpi, String slice, LocalDate raised, boolean ended) {}
